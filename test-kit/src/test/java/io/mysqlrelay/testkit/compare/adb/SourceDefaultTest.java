package io.mysqlrelay.testkit.compare.adb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDefaultTest {
    @ParameterizedTest
    @CsvSource({
        "int, 00007, false, 7",
        "decimal, 1.50, false, 1.5",
        "double, 1e300, false, 1.0E300",
        "year, 0000, false, 0",
        "bit, b'101', false, 5",
        "varchar, CURRENT_TIMESTAMP, false, CURRENT_TIMESTAMP",
        "varchar, '_utf8mb4\\''a\\''', true,",
        "varbinary, 0x6162, false,",
        "json, json_array(), true,",
        "datetime, CURRENT_TIMESTAMP(6), true, CURRENT_TIMESTAMP",
        "timestamp, CURRENT_TIMESTAMP, false, CURRENT_TIMESTAMP",
        "datetime, now(), true,",
        "datetime, 2024-01-01 00:00:00.123456, false, 2024-01-01 00:00:00.123",
        "date, 0000-00-00, false,",
        "time, 24:00:00, false,",
    })
    void lossesAreThoseOfTheDocument(String type, String text, boolean generated, String expected) {
        assertThat(new SourceDefault(text, generated).expected(AdbValue.of(type, null)))
                .isEqualTo(expected);
    }

    @Test
    void aLongConstantIsDropped() {
        assertThat(new SourceDefault("x".repeat(127), false).expected(AdbValue.TEXT))
                .hasSize(127);
        assertThat(new SourceDefault("x".repeat(128), false).expected(AdbValue.TEXT))
                .isNull();
    }

    @Test
    void anEmptyTextIsNotNothing() {
        assertThat(new SourceDefault("", false).expected(AdbValue.TEXT)).isEmpty();
        assertThat(SourceDefault.found(AdbValue.TEXT, "")).isEmpty();
        assertThat(SourceDefault.found(AdbValue.TEXT, null)).isNull();
    }

    @Test
    void formsOfOneValueAreOne() {
        assertThat(SourceDefault.found(AdbValue.NUMBER, "1.500")).isEqualTo("1.5");
        assertThat(SourceDefault.found(AdbValue.MOMENT, "2024-01-01 00:00:00.000"))
                .isEqualTo(new SourceDefault("2024-01-01 00:00:00", false).expected(AdbValue.MOMENT));
        assertThat(SourceDefault.found(AdbValue.TEXT, "\uD83D\uDE00"))
                .isEqualTo(new SourceDefault("?", false).expected(AdbValue.TEXT));
    }
}
