package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table in AnalyticDB.
 *
 * @param key the primary key's columns; empty for a table without one
 * @param distribution the columns of DISTRIBUTED BY HASH; empty for BROADCAST
 * @param options what follows the distribution, as in a statement; empty for nothing
 * @param comment empty for none
 */
public record AdbTable(
        TableName name,
        List<AdbColumn> columns,
        List<String> key,
        List<String> distribution,
        String options,
        String comment) {
    public AdbTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        distribution = List.copyOf(distribution);
    }

    public Optional<AdbColumn> column(String named) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(named)).findFirst();
    }

    public boolean inKey(String column) {
        return key.stream().anyMatch(k -> k.equalsIgnoreCase(column));
    }

    public AdbTable named(TableName to) {
        return new AdbTable(to, columns, key, distribution, options, comment);
    }

    /** @return the same table with another definition of the column that has this name now */
    public AdbTable with(String column, AdbColumn definition) {
        return new AdbTable(
                name,
                columns.stream()
                        .map(c -> c.name().equalsIgnoreCase(column) ? definition : c)
                        .toList(),
                key,
                distribution,
                options,
                comment);
    }

    public String createStatement() {
        List<String> parts = new ArrayList<>();
        columns.forEach(c -> parts.add(c.sql()));
        if (!key.isEmpty()) {
            parts.add("PRIMARY KEY (" + quoted(key) + ")");
        }
        StringBuilder sql = new StringBuilder("CREATE TABLE IF NOT EXISTS ")
                .append(name.quoted())
                .append(" (\n  ")
                .append(String.join(",\n  ", parts))
                .append("\n)\nDISTRIBUTED BY ")
                .append(distribution.isEmpty() ? "BROADCAST" : "HASH(" + quoted(distribution) + ")");
        if (!options.isEmpty()) {
            sql.append('\n').append(options);
        }
        if (!comment.isEmpty()) {
            sql.append("\nCOMMENT ").append(SqlLiterals.text(comment));
        }
        return sql.toString();
    }

    static String quoted(List<String> columns) {
        return columns.stream().map(TableName::quote).collect(Collectors.joining(","));
    }
}
