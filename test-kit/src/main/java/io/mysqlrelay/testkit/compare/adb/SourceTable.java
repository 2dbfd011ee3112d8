package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.core.TableName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the source.
 *
 * @param columns in their order
 * @param key columns of the primary key, else of the first whole unique key whose columns are all NOT NULL; empty if there
 *     is neither
 */
record SourceTable(TableName name, List<SourceColumn> columns, List<String> key, String comment) {
    String query() {
        return columns.stream()
                .map(SourceColumn::expression)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + name.quoted()));
    }

    String targetQuery() {
        return columns.stream()
                .map(column -> column.value().targetExpression(TableName.quote(column.name())))
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + name.quoted()));
    }
}
