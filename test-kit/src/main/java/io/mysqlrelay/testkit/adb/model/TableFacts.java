package io.mysqlrelay.testkit.adb.model;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param key columns of the primary key in its order; empty for a table whose key is the hidden {@link #AUTO_ID}
 */
public record TableFacts(TableName name, List<ColumnFacts> columns, List<String> key, TableProperties properties) {
    /** "Tables without a key: ADB adds {@code __adb_auto_id__} as primary and distribution key". */
    public static final String AUTO_ID = "__adb_auto_id__";

    public TableFacts {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    public Optional<ColumnFacts> column(String name) {
        return columns.stream().filter(column -> column.isNamed(name)).findFirst();
    }

    public boolean isKey(String column) {
        return key.stream().anyMatch(column::equalsIgnoreCase);
    }
}
