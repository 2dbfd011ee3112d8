package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.TableName;
import java.util.List;
import java.util.Map;

/**
 * What the user has chosen for one table.
 *
 * @param broadcast a full copy on every node
 * @param primaryKey empty for that of the source
 * @param distributionKey empty for the primary key
 * @param partitioning null for none
 * @param storage STORAGE_POLICY and what belongs to it as in a statement; empty for none
 * @param types choices of types by column
 */
public record TableRule(
        TableName table,
        boolean broadcast,
        List<String> primaryKey,
        List<String> distributionKey,
        Partitioning partitioning,
        String storage,
        Map<String, AdbType> types) {
    public TableRule {
        primaryKey = List.copyOf(primaryKey);
        distributionKey = List.copyOf(distributionKey);
        types = Map.copyOf(types);
    }

    /** @return that of a table about which nothing is said */
    public static TableRule none(TableName table) {
        return new TableRule(table, false, List.of(), List.of(), null, "", Map.of());
    }

    /** @return null if the user has not chosen */
    AdbType type(String column) {
        return types.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
