package io.mysqlrelay.sink.adb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbType;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.adb.value.ValueRules.Odd;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.ValueType;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralsTest {
    private static String written(ValueType type, Base base, Object value) {
        return written(
                new ColumnShape("c", type, null, List.of("a", "b'c")), base, false, false, ValueRules.DEFAULT, value);
    }

    private static String written(
            ColumnShape shape, Base base, boolean notNull, boolean inKey, ValueRules rules, Object value) {
        StringBuilder sql = new StringBuilder();
        ColumnWriter.of(shape, new AdbColumn("c", AdbType.of(base), notNull, null, ""), inKey, rules)
                .write(sql, value);
        return sql.toString();
    }

    private static ColumnShape of(ValueType type) {
        return new ColumnShape("c", type, null, List.of());
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(written(ValueType.INTEGER, Base.BIGINT, Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
        assertThat(written(ValueType.DECIMAL, Base.DECIMAL, new BigDecimal("18446744073709551615")))
                .isEqualTo("18446744073709551615");
        assertThat(written(ValueType.DECIMAL, Base.DECIMAL, new BigDecimal("1E-30")))
                .isEqualTo("0.000000000000000000000000000001");
        assertThat(written(ValueType.DECIMAL, Base.VARCHAR, new BigDecimal("-1.50")))
                .isEqualTo("'-1.50'");
        assertThat(written(ValueType.FLOAT, Base.FLOAT, 0.1f)).isEqualTo("0.1E0");
        assertThat(written(ValueType.FLOAT, Base.FLOAT, Float.MIN_VALUE)).isEqualTo("1.4E-45");
        assertThat(written(ValueType.DOUBLE, Base.DOUBLE, -0.0)).isEqualTo("-0.0E0");
        assertThat(written(ValueType.DOUBLE, Base.DOUBLE, Double.MAX_VALUE)).isEqualTo("1.7976931348623157E308");
        assertThat(written(ValueType.YEAR, Base.INT, 0L)).isEqualTo("0");
    }

    @Test
    void realNumbersAreRoundedOnlyWhenAsked() {
        ValueRules rules = new ValueRules(Odd.NULL, null, Odd.ERROR, 2, 3);
        assertThat(written(of(ValueType.FLOAT), Base.FLOAT, false, false, rules, 1.239f))
                .isEqualTo("1.24E0");
        assertThat(written(of(ValueType.DOUBLE), Base.DOUBLE, false, false, rules, 1e20))
                .isEqualTo("1.0E20");
        assertThat(written(of(ValueType.DOUBLE), Base.DOUBLE, false, false, rules, 1.23456))
                .isEqualTo("1.235E0");
    }

    @Test
    void textEndsWhereItEnds() {
        assertThat(written(ValueType.STRING, Base.VARCHAR, "it's \\ \0 \n \r \u001a ; -- \ud83d\ude00"))
                .isEqualTo("'it''s \\\\ \\0 \\n \\r \\Z ; -- \ud83d\ude00'");
        assertThat(written(ValueType.JSON, Base.JSON, "{\"a\": \"\\\"\"}")).isEqualTo("'{\"a\": \"\\\\\"\"}'");
        assertThat(written(ValueType.ENUM, Base.VARCHAR, 2L)).isEqualTo("'b''c'");
        assertThat(written(ValueType.ENUM, Base.VARCHAR, 0L)).isEqualTo("''");
        assertThat(written(ValueType.SET, Base.VARCHAR, 3L)).isEqualTo("'a,b''c'");
        assertThat(written(ValueType.SET, Base.VARCHAR, 0L)).isEqualTo("''");
    }

    @Test
    void textOfOtherCharacterSetsIsDecoded() {
        ColumnShape latin1 = new ColumnShape("c", ValueType.ENCODED_TEXT, "latin1", List.of());
        assertThat(written(latin1, Base.VARCHAR, false, false, ValueRules.DEFAULT, new byte[] {
                    (byte) 0xe4, (byte) 0x80, (byte) 0x81
                }))
                .isEqualTo("'\u00e4\u20ac\u0081'");
        ColumnShape gbk = new ColumnShape("c", ValueType.ENCODED_TEXT, "gbk", List.of());
        assertThat(written(
                        gbk,
                        Base.VARCHAR,
                        false,
                        false,
                        ValueRules.DEFAULT,
                        "\u4e2d\u6587".getBytes(Charset.forName("GBK"))))
                .isEqualTo("'\u4e2d\u6587'");
        assertThatThrownBy(() -> written(gbk, Base.VARCHAR, false, false, ValueRules.DEFAULT, new byte[] {(byte) 0xff}))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("RELAY-4064");
        ColumnShape unknown = new ColumnShape("c", ValueType.ENCODED_TEXT, "klingon", List.of());
        assertThatThrownBy(() -> written(unknown, Base.VARCHAR, false, false, ValueRules.DEFAULT, new byte[0]))
                .hasMessageContaining("RELAY-4061");
    }

    @Test
    void everyHighByteOfLatin1IsACharacterOfItsOwn() {
        StringBuilder all = new StringBuilder();
        byte[] bytes = new byte[128];
        for (int i = 0; i < 128; i++) {
            bytes[i] = (byte) (i + 128);
        }
        all.append(TextCharsets.of("latin1").decode(bytes));
        assertThat(all.chars().distinct().count()).isEqualTo(128);
        String windows = new String(new byte[] {(byte) 0x9c, (byte) 0xfe}, Charset.forName("windows-1252"));
        assertThat(all.charAt(0x1c)).isEqualTo(windows.charAt(0));
        assertThat(all.charAt(0x7e)).isEqualTo(windows.charAt(1));
    }

    @Test
    void bytesAreHexadecimalAndBitsANumber() {
        assertThat(written(ValueType.BYTES, Base.BINARY, new byte[] {0, (byte) 0xff, 'a'}))
                .isEqualTo("X'00FF61'");
        assertThat(written(ValueType.BYTES, Base.BINARY, new byte[0])).isEqualTo("X''");
        assertThat(written(ValueType.BITS, Base.VARCHAR, new byte[] {1, 2})).isEqualTo("'513'");
        assertThat(written(ValueType.GEOMETRY, Base.BINARY, "g".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("X'67'");
    }

    @Test
    void momentsAreCutToMilliseconds() {
        assertThat(written(ValueType.DATETIME, Base.DATETIME, "2024-02-29 23:59:59.999999"))
                .isEqualTo("'2024-02-29 23:59:59.999'");
        assertThat(written(ValueType.TIMESTAMP, Base.TIMESTAMP, "2024-01-01 00:00:00"))
                .isEqualTo("'2024-01-01 00:00:00'");
        assertThat(written(ValueType.TIME, Base.TIME, 3_723_120_999L)).isEqualTo("'01:02:03.120'");
        assertThat(written(ValueType.TIME, Base.VARCHAR, -3_020_399_000_001L)).isEqualTo("'-838:59:59.000001'");
    }

    @Test
    void zeroAndInvalidDatesBecomeNull() {
        for (String odd : List.of("0000-00-00", "2024-02-30", "2023-02-29", "2024-00-10", "0000-01-01")) {
            assertThat(written(ValueType.DATE, Base.DATE, odd)).as(odd).isEqualTo("NULL");
            assertThat(written(ValueType.DATETIME, Base.DATETIME, odd + " 00:00:00"))
                    .as(odd)
                    .isEqualTo("NULL");
        }
        assertThat(written(ValueType.DATE, Base.DATE, "0001-01-01")).isEqualTo("'0001-01-01'");
        assertThat(written(ValueType.DATE, Base.VARCHAR, "0000-00-00")).isEqualTo("'0000-00-00'");
    }

    @Test
    void aColumnWithoutNullTakesTheSubstituteOrRefuses() {
        ValueRules substitute = new ValueRules(Odd.NULL, "1970-01-01", Odd.NULL, 38, 308);
        assertThat(written(of(ValueType.DATETIME), Base.DATETIME, true, false, substitute, "0000-00-00 00:00:00"))
                .isEqualTo("'1970-01-01 00:00:00'");
        assertThatThrownBy(() -> written(of(ValueType.DATE), Base.DATE, true, false, ValueRules.DEFAULT, "0000-00-00"))
                .hasMessageContaining("RELAY-4064")
                .hasMessageContaining("column c");
        assertThatThrownBy(() -> written(of(ValueType.TIME), Base.TIME, false, false, ValueRules.DEFAULT, -1L))
                .hasMessageContaining("RELAY-4064");
        assertThat(written(of(ValueType.TIME), Base.TIME, false, false, substitute, -1L))
                .isEqualTo("NULL");
    }

    @Test
    void nothingIsCutInAKey() {
        assertThatThrownBy(() -> written(
                        of(ValueType.DATETIME),
                        Base.DATETIME,
                        true,
                        true,
                        ValueRules.DEFAULT,
                        "2024-01-01 00:00:00.000001"))
                .hasMessageContaining("finer than milliseconds");
        assertThat(written(
                        of(ValueType.DATETIME),
                        Base.DATETIME,
                        true,
                        true,
                        ValueRules.DEFAULT,
                        "2024-01-01 00:00:00.120000"))
                .isEqualTo("'2024-01-01 00:00:00.120'");
        assertThatThrownBy(() -> written(of(ValueType.DATE), Base.DATE, false, true, ValueRules.DEFAULT, "0000-00-00"))
                .hasMessageContaining("in the key");
    }
}
