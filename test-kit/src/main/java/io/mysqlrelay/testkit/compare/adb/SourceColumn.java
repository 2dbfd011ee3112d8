package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.core.TableName;
import java.util.Set;

/**
 * A column of the source.
 *
 * @param type {@code DATA_TYPE} of the information schema
 * @param declared {@code COLUMN_TYPE} of it
 * @param digits of a number, or 0
 * @param decimals of a number, or 0
 * @param charset of text; null for other types
 */
record SourceColumn(
        String name,
        String type,
        String declared,
        int digits,
        int decimals,
        boolean notNull,
        boolean autoIncrement,
        String comment,
        String charset,
        SourceDefault byDefault) {
    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final int MOST_DIGITS = 38;

    AdbValue value() {
        return AdbValue.of(type, charset);
    }

    String expression() {
        return value().sourceExpression(TableName.quote(name));
    }

    /**
     * The table of types in docs/analyticdb.md, with {@code adb.decimal.over.38=varchar}.
     *
     * @param inKey of the target: "integer columns of a key are made BIGINT"
     */
    String expectedType(boolean inKey) {
        boolean unsigned = declared.contains("unsigned");
        if (inKey && (type.equals("year") || INTEGERS.contains(type)) && !(type.equals("bigint") && unsigned)) {
            return "bigint";
        }
        return switch (type) {
            case "tinyint" -> unsigned ? "smallint" : "tinyint";
            case "smallint" -> unsigned ? "int" : "smallint";
            case "mediumint", "year" -> "int";
            case "int" -> unsigned || autoIncrement ? "bigint" : "int";
            case "bigint" -> unsigned ? "decimal(20, 0)" : "bigint";
            case "decimal" -> digits > MOST_DIGITS ? "varchar" : "decimal(" + digits + ", " + decimals + ")";
            case "float", "double", "date", "time", "datetime", "timestamp", "json" -> type;
            default -> value() == AdbValue.BYTES ? "binary" : "varchar";
        };
    }

    /** "Date columns outside of the key are made nullable. NOT NULL is kept for all others." */
    boolean expectedNotNull(boolean inKey) {
        return inKey || (notNull && value() != AdbValue.DATE && value() != AdbValue.MOMENT);
    }

    /** @return null for none */
    String expectedDefault() {
        return byDefault.expected(value());
    }
}
