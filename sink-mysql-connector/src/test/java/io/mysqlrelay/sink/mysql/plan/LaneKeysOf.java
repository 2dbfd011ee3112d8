package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lane keys for tests of other packages. */
public final class LaneKeysOf {
    private LaneKeysOf() {}

    public static LaneKeys lastLane() {
        return LaneKeys.lastLane();
    }

    public static LaneKeys oneLane() {
        return LaneKeys.oneLane();
    }

    /** @param columns each one a unique key of its own */
    public static LaneKeys integers(RowShape shape, String... columns) {
        Map<String, TargetColumn> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : columns) {
            byName.put(name, new TargetColumn(name, null, null, false, false, true, List.of(), "int", 0));
        }
        List<TargetKey> keys = Arrays.stream(columns)
                .map(name -> new TargetKey(List.of(new TargetKey.Part(name, 0, true))))
                .toList();
        return LaneKeys.of(
                shape.table(), shape, new TargetTable(byName, List.of(), keys, false, Set.of(), false, false));
    }

    /**
     * @param identity column of the row identity
     * @param columns each one a unique key of its own
     */
    public static TablePlan plan(RowShape shape, String identity, String... columns) {
        List<ColumnPlan> plans = new ArrayList<>();
        for (int i = 0; i < shape.columns().size(); i++) {
            ColumnShape column = shape.columns().get(i);
            TargetColumn target = new TargetColumn(column.name(), null, null, false, false, true, List.of(), "int", 0);
            plans.add(new ColumnPlan(shape.table(), column, i, target));
        }
        List<ColumnPlan> key =
                plans.stream().filter(c -> c.name().equals(identity)).toList();
        return new TablePlan(
                shape.table(),
                plans,
                key,
                false,
                false,
                false,
                new int[0],
                false,
                integers(shape, columns),
                columns.length == 1 ? Overwriting.BY_ALIAS : Overwriting.NEVER);
    }
}
