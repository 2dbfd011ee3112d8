package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How the rows of one shape get into the target's table: texts compiled once, values added per row. */
public final class TablePlan {
    /** Of larger rows it costs less to send only what has changed. */
    private static final int MOST_OVERWRITTEN_BYTES = 4096;

    private final TableName table;
    private final List<ColumnPlan> columns;
    private final List<ColumnPlan> key;
    private final boolean existed;
    private final boolean exact;
    private final boolean deleteActions;
    private final int[] updateActions;
    private final boolean taken;
    private final LaneKeys lanes;

    private final String target;
    private final String insertHead;
    private final String tuple;
    private final String keyList;
    private final boolean listable;
    /** Null if rows are not overwritten. */
    private final String overwriteTail;

    /**
     * @param key columns of the row identity; empty for a keyless table
     * @param existed the table has rows from before the migration, which are overwritten
     * @param exact the table was loaded from one snapshot, so its changes are never in the target already
     * @param deleteActions deleting a row changes rows that refer to it
     * @param updateActions places in the stream's row of columns whose change does
     * @param taken a row goes when the row it refers to is deleted
     * @param lanes what keeps its changes in one lane
     * @param overwriting how updates are written that leave the row's keys as they are
     */
    TablePlan(
            TableName table,
            List<ColumnPlan> columns,
            List<ColumnPlan> key,
            boolean existed,
            boolean exact,
            boolean deleteActions,
            int[] updateActions,
            boolean taken,
            LaneKeys lanes,
            Overwriting overwriting) {
        this.table = table;
        this.columns = columns;
        this.key = key;
        this.existed = existed;
        this.exact = exact;
        this.deleteActions = deleteActions;
        this.updateActions = updateActions;
        this.taken = taken;
        this.lanes = lanes;
        this.target = table.quoted();
        this.insertHead = " INTO " + target + " ("
                + joined(columns.stream().map(ColumnPlan::quoted).toList(), ",") + ") VALUES ";
        this.tuple = joined(columns.stream().map(ColumnPlan::insertText).toList(), ",");
        this.listable = key.stream().noneMatch(ColumnPlan::numbered);
        this.overwriteTail = overwriteTail(overwriting);
        this.keyList = joined(key.stream().map(ColumnPlan::quoted).toList(), ",");
    }

    private String overwriteTail(Overwriting overwriting) {
        if (overwriting == Overwriting.NEVER || key.isEmpty()) {
            return null;
        }
        // Must not be the table's name.
        String alias = table.table().equalsIgnoreCase("n") ? "m" : "n";
        boolean byAlias = overwriting == Overwriting.BY_ALIAS;
        return (byAlias ? " AS " + alias : "") + " ON DUPLICATE KEY UPDATE "
                + columns.stream()
                        .filter(c -> !key.contains(c))
                        .map(c ->
                                c.quoted() + "=" + (byAlias ? alias + "." + c.quoted() : "VALUES(" + c.quoted() + ")"))
                        .collect(Collectors.joining(","));
    }

    private static String joined(List<String> parts, String by) {
        return String.join(by, parts);
    }

    public TableName table() {
        return table;
    }

    public boolean keyless() {
        return key.isEmpty();
    }

    public boolean existed() {
        return existed;
    }

    public boolean exact() {
        return exact;
    }

    /** What keeps changes of the table's rows in one lane. */
    public LaneKeys lanes() {
        return lanes;
    }

    /** Parameters per row; MySQL's protocol for text statements has no limit, memory has. */
    public int width() {
        return columns.size();
    }

    /** @return true for a column whose values the server makes */
    public boolean generates(String column) {
        return columns.stream().noneMatch(c -> c.name().equalsIgnoreCase(column));
    }

    /** Names of the identity's columns, for messages. */
    public String keyNames() {
        return key.stream().map(ColumnPlan::name).collect(Collectors.joining(", ", "(", ")"));
    }

    public RowKey key(Object[] row) {
        Object[] values = new Object[key.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[key.get(i).index()];
        }
        return new RowKey(values);
    }

    /**
     * True if a row to be deleted may be gone with its parent already: a statement that deletes from both tables logs
     * both rows, although the first deletion takes the second row along.
     */
    public boolean taken() {
        return taken;
    }

    /** True if the source's server may have changed rows that refer to this one, without writing that to its binlog. */
    public boolean acts(RowChange change) {
        if (change.unchecked() || change.before() == null) {
            return false;
        }
        if (change.after() == null) {
            return deleteActions;
        }
        for (int i : updateActions) {
            if (!Objects.deepEquals(change.before()[i], change.after()[i])) {
                return true;
            }
        }
        return false;
    }

    /** @param verb INSERT or REPLACE */
    public void insert(SqlText sql, String verb, List<Object[]> rows) {
        sql.append(verb).append(insertHead);
        sql.rowStatement(rows.size());
        String separator = "(";
        for (Object[] row : rows) {
            sql.append(separator).append(tuple).append(")");
            separator = ",(";
            for (ColumnPlan c : columns) {
                Object value = row[c.index()];
                sql.parameter(c.writer(), value);
                announce(sql, c, value);
            }
        }
    }

    /** True if {@link #overwrites} may be true of some change. */
    public boolean overwritable() {
        return overwriteTail != null;
    }

    /**
     * @param change an update
     * @return true if {@link #overwrite} may carry it out
     */
    public boolean overwrites(RowChange change) {
        if (!overwritable() || change.bytes() > MOST_OVERWRITTEN_BYTES) {
            return false;
        }
        for (ColumnPlan c : key) {
            if (changed(c, change.before(), change.after())) {
                return false;
            }
        }
        boolean differs = false;
        for (ColumnPlan c : columns) {
            if (c.warnsOn(change.after()[c.index()])) {
                return false;
            }
            differs |= changed(c, change.before(), change.after());
        }
        return differs;
    }

    /**
     * Updates rows that are there, have these keys and differ. Each counts as two; as one if it was not there or did not
     * differ.
     */
    public void overwrite(SqlText sql, List<Object[]> rows) {
        insert(sql, "INSERT", rows);
        sql.append(overwriteTail);
    }

    /** Changes the one row that has the before image's key, or, in a keyless table, one row that equals it. */
    public void update(SqlText sql, Object[] before, Object[] after) {
        sql.append("UPDATE ").append(target).append(" SET ");
        sql.rowStatement(1);
        List<ColumnPlan> set = columns.stream()
                .filter(c -> c.autoUpdated() || changed(c, before, after))
                .toList();
        String separator = "";
        // Nothing differs when only generated columns changed; the row must still be found.
        for (ColumnPlan c : set.isEmpty() ? columns : set) {
            Object value = after[c.index()];
            sql.append(separator).append(c.quoted()).append(" = ");
            sql.column(c, c.insertText(), value);
            separator = ", ";
            announce(sql, c, value);
        }
        where(sql, before);
    }

    private static void announce(SqlText sql, ColumnPlan column, Object stored) {
        if (column.warnsOn(stored)) {
            sql.expectWarning();
        }
        if (column.converted()) {
            sql.convertText();
        }
    }

    public void delete(SqlText sql, Object[] before) {
        sql.append("DELETE FROM ").append(target);
        sql.rowStatement(1);
        where(sql, before);
    }

    /** @param keys of different rows; never empty, and never of a keyless table */
    public void deleteAll(SqlText sql, List<RowKey> keys) {
        sql.append("DELETE FROM ").append(target).append(" WHERE ");
        sql.rowStatement(keys.size());
        if (!listable) {
            String or = "";
            for (RowKey k : keys) {
                sql.append(or);
                or = " OR ";
                String and = "(";
                for (int i = 0; i < key.size(); i++) {
                    sql.append(and);
                    and = " AND ";
                    sql.column(key.get(i), key.get(i).equalText(), k.values()[i]);
                }
                sql.append(")");
            }
            return;
        }
        boolean single = key.size() == 1;
        sql.append(single ? keyList : "(" + keyList + ")").append(" IN (");
        String separator = "";
        for (RowKey k : keys) {
            sql.append(separator);
            separator = ",";
            String open = single ? "" : "(";
            for (int i = 0; i < key.size(); i++) {
                sql.append(open);
                open = ",";
                sql.column(key.get(i), key.get(i).keyText(), k.values()[i]);
            }
            sql.append(single ? "" : ")");
        }
        sql.append(")");
    }

    private void where(SqlText sql, Object[] row) {
        String separator = " WHERE ";
        for (ColumnPlan c : keyless() ? columns : key) {
            Object value = row[c.index()];
            sql.append(separator);
            separator = " AND ";
            sql.column(c, keyless() ? c.sameText() : c.equalText(), value);
            if (keyless() && c.sameWriter() != null) {
                sql.parameter(c.sameWriter(), value);
            }
        }
        if (keyless()) {
            // Equal rows are interchangeable, but each change is about one of them.
            sql.append(" LIMIT 1");
        }
    }

    private static boolean changed(ColumnPlan column, Object[] before, Object[] after) {
        return !Objects.deepEquals(before[column.index()], after[column.index()]);
    }
}
