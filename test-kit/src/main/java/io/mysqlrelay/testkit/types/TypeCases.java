package io.mysqlrelay.testkit.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Column types with the values at their edges and random ones, as SQL expressions. */
public final class TypeCases {
    /** A column's type and expressions to store in it. */
    public record TypeCase(String type, List<String> values) {}

    private static final int RANDOM_VALUES = 40;

    private final Random random;
    private final List<TypeCase> cases = new ArrayList<>();

    private TypeCases(Random random) {
        this.random = random;
    }

    /** All types, each with its edges and {@value #RANDOM_VALUES} drawn values. */
    public static List<TypeCase> all(Random random) {
        TypeCases all = new TypeCases(random);
        all.integers();
        all.fractions();
        all.text();
        all.binary();
        all.temporal();
        all.listsAndBits();
        all.json();
        all.geometry();
        return all.cases;
    }

    private void add(String type, Supplier<String> randomValue, String... edges) {
        List<String> values = new ArrayList<>(List.of(edges));
        IntStream.range(0, RANDOM_VALUES).forEach(i -> values.add(randomValue.get()));
        values.add("NULL");
        cases.add(new TypeCase(type, values));
    }

    private void integers() {
        int[] bits = {8, 16, 24, 32, 64};
        String[] types = {"TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT"};
        for (int i = 0; i < bits.length; i++) {
            int width = bits[i];
            BigInteger half = BigInteger.ONE.shiftLeft(width - 1);
            add(
                    types[i],
                    () -> new BigInteger(width, random).subtract(half).toString(),
                    "0",
                    "1",
                    "-1",
                    half.negate().toString(),
                    half.subtract(BigInteger.ONE).toString());
            for (String unsigned : new String[] {" UNSIGNED", "(3) ZEROFILL"}) {
                add(
                        types[i] + unsigned,
                        () -> new BigInteger(width, random).toString(),
                        "0",
                        half.toString(),
                        half.shiftLeft(1).subtract(BigInteger.ONE).toString());
            }
        }
        add("YEAR", () -> String.valueOf(1901 + random.nextInt(255)), "0", "'0000'", "1901", "2155", "70");
    }

    private void fractions() {
        String nines = "9".repeat(35) + "." + "9".repeat(30);
        add("DECIMAL(65,30)", () -> decimal(35, 30), "0", nines, "-" + nines, "1e-30", "-1e-30");
        add("DECIMAL(65,0)", () -> decimal(65, 0), "9".repeat(65), "-1");
        add("DECIMAL(30,30)", () -> decimal(0, 30), "0." + "9".repeat(30));
        add("DECIMAL(10,2) ZEROFILL", () -> decimal(8, 2).replace("-", ""), "1.5");
        add("DECIMAL", () -> decimal(10, 0), "-9999999999");
        for (int i = 1; i <= 20; i++) {
            int digits = i;
            int scale = random.nextInt(digits + 1);
            add("DECIMAL(" + digits + "," + scale + ")", () -> decimal(digits - scale, scale), "-0.1");
        }
        String[] edges = {"0", "-0e0", "1e-45", "1.1754942e-38", "1.17549435e-38", "3.4028235e38", "16777217", "0.1"};
        add("FLOAT", () -> String.valueOf(Float.intBitsToFloat(random.nextInt() & 0xFF7FFFFF)), edges);
        add("FLOAT(7,4)", () -> String.valueOf(random.nextFloat() * 1000), "0.1", "999.9999", "-0e0");
        String[] doubles = {"0", "-0e0", "4.9e-324", "2.2250738585072014e-308", "1.7976931348623157e308", "0.1"};
        add("DOUBLE", () -> String.valueOf(randomDouble()), doubles);
        add("DOUBLE(20,3)", () -> String.valueOf(random.nextDouble() * 1e12), "0.1", "12345678901234567.891");
    }

    private double randomDouble() {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 1 / 3.0;
    }

    /** Without an exponent the server would make a DECIMAL of it. */
    private static String literal(double value) {
        String text = String.valueOf(value);
        return text.contains("E") ? text : text + "e0";
    }

    private String decimal(int whole, int scale) {
        BigInteger limit = BigInteger.TEN.pow(1 + random.nextInt(whole + scale));
        BigInteger digits = new BigInteger(limit.bitLength(), random).mod(limit);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale).toPlainString();
    }

    private void text() {
        for (String charset :
                List.of("utf8mb4", "utf8", "ascii", "latin1", "gbk", "gb18030", "big5", "utf16", "sjis")) {
            for (String type : List.of("CHAR(60)", "VARCHAR(300)", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT")) {
                add(
                        type + " CHARACTER SET " + charset,
                        () -> "'" + word(charset) + "'",
                        "''",
                        "' '",
                        "'a '",
                        "'a\\0\\n\\\\ \"'",
                        "'中文ÿ€'",
                        "repeat('x', 60)");
            }
        }
        add("VARCHAR(10) CHARACTER SET latin1", () -> "''", "x'818d8f909dff'");
        add("CHAR(10) CHARACTER SET latin1", () -> "''", "x'818d8f909d20'");
        add("VARCHAR(10) CHARACTER SET gbk", () -> "''", "_gbk x'a1a1fea0'");
        add("CHAR(255)", () -> "'" + word("utf8mb4") + "'", "repeat('😀', 255)");
        add("CHAR(0)", () -> "''", "'x'");
    }

    private String word(String charset) {
        String letters = charset.equals("utf8mb4") || charset.startsWith("utf16") ? "aé中😀�  " : "aé中 b1 ";
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(50); i > 0; i--) {
            int at = letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())));
            word.appendCodePoint(letters.codePointAt(at));
        }
        return word.toString();
    }

    private void binary() {
        String zeros = "x'" + "00".repeat(20) + "'";
        add("BINARY(20)", () -> bytes(20), zeros, "''", "x'ff00'", "x'2000'", "'a '");
        add("BINARY(255)", () -> bytes(255), "x'ff00'");
        add("BINARY", () -> bytes(1), "x'00'");
        add("BINARY(0)", () -> "''");
        for (String type : List.of("VARBINARY(255)", "VARBINARY(300)", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB")) {
            add(type, () -> bytes(255), "''", "x'00'", "x'ff0000'", "x'f09f98'");
        }
        add("MEDIUMBLOB", () -> "''", "repeat(x'00ff', 100000)");
    }

    private String bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return "x'" + HexFormat.of().formatHex(bytes) + "'";
    }

    private void temporal() {
        String[] dates = {"'0000-00-00'", "'2024-00-00'", "'2024-02-00'", "'2024-02-30'", "'9999-12-31'", "'0001-01-01'"
        };
        add("DATE", () -> "'" + date() + "'", dates);
        for (int digits = 0; digits <= 6; digits++) {
            String suffix = "(" + digits + ")";
            add(
                    "DATETIME" + suffix,
                    () -> "'" + date() + " " + timeOfDay() + "'",
                    "'0000-00-00 00:00:00'",
                    "'2024-00-00 01:02:03.456789'",
                    "'0001-02-31 00:00:00.000001'",
                    "'9999-12-31 23:59:59'");
            add(
                    "TIMESTAMP" + suffix + " NULL",
                    () -> "from_unixtime(" + random.nextInt(Integer.MAX_VALUE) + "." + fraction() + ")",
                    "'0000-00-00 00:00:00'",
                    "'1970-01-01 00:00:01'",
                    "'1970-01-01 00:00:01.000001'",
                    "'2038-01-19 03:14:07'");
            add(
                    "TIME" + suffix,
                    () -> "'" + (random.nextBoolean() ? "-" : "") + random.nextInt(838)
                            + timeOfDay().substring(2) + "'",
                    "'0'",
                    "'-838:59:59'",
                    "'838:59:59'",
                    "'-00:00:00.000001'",
                    "'-00:00:00.9'",
                    "'-00:00:00.99'",
                    "'-01:00:00.000100'");
        }
    }

    private String date() {
        return "%04d-%02d-%02d".formatted(random.nextInt(10000), random.nextInt(13), random.nextInt(32));
    }

    private String timeOfDay() {
        return "%02d:%02d:%02d.%s".formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60), fraction());
    }

    private String fraction() {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    private void listsAndBits() {
        for (int bits : new int[] {1, 5, 8, 9, 16, 24, 33, 63, 64}) {
            String ones =
                    BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE).toString();
            add("BIT(" + bits + ")", () -> new BigInteger(bits, random).toString(), "0", "1", ones);
        }
        add("ENUM('','a','b''c','é')", () -> String.valueOf(random.nextInt(5)), "0", "1", "''", "'zzz'", "4");
        String many = members(300);
        add("ENUM(" + many + ")", () -> String.valueOf(1 + random.nextInt(300)), "0", "255", "256", "300");
        String full = new BigInteger("18446744073709551615").toString();
        add(
                "SET(" + members(64) + ")",
                () -> Long.toUnsignedString(random.nextLong()),
                "0",
                full,
                "9223372036854775808");
        add("SET('a','b')", () -> String.valueOf(random.nextInt(4)), "''", "'zzz'");
    }

    private static String members(int count) {
        return String.join(
                ",",
                IntStream.rangeClosed(1, count).mapToObj(i -> "'m" + i + "'").toList());
    }

    private void json() {
        add(
                "JSON",
                () -> "json_array(" + literal(randomDouble()) + ", " + random.nextLong() + ", " + random.nextInt()
                        + ", "
                        + literal(random.nextDouble() * Math.pow(10, random.nextInt(40) - 20)) + ", " + bytes(200)
                        + ", '"
                        + word("utf8mb4") + "')",
                "'null'",
                "'true'",
                "'1'",
                "'-1'",
                "'\"x\"'",
                "'{}'",
                "'[]'",
                "'[1.0, 1e20, 1e16, 1e15, 1e14, 123456789012345.5, 1e-5, 1e-14, 1e-15, 1e-16, -0.0, 4.9e-324, 0.1]'",
                "'[1.7976931348623157e308, 8.41e21, 2.0e-3, 9007199254740993.0, 100.0, 0.30000000000000004]'",
                "'[18446744073709551615, 9223372036854775807, -9223372036854775808, 65535, 65536, 32767, 32768, -32769]'",
                "'[2147483647, 2147483648, 4294967295, 4294967296, -2147483649]'",
                "json_array(cast(3000000000 as unsigned), cast(40000 as unsigned), cast(1 as unsigned), 18446744073709551615)",
                "'{\"b\": 1, \"a\": {\"cc\": [true, false, null]}, \"\": \"\", \"é😀\": \"\\\\u0001\\\\u001f\\\\\"\\\\n\\\\\\\\/\\\\b\\\\f\\\\t\\\\r\\\\u2028\"}'",
                "json_array(cast('1.10' as decimal(5,2)), cast('-0.5' as decimal(65,30)), cast(12345678901234567890123 as decimal(30,0)))",
                "json_array(cast('2024-01-02' as date), cast('2024-01-02 03:04:05.678' as datetime(3)), cast('-12:13:14.5' as time(1)), cast('12:13:14' as time))",
                "json_array(cast('100:01:02.5' as time(6)), cast('-838:59:59' as time), cast('0' as time))",
                "json_array(timestamp'2024-01-02 03:04:05', x'00ff', b'101', year('2024-01-01'))",
                "json_array(repeat('x', 200), repeat('é', 70000))",
                "json_object('big', json_array(repeat('x', 40000), repeat('y', 40000), 1, 70000, -70000, true, null, 1.5e0))",
                "json_extract(json_array(cast(repeat('x', 100) as binary)), '$[0]')",
                "json_object('k', cast(repeat('x', 57) as binary), 'l', cast(repeat('x', 58) as binary))");
    }

    private void geometry() {
        add("GEOMETRY", () -> "st_geomfromtext('point(" + random.nextDouble() + " " + random.nextInt(90) + ")')");
        add("POINT", () -> "st_geomfromtext('point(1 2)', 4326)");
        add("POLYGON", () -> "st_geomfromtext('polygon((0 0, 0 1, 1 1, 0 0))')");
        add("GEOMETRYCOLLECTION", () -> "st_geomfromtext('geometrycollection(point(1 1), linestring(0 0, 1 1))')");
    }
}
