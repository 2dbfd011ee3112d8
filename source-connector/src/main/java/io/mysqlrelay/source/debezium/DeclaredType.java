package io.mysqlrelay.source.debezium;

import io.debezium.relational.Column;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Base type of a column in Debezium's table model, aliases resolved (MySQL manual, "Data Types"). */
final class DeclaredType {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("BOOL", "TINYINT"),
            Map.entry("BOOLEAN", "TINYINT"),
            Map.entry("INT1", "TINYINT"),
            Map.entry("INT2", "SMALLINT"),
            Map.entry("INT3", "MEDIUMINT"),
            Map.entry("MIDDLEINT", "MEDIUMINT"),
            Map.entry("INT4", "INT"),
            Map.entry("INTEGER", "INT"),
            Map.entry("INT8", "BIGINT"),
            Map.entry("SERIAL", "BIGINT"),
            Map.entry("FLOAT4", "FLOAT"),
            Map.entry("FLOAT8", "DOUBLE"),
            Map.entry("DOUBLE PRECISION", "DOUBLE"),
            Map.entry("REAL", "DOUBLE"),
            Map.entry("DEC", "DECIMAL"),
            Map.entry("FIXED", "DECIMAL"),
            Map.entry("NUMERIC", "DECIMAL"),
            Map.entry("CHARACTER", "CHAR"),
            Map.entry("NCHAR", "CHAR"),
            Map.entry("NATIONAL CHAR", "CHAR"),
            Map.entry("NATIONAL CHARACTER", "CHAR"),
            Map.entry("CHAR VARYING", "VARCHAR"),
            Map.entry("CHARACTER VARYING", "VARCHAR"),
            Map.entry("VARCHARACTER", "VARCHAR"),
            Map.entry("NVARCHAR", "VARCHAR"),
            Map.entry("NCHAR VARCHAR", "VARCHAR"),
            Map.entry("NCHAR VARYING", "VARCHAR"),
            Map.entry("NATIONAL VARCHAR", "VARCHAR"),
            Map.entry("NATIONAL CHAR VARYING", "VARCHAR"),
            Map.entry("NATIONAL CHARACTER VARYING", "VARCHAR"),
            Map.entry("LONG", "MEDIUMTEXT"),
            Map.entry("LONG VARCHAR", "MEDIUMTEXT"),
            Map.entry("LONG CHAR VARYING", "MEDIUMTEXT"),
            Map.entry("LONG VARBINARY", "MEDIUMBLOB"),
            Map.entry("GEOMCOLLECTION", "GEOMETRY"),
            Map.entry("GEOMETRYCOLLECTION", "GEOMETRY"),
            Map.entry("POINT", "GEOMETRY"),
            Map.entry("LINESTRING", "GEOMETRY"),
            Map.entry("POLYGON", "GEOMETRY"),
            Map.entry("MULTIPOINT", "GEOMETRY"),
            Map.entry("MULTILINESTRING", "GEOMETRY"),
            Map.entry("MULTIPOLYGON", "GEOMETRY"));

    /** Text and bytes of one storage form: which of the two a column is, its character set says. */
    private static final Map<String, String> STORAGE = Map.of(
            "CHAR", "BINARY",
            "VARCHAR", "VARBINARY",
            "TINYTEXT", "BLOB",
            "TEXT", "BLOB",
            "MEDIUMTEXT", "BLOB",
            "LONGTEXT", "BLOB",
            "TINYBLOB", "BLOB",
            "MEDIUMBLOB", "BLOB",
            "LONGBLOB", "BLOB");

    private static final Set<String> MODIFIERS = Set.of("UNSIGNED", "SIGNED", "ZEROFILL", "BINARY", "BYTE");

    private DeclaredType() {}

    static String of(Column column) {
        StringBuilder base = new StringBuilder();
        for (String word : column.typeName()
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\(.*?\\)", " ")
                .trim()
                .split("\\s+")) {
            if (base.length() == 0 || !MODIFIERS.contains(word)) {
                base.append(base.length() == 0 ? "" : " ").append(word);
            }
        }
        return ALIASES.getOrDefault(base.toString(), base.toString());
    }

    /**
     * FLOAT(p) becomes DOUBLE above 24 bits, REAL depends on the sql_mode, TEXT(n) takes the smallest type that holds
     * n characters: such pairs do not differ.
     */
    static boolean agrees(String declared, String binlog) {
        return storage(declared).equals(storage(binlog)) || (real(declared) && real(binlog));
    }

    private static boolean real(String type) {
        return type.equals("FLOAT") || type.equals("DOUBLE");
    }

    private static String storage(String type) {
        return STORAGE.getOrDefault(type, type);
    }
}
