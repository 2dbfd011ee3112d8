package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A table of sysbench: its rows' shape, its definition, and the plan that the target's structure would give. */
public final class SysbenchTable {
    private SysbenchTable() {}

    public static String definition(TableName name) {
        return "CREATE TABLE " + name.quoted() + " (id INT NOT NULL PRIMARY KEY, k INT NOT NULL, c CHAR(120) NOT NULL,"
                + " pad CHAR(60) NOT NULL, KEY (k))";
    }

    public static RowShape shape(TableName name) {
        return new RowShape(
                name,
                List.of(
                        new ColumnShape("id", ValueType.INTEGER, null, List.of()),
                        new ColumnShape("k", ValueType.INTEGER, null, List.of()),
                        new ColumnShape("c", ValueType.STRING, null, List.of()),
                        new ColumnShape("pad", ValueType.STRING, null, List.of())));
    }

    public static TablePlan plan(RowShape shape) {
        Map<String, TargetColumn> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<ColumnPlan> plans = new ArrayList<>();
        for (int i = 0; i < shape.columns().size(); i++) {
            ColumnShape column = shape.columns().get(i);
            boolean text = column.type() == ValueType.STRING;
            TargetColumn target = new TargetColumn(
                    column.name(),
                    text ? "utf8mb4" : null,
                    text ? "utf8mb4_0900_ai_ci" : null,
                    false,
                    false,
                    false,
                    List.of(),
                    text ? "char" : "int",
                    text ? -1 : 0);
            columns.put(column.name(), target);
            plans.add(new ColumnPlan(shape.table(), column, i, target));
        }
        TargetTable target = new TargetTable(
                columns,
                List.of("id"),
                List.of(new TargetKey(List.of(new TargetKey.Part("id", 0, false)))),
                false,
                Set.of(),
                false,
                false);
        return new TablePlan(
                shape.table(),
                plans,
                plans.subList(0, 1),
                false,
                false,
                false,
                new int[0],
                false,
                LaneKeys.of(shape.table(), shape, target),
                Overwriting.BY_ALIAS);
    }
}
