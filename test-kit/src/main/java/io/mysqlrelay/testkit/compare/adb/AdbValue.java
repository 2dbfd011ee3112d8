package io.mysqlrelay.testkit.compare.adb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;

/** How values of one kind are read on both sides, and what the source's value is in AnalyticDB. */
enum AdbValue {
    NUMBER("%s", "%s") {
        @Override
        String expected(byte[] value) {
            return number(value);
        }
    },
    /** As a double, a FLOAT is printed with all of its digits; multiplied, because -0 + 0 is 0. */
    REAL("%s * 1e0", "%s * 1e0") {
        @Override
        String expected(byte[] value) {
            return Double.toString(Double.parseDouble(ascii(value)));
        }
    },
    TEXT("CAST(CONVERT(%s USING utf8mb4) AS BINARY)", "CAST(%s AS BINARY)") {
        @Override
        String expected(byte[] value) {
            return new String(value, StandardCharsets.UTF_8);
        }
    },
    /** "Codes of gbk for which MySQL has no character, and prints ?, become those that Windows has for them." */
    GBK_TEXT("CAST(CONVERT(%s USING utf8mb4) AS BINARY)", "CAST(%s AS BINARY)") {
        @Override
        String expected(byte[] value) {
            return new String(value, StandardCharsets.UTF_8).replaceAll("[\\x{E000}-\\x{F8FF}]", "?");
        }
    },
    /** "Members with characters beyond the Basic Multilingual Plane: the server itself prints these as ?." */
    MEMBERS("CAST(CONVERT(%s USING utf8mb4) AS BINARY)", "CAST(%s AS BINARY)") {
        @Override
        String expected(byte[] value) {
            return new String(value, StandardCharsets.UTF_8).replaceAll("[^\\x{0}-\\x{FFFF}]", "?");
        }
    },
    /** "The number as decimal text." */
    BITS("CAST(%s AS UNSIGNED)", "%s") {
        @Override
        String expected(byte[] value) {
            return ascii(value);
        }
    },
    /** Geometry too: "MySQL's own bytes". */
    BYTES("%s", "%s") {
        @Override
        String expected(byte[] value) {
            return HexFormat.of().formatHex(value);
        }
    },
    JSON("CAST(CAST(%s AS CHAR CHARACTER SET utf8mb4) AS BINARY)", "%s") {
        @Override
        String expected(byte[] value) {
            return new String(value, StandardCharsets.UTF_8);
        }
    },
    /** "Zero, partial and invalid dates, and the year 0, become NULL." */
    DATE("CAST(%s AS CHAR)", "CAST(%s AS CHAR)") {
        @Override
        String expected(byte[] value) {
            String text = ascii(value);
            return isDate(text) ? text : null;
        }
    },
    /** "Digits behind milliseconds are cut; dates as above." */
    MOMENT("CAST(%s AS CHAR)", "CAST(%s AS CHAR)") {
        @Override
        String expected(byte[] value) {
            String text = ascii(value);
            return isDate(text.substring(0, 10)) ? millis(text) : null;
        }
    },
    /** "Negative times and those of 24 hours or more become NULL; digits behind milliseconds are cut." */
    TIME("CAST(%s AS CHAR)", "CAST(%s AS CHAR)") {
        @Override
        String expected(byte[] value) {
            String text = ascii(value);
            return text.matches("([01]\\d|2[0-3]):.*") ? millis(text) : null;
        }
    };

    private final String source;
    private final String target;

    AdbValue(String source, String target) {
        this.source = source;
        this.target = target;
    }

    /** @param column quoted */
    String sourceExpression(String column) {
        return source.formatted(column);
    }

    String targetExpression(String column) {
        return target.formatted(column);
    }

    /** @return what a value of the source, never NULL, is expected to be; null for NULL */
    abstract String expected(byte[] value);

    /** @return a value of the target, never NULL, in the form of {@link #expected} */
    String found(byte[] value) {
        return expected(value);
    }

    /**
     * @param type {@code DATA_TYPE} of the source's information schema
     * @param charset of text; null for other types
     */
    static AdbValue of(String type, String charset) {
        return switch (type) {
            case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "year" -> NUMBER;
            case "float", "double" -> REAL;
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" ->
                "gbk".equals(charset) ? GBK_TEXT : TEXT;
            case "enum", "set" -> MEMBERS;
            case "bit" -> BITS;
            case "json" -> JSON;
            case "date" -> DATE;
            case "datetime", "timestamp" -> MOMENT;
            case "time" -> TIME;
            default -> BYTES;
        };
    }

    private static String ascii(byte[] value) {
        return new String(value, StandardCharsets.US_ASCII);
    }

    private static String number(byte[] value) {
        return new BigDecimal(ascii(value)).stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(String text) {
        String[] parts = text.split("-");
        try {
            return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                            .getYear()
                    > 0;
        } catch (DateTimeException outsideOfTheCalendar) {
            return false;
        }
    }

    private static String millis(String text) {
        int point = text.indexOf('.');
        String fraction = point < 0 ? "" : text.substring(point + 1);
        return (point < 0 ? text : text.substring(0, point)) + "." + (fraction + "000").substring(0, 3);
    }
}
