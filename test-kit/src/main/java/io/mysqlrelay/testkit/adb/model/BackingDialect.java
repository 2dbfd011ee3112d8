package io.mysqlrelay.testkit.adb.model;

import io.mysqlrelay.testkit.adb.sql.Literal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * How the backing server holds a column.
 *
 * @param expressionDefaults whether it takes {@code DEFAULT (expression)}, from 8.0.13 on
 * @param collation of all text: "data is case-sensitive ({@code a} and {@code A} are different keys)"
 */
public record BackingDialect(boolean expressionDefaults, String collation) {
    /** What InnoDB takes for a whole key. */
    private static final int KEY_BYTES = 3_072;

    /** Enough for any other column of a key. */
    private static final int OTHER_KEY_COLUMN = 20;

    /** Where a text cannot have a default, it is this short. */
    private static final int DEFAULTED_LENGTH = 1_024;

    /** @param version as {@code VERSION()} says it */
    public static BackingDialect of(String version) {
        String[] numbers = version.split("[^0-9]");
        int patch = Integer.parseInt(numbers[0]) > 8 || !numbers[1].equals("0") ? 99 : Integer.parseInt(numbers[2]);
        // utf8mb4_bin compares without trailing spaces; the other one has them count, but is younger.
        return new BackingDialect(patch >= 13, patch >= 17 ? "utf8mb4_0900_bin" : "utf8mb4_bin");
    }

    /** Definition of a column for CREATE and ALTER TABLE. */
    public String column(ColumnFacts column, List<ColumnFacts> key) {
        boolean inKey = key.stream().anyMatch(one -> one.isNamed(column.name()));
        String nothing = column.nullable() && !inKey ? " NULL" : " NOT NULL";
        return Literal.name(column.name()) + " " + type(column, inKey ? shareOfKey(key) : 0) + nothing
                + defaultClause(column)
                + (column.autoIncrement() ? " AUTO_INCREMENT" : "")
                + (column.comment().isEmpty() ? "" : " COMMENT " + Literal.quote(column.comment()));
    }

    private String type(ColumnFacts column, int keyBytes) {
        return switch (column.type().kind()) {
            case VARCHAR -> text(column, keyBytes) + " CHARACTER SET utf8mb4 COLLATE " + collation;
            case BINARY -> keyBytes > 0 ? "VARBINARY(" + keyBytes + ")" : "LONGBLOB";
            // "ADB keeps milliseconds (3 digits) for TIME, DATETIME and TIMESTAMP."
            case TIME, DATETIME, TIMESTAMP -> column.type().kind() + "(3)";
            case BOOLEAN -> "TINYINT(1)";
            case TINYINT -> "TINYINT(4)";
            case DECIMAL ->
                "DECIMAL(" + column.type().precision() + "," + column.type().scale() + ")";
            default -> column.type().kind().name();
        };
    }

    private String text(ColumnFacts column, int keyBytes) {
        if (keyBytes > 0) {
            return "VARCHAR(" + keyBytes / 4 + ")";
        }
        return column.defaultValue() != null && !expressionDefaults ? "VARCHAR(" + DEFAULTED_LENGTH + ")" : "LONGTEXT";
    }

    private String defaultClause(ColumnFacts column) {
        if (column.defaultNow()) {
            return " DEFAULT CURRENT_TIMESTAMP" + (column.type().kind() == AdbType.Kind.DATE ? "" : "(3)");
        }
        if (column.defaultValue() == null) {
            return "";
        }
        boolean ascii = column.defaultValue().chars().allMatch(c -> c < 0x80);
        String constant = Literal.quote(column.defaultValue());
        if (!ascii && expressionDefaults && column.type().kind() == AdbType.Kind.VARCHAR) {
            // The information schema prints the bytes of a text in an expression as if they were characters. Here each
            // character is a byte.
            byte[] bytes = column.defaultValue().getBytes(StandardCharsets.ISO_8859_1);
            constant = "CONVERT(0x" + HexFormat.of().formatHex(bytes) + " USING utf8mb4)";
        }
        boolean expression = column.type().kind() == AdbType.Kind.VARCHAR && expressionDefaults;
        return " DEFAULT " + (expression ? "(" + constant + ")" : constant);
    }

    private static int shareOfKey(List<ColumnFacts> key) {
        long texts = key.stream()
                .filter(one ->
                        one.type().kind() == AdbType.Kind.VARCHAR || one.type().kind() == AdbType.Kind.BINARY)
                .count();
        long rest = KEY_BYTES - OTHER_KEY_COLUMN * (key.size() - texts);
        return texts == 0 ? 1 : (int) (rest / texts);
    }
}
