package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.TableName;
import java.util.Locale;

/**
 * A column of a base table.
 *
 * @param byDefault null for none, which for a column that takes NULL is NULL
 * @param dataType small letters, without length
 * @param columnType with length and sign
 * @param charset null for what is no text
 * @param collation null for what is no text
 * @param extra capital letters
 * @param characters most of them, of text; 0 for others
 * @param octets most of them, of text and binaries; 0 for others
 * @param expression of a generated column; empty for others
 */
public record ColumnFact(
        TableName table,
        String name,
        String byDefault,
        boolean nullable,
        String dataType,
        String columnType,
        String charset,
        String collation,
        String extra,
        long characters,
        long octets,
        String expression) {
    static ColumnFact of(String[] row) {
        return new ColumnFact(
                new TableName(row[0], row[1]),
                row[2],
                row[3],
                "YES".equals(row[4]),
                row[5].toLowerCase(Locale.ROOT),
                columnType(row[6]),
                row[7],
                row[8],
                row[9].toUpperCase(Locale.ROOT),
                number(row[11]),
                number(row[12]),
                row[10] == null ? "" : row[10]);
    }

    private static long number(String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    /** Names of members keep their case. */
    private static String columnType(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.startsWith("enum") || small.startsWith("set") ? text : small;
    }

    public boolean generated() {
        return extra.contains("GENERATED") && !extra.contains("DEFAULT_GENERATED");
    }

    public boolean invisible() {
        return extra.contains("INVISIBLE");
    }

    @Override
    public String toString() {
        return table + "." + name;
    }
}
