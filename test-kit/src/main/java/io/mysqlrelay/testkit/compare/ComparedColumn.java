package io.mysqlrelay.testkit.compare;

import io.mysqlrelay.core.TableName;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a column's value is read so that equal bytes mean equal values, and how it is ordered.
 *
 * @param expression gives bytes that no character set conversion has touched
 * @param byNumber whether the server orders the expression as a number, and not by its bytes
 * @param plain whether the expression is the column itself, so that an index can give its order
 * @param collation null for a column that is not text
 */
record ComparedColumn(String name, String expression, boolean byNumber, boolean plain, String collation) {
    /**
     * @param type {@code DATA_TYPE} of the information schema
     * @param collation {@code COLLATION_NAME} of the information schema
     */
    static ComparedColumn of(String name, String type, String collation) {
        String column = TableName.quote(name);
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "year" ->
                new ComparedColumn(name, column, true, true, collation);
            // As a double, a FLOAT is printed with all of its digits; multiplied, because -0 + 0 is 0.
            case "float", "double" -> new ComparedColumn(name, column + " * 1e0", true, false, collation);
            case "enum", "set" -> new ComparedColumn(name, "CAST(" + column + " AS UNSIGNED)", true, false, collation);
            case "json" ->
                new ComparedColumn(
                        name,
                        "CAST(CAST(" + column + " AS CHAR CHARACTER SET utf8mb4) AS BINARY)",
                        false,
                        false,
                        collation);
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "time" ->
                new ComparedColumn(name, "CAST(" + column + " AS BINARY)", false, false, collation);
            // Binary strings, BIT, dates, geometry: their bytes arrive as they are, and are ordered by them.
            default -> new ComparedColumn(name, column, false, true, collation);
        };
    }

    /** The server's order of two values of a key, which are never NULL. */
    int compare(byte[] left, byte[] right) {
        if (!byNumber) {
            return Arrays.compareUnsigned(left, right);
        }
        return number(left).compareTo(number(right));
    }

    private static BigDecimal number(byte[] digits) {
        return new BigDecimal(new String(digits, StandardCharsets.US_ASCII));
    }
}
