package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.mysql.plan.SysbenchTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Changes as sysbench's {@code oltp_write_only} makes them: per transaction an update of an indexed column, one of
 * another, a deletion and an insertion of the same id.
 */
final class Backlog {
    private static final int BYTES = 220;

    final List<RowShape> shapes = new ArrayList<>();
    final List<RowChange> changes = new ArrayList<>();
    private final List<Object[][]> rows = new ArrayList<>();
    private final Random random;

    /** @param ids rows of each table at the beginning */
    Backlog(String database, int tables, int ids, Random random) {
        this.random = random;
        for (int t = 0; t < tables; t++) {
            shapes.add(SysbenchTable.shape(new TableName(database, "sbtest" + t)));
            Object[][] all = new Object[ids][];
            for (int id = 0; id < ids; id++) {
                all[id] = row(id);
            }
            rows.add(all);
        }
    }

    /** The rows before all changes, as insertions. */
    List<RowChange> insertions() {
        List<RowChange> insertions = new ArrayList<>();
        for (int t = 0; t < shapes.size(); t++) {
            for (Object[] row : rows.get(t)) {
                insertions.add(new RowChange(shapes.get(t), Op.INSERT, null, row, false, BYTES));
            }
        }
        return insertions;
    }

    void grow(int transactions) {
        for (int i = 0; i < transactions; i++) {
            int table = random.nextInt(shapes.size());
            update(table, 1, (long) random.nextInt(1_000_000));
            update(table, 2, text(119));
            Object[] old = any(table);
            changes.add(new RowChange(shapes.get(table), Op.DELETE, old, null, false, BYTES));
            Object[] row = row(((Long) old[0]).intValue());
            rows.get(table)[((Long) old[0]).intValue()] = row;
            changes.add(new RowChange(shapes.get(table), Op.INSERT, null, row, false, BYTES));
        }
    }

    private void update(int table, int column, Object value) {
        Object[] old = any(table);
        Object[] row = old.clone();
        row[column] = value;
        rows.get(table)[((Long) old[0]).intValue()] = row;
        changes.add(new RowChange(shapes.get(table), Op.UPDATE, old, row, false, BYTES));
    }

    private Object[] any(int table) {
        Object[][] all = rows.get(table);
        return all[random.nextInt(all.length)];
    }

    private Object[] row(int id) {
        return new Object[] {(long) id, (long) random.nextInt(1_000_000), text(119), text(59)};
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(random.nextInt(1_000_000_000)).append('-');
        }
        return text.substring(0, length);
    }
}
