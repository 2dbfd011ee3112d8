package io.mysqlrelay.sink.mysql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LaneKeysTest {
    private static final TableName TABLE = new TableName("d", "t");

    private static ColumnShape column(String name, ValueType type) {
        return new ColumnShape(name, type, type == ValueType.ENCODED_TEXT ? "latin1" : null, List.of());
    }

    private static TargetColumn target(String name, String type, int digits, String collation) {
        String charset = collation == null ? null : collation.substring(0, collation.indexOf('_'));
        return new TargetColumn(name, charset, collation, false, false, true, List.of(), type, digits);
    }

    private static LaneKeys keys(ColumnShape shape, TargetColumn target, int prefix) {
        TargetKey key = new TargetKey(List.of(new TargetKey.Part(target.name(), prefix, true)));
        return keys(List.of(shape), List.of(target), List.of(key));
    }

    private static LaneKeys keys(List<ColumnShape> shape, List<TargetColumn> columns, List<TargetKey> keys) {
        Map<String, TargetColumn> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        columns.forEach(c -> byName.put(c.name(), c));
        return LaneKeys.of(
                TABLE,
                new RowShape(TABLE, shape),
                new TargetTable(byName, List.of(), keys, false, Set.of(), false, false));
    }

    /** @return null when the keys cannot be told */
    private static List<Long> told(LaneKeys keys, Object... row) {
        List<Long> told = new ArrayList<>();
        return keys.tell(row, (number, key) -> told.add(key)) ? told : null;
    }

    private static void assertSame(LaneKeys keys, Object a, Object b) {
        assertThat(told(keys, a)).hasSize(1).isEqualTo(told(keys, b));
    }

    private static void assertDifferent(LaneKeys keys, Object a, Object b) {
        assertThat(told(keys, a)).hasSize(1).isNotEqualTo(told(keys, b));
        assertThat(told(keys, b)).hasSize(1);
    }

    @Test
    void integersAreEqualByNumberWhateverTheirForm() {
        LaneKeys keys = keys(column("a", ValueType.DECIMAL), target("a", "bigint", 0, null), 0);
        assertSame(keys, new BigDecimal("18446744073709551615"), new BigDecimal("18446744073709551615"));
        assertSame(keys, new BigDecimal("120"), 120L);
        assertSame(keys, new BigDecimal("9223372036854775807"), Long.MAX_VALUE);
        assertDifferent(keys, new BigDecimal("18446744073709551615"), -1L);
        assertDifferent(keys, 1L, 2L);
    }

    @Test
    void decimalsAreEqualWithoutTheirZerosAndUnknownWhenTheTargetRounds() {
        LaneKeys keys = keys(column("a", ValueType.DECIMAL), target("a", "decimal", 2, null), 0);
        assertSame(keys, new BigDecimal("1.50"), new BigDecimal("1.5"));
        assertSame(keys, new BigDecimal("0.00"), 0L);
        assertDifferent(keys, new BigDecimal("1.5"), new BigDecimal("1.51"));
        assertDifferent(keys, new BigDecimal("1.5"), new BigDecimal("15"));
        assertThat(told(keys, new BigDecimal("1.501"))).isNull();
    }

    @Test
    void zeroHasNoSign() {
        LaneKeys keys = keys(column("a", ValueType.DOUBLE), target("a", "double", -1, null), 0);
        assertSame(keys, 0.0, -0.0);
        assertDifferent(keys, 0.1, 0.2);
        assertThat(told(keys(column("a", ValueType.FLOAT), target("a", "float", 2, null), 0), 1f))
                .isNull();
    }

    @Test
    void momentsAreEqualWithoutTheZerosOfTheirFractions() {
        LaneKeys keys = keys(column("a", ValueType.DATETIME), target("a", "datetime", 3, null), 0);
        assertSame(keys, "2024-02-30 00:00:10.500000", "2024-02-30 00:00:10.5");
        assertSame(keys, "2024-02-30 00:00:10.000", "2024-02-30 00:00:10");
        assertDifferent(keys, "2024-02-30 00:00:10", "2024-02-30 00:00:20");
        assertThat(told(keys, "2024-02-30 00:00:10.5001")).isNull();
        LaneKeys times = keys(column("a", ValueType.TIME), target("a", "time", 3, null), 0);
        assertDifferent(times, -1_000L, 1_000L);
        assertThat(told(times, 1_001L)).isNull();
    }

    @Test
    void bytesAreEqualWithoutTheirPadding() {
        LaneKeys keys = keys(column("a", ValueType.BYTES), target("a", "binary", -1, null), 0);
        assertSame(keys, new byte[] {1, 0, 0}, new byte[] {1});
        assertSame(keys, new byte[] {}, new byte[] {0});
        assertDifferent(keys, new byte[] {0, 1}, new byte[] {1});
        LaneKeys prefix = keys(column("a", ValueType.BYTES), target("a", "blob", -1, null), 2);
        assertSame(prefix, new byte[] {1, 2, 3}, new byte[] {1, 2, 4});
        assertDifferent(prefix, new byte[] {1, 2, 3}, new byte[] {1, 3, 3});
    }

    @Test
    void textIsFoldedInKnownCollationsAndOnlyPrintableAscii() {
        LaneKeys keys = keys(column("a", ValueType.STRING), target("a", "varchar", -1, "utf8mb4_general_ci"), 0);
        assertSame(keys, "Abc  ", "aBC");
        assertDifferent(keys, "abc", "ab");
        assertDifferent(keys, "a_", "a-");
        assertThat(told(keys, "é")).isNull();
        assertThat(told(keys, "a\tb")).isNull();
        assertThat(told(keys, "\u212A")).as("the Kelvin sign").isNull();
        LaneKeys old = keys(column("a", ValueType.STRING), target("a", "varchar", -1, "utf8_general_ci"), 0);
        assertSame(old, "A", "a");
        LaneKeys encoded = keys(column("a", ValueType.ENCODED_TEXT), target("a", "char", -1, "latin1_swedish_ci"), 0);
        assertSame(encoded, bytes("Abc "), bytes("aBC"));
        assertThat(told(encoded, bytes("é"))).isNull();
    }

    @Test
    void textIsComparedByCodeUnderBinaryCollations() {
        LaneKeys keys = keys(column("a", ValueType.STRING), target("a", "varchar", -1, "utf8mb4_bin"), 0);
        assertSame(keys, "é ", "é");
        assertDifferent(keys, "é", "e");
        assertDifferent(keys, "A", "a");
        LaneKeys encoded = keys(column("a", ValueType.ENCODED_TEXT), target("a", "varchar", -1, "latin1_bin"), 0);
        assertSame(encoded, bytes("é "), bytes("é"));
        assertDifferent(encoded, bytes("é"), bytes("è"));
    }

    @Test
    void prefixesCountCharacters() {
        LaneKeys keys = keys(column("a", ValueType.STRING), target("a", "text", -1, "utf8mb4_bin"), 2);
        assertSame(keys, "é\uD83D\uDE00x", "é\uD83D\uDE00y");
        assertSame(keys, "a  b", "a");
        assertDifferent(keys, "abx", "acx");
        LaneKeys folded = keys(column("a", ValueType.STRING), target("a", "text", -1, "utf8mb4_0900_ai_ci"), 2);
        assertSame(folded, "ABx", "abé");
        LaneKeys encoded = keys(column("a", ValueType.ENCODED_TEXT), target("a", "text", -1, "latin1_bin"), 2);
        assertSame(encoded, bytes("abx"), bytes("aby"));
        assertThat(told(encoded, bytes("abé"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "STRING, varchar, utf8mb4_spanish2_ci",
        "STRING, varchar, ucs2_bin",
        "STRING, varchar, sjis_japanese_ci",
        "STRING, varchar, utf8mb4_ja_0900_as_cs",
        "ENCODED_TEXT, varchar, utf16_bin",
        "ENCODED_TEXT, varchar, cp1251_bin",
        "ENCODED_TEXT, varchar, latin1_german2_ci",
        "STRING, int, ",
        "INTEGER, varchar, utf8mb4_bin",
        "INTEGER, float, ",
        "ENUM, varchar, utf8mb4_bin",
        "DATE, datetime, ",
        "DATETIME, timestamp, ",
        "BYTES, varchar, utf8mb4_bin",
    })
    void whatIsNotKnownCannotBeTold(ValueType type, String to, String collation) {
        LaneKeys keys = keys(column("a", type), target("a", to, -1, collation), 0);
        assertThat(told(keys, "x")).isNull();
        assertThat(keys.inLastLane()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ValueType.class,
            names = {"JSON", "GEOMETRY"})
    void documentsAndGeometryCannotBeTold(ValueType type) {
        assertThat(told(keys(column("a", type), target("a", "geometry", -1, null), 0), "x"))
                .isNull();
    }

    @Test
    void aKeyWithNullCollidesWithNothing() {
        TargetKey pair = new TargetKey(List.of(new TargetKey.Part("A", 0, false), new TargetKey.Part("b", 0, true)));
        TargetKey single = new TargetKey(List.of(new TargetKey.Part("a", 0, false)));
        LaneKeys keys = keys(
                List.of(column("a", ValueType.INTEGER), column("b", ValueType.INTEGER)),
                List.of(target("a", "int", 0, null), target("b", "int", 0, null)),
                List.of(pair, single));
        assertThat(told(keys, 1L, null)).hasSize(1);
        assertThat(told(keys, 1L, 1L)).hasSize(2).doesNotHaveDuplicates();
        assertThat(told(keys, 1L, 2L)).isNotEqualTo(told(keys, 2L, 1L));
    }

    @Test
    void expressionsAndColumnsThatTheStreamLacksCannotBeTold() {
        TargetColumn known = target("a", "int", 0, null);
        TargetKey expression = new TargetKey(List.of(new TargetKey.Part(null, 0, true)));
        TargetKey absent = new TargetKey(List.of(new TargetKey.Part("b", 0, true)));
        TargetColumn computed = new TargetColumn("b", null, null, true, false, true, List.of(), "int", 0);
        ColumnShape a = column("a", ValueType.INTEGER);
        ColumnShape b = column("b", ValueType.INTEGER);
        assertThat(told(keys(List.of(a), List.of(known), List.of(expression)), 1L))
                .isNull();
        assertThat(told(keys(List.of(a), List.of(known, target("b", "int", 0, null)), List.of(absent)), 1L))
                .isNull();
        assertThat(told(keys(List.of(a, b), List.of(known, computed), List.of(absent)), 1L, 2L))
                .isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
