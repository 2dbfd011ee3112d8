package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.delete;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.load;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.safe;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static io.mysqlrelay.sink.mysql.TargetHarness.update;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of value, as a row of a keyless table and, where MySQL allows it, as a primary key. */
class TypesIT {
    /**
     * @param definition the column's type in the target
     * @param hex how MySQL sees the stored value, as bytes of this expression over column v
     */
    record Case(String definition, ColumnShape column, Object value, String expression, String hex) {
        @Override
        public String toString() {
            return definition + " " + hex;
        }
    }

    private static MySqlTarget target;

    @BeforeAll
    static void openTarget() throws Exception {
        sql("DROP DATABASE IF EXISTS types", "CREATE DATABASE types CHARACTER SET utf8mb4");
        target = target("types.changes");
        target.open();
    }

    @AfterAll
    static void closeTarget() {
        target.close();
    }

    private static Case of(String definition, ValueType type, Object value, String text) {
        return new Case(definition, column("v", type), value, "CAST(v AS CHAR)", hexOf(text));
    }

    private static Case bytes(String definition, ValueType type, Object value, String hex) {
        return new Case(definition, column("v", type), value, "v", hex);
    }

    private static Case encoded(String charset, String hex) {
        return new Case(
                "VARCHAR(20) CHARACTER SET " + charset,
                new ColumnShape("v", ValueType.ENCODED_TEXT, charset, List.of()),
                HexFormat.of().parseHex(hex),
                "v",
                hex);
    }

    private static Case number(String definition, ValueType type, Object value, String expression, String text) {
        return new Case(definition, column("v", type), value, expression, hexOf(text));
    }

    private static Case member(String definition, ValueType type, long value, List<String> members, String number) {
        return new Case(
                definition,
                new ColumnShape("v", type, null, members),
                value,
                "CAST(CAST(v AS UNSIGNED) AS CHAR)",
                hexOf(number));
    }

    private static String hexOf(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Stream<Case> cases() {
        return Stream.of(
                of("TINYINT", ValueType.INTEGER, -128L, "-128"),
                of("BIGINT", ValueType.INTEGER, Long.MIN_VALUE, "-9223372036854775808"),
                of(
                        "BIGINT UNSIGNED",
                        ValueType.DECIMAL,
                        new BigDecimal("18446744073709551615"),
                        "18446744073709551615"),
                of(
                        "DECIMAL(65,30)",
                        ValueType.DECIMAL,
                        new BigDecimal("-99999999999999999999999999999999999.999999999999999999999999999999"),
                        "-99999999999999999999999999999999999.999999999999999999999999999999"),
                number("FLOAT", ValueType.FLOAT, 1.17549435E-38f, "CAST(v + 0E0 AS CHAR)", "1.1754943508222875e-38"),
                number("FLOAT", ValueType.FLOAT, 16777216f, "CAST(CAST(v AS DECIMAL(65,1)) AS CHAR)", "16777216.0"),
                number("FLOAT", ValueType.FLOAT, 1.1f, "CAST(v + 0E0 AS CHAR)", "1.100000023841858"),
                number("FLOAT", ValueType.FLOAT, -0.0f, "CAST(v AS CHAR)", "-0"),
                of("FLOAT(7,4)", ValueType.FLOAT, 999.0001f, "999.0001"),
                of("DOUBLE", ValueType.DOUBLE, -0.0d, "-0"),
                of("DOUBLE", ValueType.DOUBLE, 0.1d + 0.2d, "0.30000000000000004"),
                of("DOUBLE", ValueType.DOUBLE, Double.MAX_VALUE, "1.7976931348623157e308"),
                of("DOUBLE", ValueType.DOUBLE, Double.MIN_NORMAL, "2.2250738585072014e-308"),
                bytes(
                        "VARCHAR(20)",
                        ValueType.STRING,
                        "a'\\\"\0\n\u001a? {d x} 😀é",
                        hexOf("a'\\\"\0\n\u001a? {d x} 😀é")),
                bytes("CHAR(20) CHARACTER SET utf8mb3", ValueType.STRING, "日本", hexOf("日本")),
                bytes("CHAR(20) CHARACTER SET ascii", ValueType.STRING, "a", "61"),
                bytes("VARCHAR(20)", ValueType.STRING, "trailing ", hexOf("trailing ")),
                bytes("VARCHAR(20)", ValueType.STRING, "", ""),
                encoded("latin1", "8141E49D"),
                encoded("gbk", "B0A1815C"),
                encoded("big5", "A140A55C"),
                encoded("gb18030", "8130813081358432"),
                encoded("sjis", "835C82A0"),
                encoded("ujis", "A4A28FB0A1"),
                encoded("euckr", "B0A1"),
                encoded("ucs2", "00410416"),
                encoded("utf16", "0041D83DDE00"),
                encoded("utf16le", "41003DD800DE"),
                encoded("utf32", "000000410001F600"),
                encoded("cp1251", "C0FF"),
                encoded("koi8r", "C1DA"),
                encoded("tis620", "A1A2"),
                encoded("binary", "00FF"),
                bytes("BINARY(4)", ValueType.BYTES, new byte[] {1, 0, 0, 0}, "01000000"),
                bytes("VARBINARY(20)", ValueType.BYTES, new byte[] {0, (byte) 0xff, 39, 92, 32}, "00FF275C20"),
                new Case("BIT(1)", column("v", ValueType.BITS), new byte[] {1}, "CAST(v+0 AS CHAR)", hexOf("1")),
                new Case("BIT(10)", column("v", ValueType.BITS), new byte[] {5, 2}, "CAST(v+0 AS CHAR)", hexOf("517")),
                new Case(
                        "BIT(64)",
                        column("v", ValueType.BITS),
                        new byte[] {-1, -1, -1, -1, -1, -1, -1, -1},
                        "CAST(v+0 AS CHAR)",
                        hexOf("18446744073709551615")),
                new Case(
                        "BIT(64)",
                        column("v", ValueType.BITS),
                        new byte[] {1, 0, 0, 0, 0, 0, 0, (byte) 0x80},
                        "CAST(v+0 AS CHAR)",
                        hexOf("9223372036854775809")),
                of("DATE", ValueType.DATE, "0000-00-00", "0000-00-00"),
                of("DATE", ValueType.DATE, "2024-02-30", "2024-02-30"),
                of("DATE", ValueType.DATE, "0001-00-00", "0001-00-00"),
                of("DATETIME", ValueType.DATETIME, "0000-00-00 00:00:00", "0000-00-00 00:00:00"),
                of("DATETIME(6)", ValueType.DATETIME, "9999-12-31 23:59:59.999999", "9999-12-31 23:59:59.999999"),
                of("DATETIME(3)", ValueType.DATETIME, "2024-02-31 01:02:03.004", "2024-02-31 01:02:03.004"),
                of(
                        "TIMESTAMP(6) NULL",
                        ValueType.TIMESTAMP,
                        "1970-01-01 00:00:01.000001",
                        "1970-01-01 00:00:01.000001"),
                of("TIMESTAMP NULL", ValueType.TIMESTAMP, "0000-00-00 00:00:00", "0000-00-00 00:00:00"),
                of("TIME", ValueType.TIME, -3_020_399_000_000L, "-838:59:59"),
                of("TIME(6)", ValueType.TIME, -1L, "-00:00:00.000001"),
                of("TIME(2)", ValueType.TIME, 3_020_398_990_000L, "838:59:58.99"),
                of("YEAR", ValueType.YEAR, 0L, "0000"),
                of("YEAR", ValueType.YEAR, 2155L, "2155"),
                of(
                        "JSON",
                        ValueType.JSON,
                        "{\"a\":1.0,\"b\":[null,\"ä'\\\\\\\"\"]}",
                        "{\"a\": 1.0, \"b\": [null, \"ä'\\\\\\\"\"]}"),
                of("JSON", ValueType.JSON, "null", "null"),
                member("ENUM('a','b','')", ValueType.ENUM, 0, List.of("a", "b", ""), "0"),
                member("ENUM('a','b','')", ValueType.ENUM, 3, List.of("a", "b", ""), "3"),
                member("ENUM('b','it''s','x,y')", ValueType.ENUM, 1, List.of("it's", "b"), "2"),
                member("SET('a','b','c')", ValueType.SET, 5, List.of("a", "b", "c"), "5"),
                member("SET('c','b','a')", ValueType.SET, 5, List.of("a", "b", "c"), "5"),
                member("SET('b','c','a')", ValueType.SET, 5, List.of("a", "b", "c"), "6"),
                member(
                        "SET('" + String.join("','", many()) + "')",
                        ValueType.SET,
                        Long.MIN_VALUE | 1,
                        many(),
                        "9223372036854775809"),
                new Case(
                        "GEOMETRY",
                        column("v", ValueType.GEOMETRY),
                        HexFormat.of().parseHex("E6100000010100000000000000000024400000000000003440"),
                        "v",
                        "E6100000010100000000000000000024400000000000003440"));
    }

    private static List<String> many() {
        return java.util.stream.IntStream.range(0, 64).mapToObj(i -> "m" + i).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aValueIsStoredAndFoundExactly(Case c) throws Exception {
        sql(
                "DROP TABLE IF EXISTS types.t",
                "CREATE TABLE types.t (id INT, v " + c.definition() + ") CHARACTER SET utf8mb4");
        RowShape shape = shape("types", "t", column("id", ValueType.INTEGER), c.column());
        target.apply(window(insert(shape, 1L, c.value()), insert(shape, 2L, null)));
        assertThat(stored(c, 1)).isEqualTo(c.hex());
        target.apply(window(
                update(shape, new Object[] {1L, c.value()}, new Object[] {3L, c.value()}),
                update(shape, new Object[] {2L, null}, new Object[] {2L, c.value()})));
        assertThat(stored(c, 2)).isEqualTo(c.hex());
        assertThat(stored(c, 3)).isEqualTo(c.hex());
        target.apply(window(delete(shape, 2L, c.value()), delete(shape, 3L, c.value())));
        assertThat(rows("SELECT id FROM types.t")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aValueIsFoundAsKey(Case c) throws Exception {
        if (c.definition().equals("JSON") || c.definition().equals("GEOMETRY")) {
            return;
        }
        sql(
                "DROP TABLE IF EXISTS types.k",
                "CREATE TABLE types.k (v " + c.definition().replace(" NULL", "") + " NOT NULL, w INT NOT NULL, x INT,"
                        + " PRIMARY KEY (v, w)) CHARACTER SET utf8mb4");
        RowShape shape =
                shape("types", "k", c.column(), column("w", ValueType.INTEGER), column("x", ValueType.INTEGER));
        target.apply(window(load(shape, c.value(), 1L, 1L), load(shape, c.value(), 2L, 2L)));
        target.apply(window(
                update(shape, new Object[] {c.value(), 1L, 1L}, new Object[] {c.value(), 1L, 5L}),
                delete(shape, c.value(), 2L, 2L)));
        assertThat(rows("SELECT HEX(" + c.expression() + "), w, x FROM types.k"))
                .containsExactly(c.hex() + ",1,5");
        target.apply(safe(update(shape, new Object[] {c.value(), 1L, 5L}, new Object[] {c.value(), 3L, 6L})));
        assertThat(rows("SELECT w, x FROM types.k")).containsExactly("3,6");
        target.apply(window(delete(shape, c.value(), 3L, 6L)));
        assertThat(rows("SELECT w FROM types.k")).isEmpty();
    }

    /** Lists of single values are compared by other code of the server than lists of rows. */
    @ParameterizedTest
    @MethodSource("cases")
    void aValueIsFoundInAListOfKeys(Case c) throws Exception {
        if (c.definition().equals("JSON") || c.definition().equals("GEOMETRY")) {
            return;
        }
        sql(
                "DROP TABLE IF EXISTS types.l",
                "CREATE TABLE types.l (v " + c.definition().replace(" NULL", "") + " NOT NULL PRIMARY KEY, x INT)"
                        + " CHARACTER SET utf8mb4");
        RowShape shape = shape("types", "l", c.column(), column("x", ValueType.INTEGER));
        target.apply(window(insert(shape, c.value(), 1L)));
        target.apply(safe(delete(shape, c.value(), 1L)));
        assertThat(rows("SELECT x FROM types.l")).isEmpty();
    }

    private static String stored(Case c, int id) throws Exception {
        return rows("SELECT HEX(" + c.expression() + ") FROM types.t WHERE id = " + id)
                .get(0);
    }
}
