package io.mysqlrelay.it.histories;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Column types and values for them, edges more often than chance would have them. */
final class Values {
    private static final List<String> TYPES = List.of(
            "TINYINT",
            "TINYINT(1)",
            "SMALLINT UNSIGNED",
            "MEDIUMINT",
            "INT",
            "INT UNSIGNED ZEROFILL",
            "BIGINT",
            "BIGINT UNSIGNED",
            "DECIMAL(10,2)",
            "DECIMAL(65,30)",
            "FLOAT",
            "DOUBLE",
            "BIT(1)",
            "BIT(13)",
            "BIT(64)",
            "CHAR(12)",
            "CHAR(5) CHARACTER SET latin1",
            "VARCHAR(20)",
            "VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
            "VARCHAR(20) CHARACTER SET gbk",
            "VARCHAR(20) CHARACTER SET utf16",
            "VARCHAR(20) CHARACTER SET sjis",
            "VARCHAR(20) CHARACTER SET latin1 COLLATE latin1_general_cs",
            "VARCHAR(20) CHARACTER SET cp1251",
            "TINYTEXT",
            "TEXT",
            "MEDIUMTEXT CHARACTER SET ucs2",
            "LONGTEXT CHARACTER SET hebrew",
            "BINARY(6)",
            "VARBINARY(20)",
            "TINYBLOB",
            "BLOB",
            "LONGBLOB",
            "DATE",
            "DATETIME",
            "DATETIME(3)",
            "DATETIME(6)",
            "TIMESTAMP NULL",
            "TIMESTAMP(6) NULL",
            "TIME",
            "TIME(6)",
            "YEAR",
            "ENUM('a','b','é','')",
            "SET('a','b','c d','é')",
            "JSON",
            "GEOMETRY",
            "POINT");
    private static final String LETTERS = "aAbBzéÉ ß ÿ'\\\"中日€ 0";
    private static final String LATIN = "aAbBz 0'\\\" Z";

    private final Random random;

    Values(Random random) {
        this.random = random;
    }

    /** Types without a length limit cannot be whole in a key. */
    String keyType() {
        return TYPES.get(random.nextInt(24));
    }

    String type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    static List<String> types() {
        return TYPES;
    }

    /** @param type as written in a statement or printed by the server */
    String of(String type, boolean nullable) {
        if (nullable && random.nextInt(6) == 0) {
            return "NULL";
        }
        String lower = type.toLowerCase(Locale.ROOT);
        String base = lower.replaceAll("[^a-z].*", "");
        return switch (base) {
            case "tinyint" -> integer(8, lower);
            case "smallint" -> integer(16, lower);
            case "mediumint" -> integer(24, lower);
            case "int" -> integer(32, lower);
            case "bigint" -> integer(64, lower);
            case "decimal" -> lower.startsWith("decimal(65") ? decimal(35, 30) : decimal(8, 2);
            case "float" -> String.valueOf(Float.intBitsToFloat(random.nextInt() & 0xBF7FFFFF));
            case "double" -> String.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300));
            case "bit" -> String.valueOf(lower.equals("bit(1)") ? random.nextInt(2) : random.nextInt(8192));
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> text();
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> bytes();
            case "date" -> "'" + date() + "'";
            case "datetime" -> "'" + date() + " " + time() + "'";
            case "timestamp" ->
                "'" + (1971 + random.nextInt(66)) + "-" + two(1 + random.nextInt(12)) + "-"
                        + two(1 + random.nextInt(28)) + " " + time() + "'";
            case "time" -> "'" + (random.nextBoolean() ? "-" : "") + random.nextInt(838) + time().substring(2) + "'";
            case "year" -> String.valueOf(random.nextInt(5) == 0 ? 0 : 1901 + random.nextInt(255));
            case "enum", "set" -> String.valueOf(1 + random.nextInt(3));
            case "json" -> json();
            case "point", "geometry" ->
                "ST_GeomFromText('POINT(" + random.nextInt(90) + " " + random.nextInt(90) + ")'"
                        + (random.nextBoolean() ? ", 4326)" : ")");
            default -> "DEFAULT";
        };
    }

    private String integer(int bits, String type) {
        boolean unsigned = type.contains("unsigned") || type.contains("zerofill");
        BigInteger least =
                unsigned ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(bits - 1).negate();
        BigInteger span = BigInteger.ONE.shiftLeft(bits);
        return switch (random.nextInt(6)) {
            case 0 -> least.toString();
            case 1 -> least.add(span).subtract(BigInteger.ONE).toString();
            case 2 -> least.add(new BigInteger(bits, random)).toString();
            default -> String.valueOf(random.nextInt(100));
        };
    }

    private String decimal(int whole, int scale) {
        String digits = new BigInteger(whole * 3, random).toString();
        return (random.nextBoolean() ? "-" : "") + digits.substring(0, Math.min(digits.length(), whole)) + "."
                + "%0".concat(scale + "d").formatted(random.nextInt(100));
    }

    private String text() {
        String letters = random.nextBoolean() ? LETTERS : LATIN;
        StringBuilder text = new StringBuilder("'");
        for (int i = random.nextInt(6); i > 0; i--) {
            char letter = letters.charAt(random.nextInt(letters.length()));
            text.append(letter == '\'' || letter == '\\' ? "\\" : "").append(letter);
        }
        return text.append("'").toString();
    }

    private String bytes() {
        byte[] bytes = new byte[random.nextInt(7)];
        random.nextBytes(bytes);
        return "X'" + HexFormat.of().formatHex(bytes) + "'";
    }

    private String date() {
        return switch (random.nextInt(5)) {
            case 0 -> "0000-00-00";
            case 1 -> "2024-00-" + two(random.nextInt(32));
            case 2 -> "%04d-02-30".formatted(random.nextInt(10_000));
            default ->
                1000 + random.nextInt(9000) + "-" + two(1 + random.nextInt(12)) + "-" + two(1 + random.nextInt(28));
        };
    }

    private String time() {
        return two(random.nextInt(24)) + ":" + two(random.nextInt(60)) + ":" + two(random.nextInt(60)) + "."
                + random.nextInt(1_000_000);
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }

    private String json() {
        return switch (random.nextInt(5)) {
            case 0 -> "'null'";
            case 1 -> "'[1, 2.5, \"é\", {\"a\": null}]'";
            case 2 -> "JSON_OBJECT('n', " + random.nextLong() + ", 't', " + text() + ")";
            case 3 -> "'" + random.nextInt() + "'";
            default -> "JSON_ARRAY(" + text() + ", " + random.nextDouble() + "e0, TRUE)";
        };
    }
}
