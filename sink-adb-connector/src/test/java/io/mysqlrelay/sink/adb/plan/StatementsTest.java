package io.mysqlrelay.sink.adb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.Golden;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.AdbType;
import io.mysqlrelay.sink.adb.table.RowId;
import io.mysqlrelay.sink.adb.value.ValueRules;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowKey;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static final TableName NAME = new TableName("shop", "order`s");
    private static final RowShape SHAPE = new RowShape(
            NAME,
            List.of(
                    new ColumnShape("id", ValueType.INTEGER, null, List.of()),
                    new ColumnShape("at", ValueType.DATETIME, null, List.of()),
                    new ColumnShape("name", ValueType.STRING, null, List.of()),
                    new ColumnShape("photo", ValueType.BYTES, null, List.of())));

    private static TablePlan plan(List<String> key) {
        List<AdbColumn> columns = new ArrayList<>();
        if (key.contains(RowId.ID)) {
            columns.add(column(RowId.ID, "varchar"));
            columns.add(column(RowId.IMAGE, "varchar"));
        }
        columns.add(column("ID", "bigint"));
        columns.add(column("at", "datetime"));
        columns.add(column("name", "varchar"));
        columns.add(column("photo", "binary"));
        return TablePlan.of(
                SHAPE, new AdbTable(NAME, columns, key, key, "", ""), null, ValueRules.DEFAULT, false, false);
    }

    private static AdbColumn column(String name, String type) {
        return new AdbColumn(name, AdbType.parse(type), false, null, "");
    }

    private static Object[] row(long id) {
        return new Object[] {id, "2024-01-0" + id + " 10:00:00.5", "o'" + id, new byte[] {(byte) id}};
    }

    private static NewRow written(long id) {
        return new NewRow(null, row(id), null, null);
    }

    @Test
    void everyShapeOfStatementIsInTheGrammar() {
        TablePlan single = plan(List.of("ID"));
        TablePlan two = plan(List.of("ID", "at"));
        TablePlan keyless = plan(List.of(RowId.ID));
        Statements statements = new Statements(Limits.DEFAULT);
        List<RowStatement> all = new ArrayList<>();
        all.addAll(statements.write(single, "REPLACE", List.of(written(1))));
        all.addAll(statements.write(single, "REPLACE", List.of(written(1), written(2))));
        all.addAll(statements.write(single, "INSERT", List.of(written(3))));
        all.addAll(statements.write(
                keyless,
                "REPLACE",
                List.of(new NewRow(null, row(4), "3E11:23/4", "abc+"), new NewRow(null, row(5), "@77", "abc-"))));
        all.addAll(statements.write(single, "REPLACE", List.of(new NewRow(null, new Object[4], null, null))));
        all.addAll(statements.delete(single, List.of(single.key(row(1)))));
        all.addAll(statements.delete(single, List.of(single.key(row(1)), single.key(row(2)))));
        all.addAll(statements.delete(two, List.of(two.key(row(1)), two.key(row(2)))));
        all.addAll(statements.delete(keyless, List.of(new RowKey(new Object[] {"3E11:23/4"}))));
        StringBuilder file = new StringBuilder();
        for (RowStatement statement : all) {
            Golden.parses(statement.sql());
            file.append(statement.sql()).append(";\n");
        }
        Golden.check(Golden.ROOT.resolve("statements/rows.sql"), file.toString());
    }

    @Test
    void statementsAreCutByRows() {
        List<RowStatement> cut = new Statements(new Limits(2, 1 << 20))
                .write(
                        plan(List.of("ID")),
                        "REPLACE",
                        List.of(written(1), written(2), written(3), written(4), written(5)));
        assertThat(cut).extracting(s -> s.written().size()).containsExactly(2, 2, 1);
        assertThat(cut.get(2).sql()).endsWith("VALUES (5,'2024-01-05 10:00:00.5','o''5',X'05')");
    }

    @Test
    void statementsAreCutByBytesAndALargeRowGoesAlone() {
        List<NewRow> rows = new ArrayList<>();
        for (int size : new int[] {10, 5_000, 10, 10, 700, 700}) {
            rows.add(new NewRow(null, new Object[] {1L, null, "\u4e2d".repeat(size / 3), null}, null, null));
        }
        List<RowStatement> cut = new Statements(new Limits(100, 1_000)).write(plan(List.of("ID")), "REPLACE", rows);
        assertThat(cut).extracting(s -> s.written().size()).containsExactly(1, 1, 3, 1);
        cut.forEach(s -> Golden.parses(s.sql()));
    }

    @Test
    void longListsOfKeysAreCutByTheLimitsOfTheTarget() {
        TablePlan single = plan(List.of("ID"));
        TablePlan two = plan(List.of("ID", "at"));
        List<RowKey> keys = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            keys.add(single.key(row(1)));
        }
        assertThat(new Statements(Limits.DEFAULT).delete(single, keys)).hasSize(2);
        assertThat(new Statements(Limits.DEFAULT).delete(two, List.of(two.key(row(1)), two.key(row(2)))))
                .hasSize(1);
        List<RowKey> pairs = new ArrayList<>();
        for (int i = 0; i < 121; i++) {
            pairs.add(two.key(row(1)));
        }
        assertThat(new Statements(Limits.DEFAULT).delete(two, pairs))
                .extracting(s -> s.deleted().size())
                .containsExactly(120, 1);
    }
}
