package io.mysqlrelay.testkit.compare.adb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdbValueTest {
    @ParameterizedTest
    @CsvSource({
        "date, 2024-02-29, 2024-02-29",
        "date, 0001-01-01, 0001-01-01",
        "date, 0000-00-00,",
        "date, 0000-05-05,",
        "date, 2024-02-30,",
        "date, 2024-01-00,",
        "datetime, 2024-01-01 10:11:12.999999, 2024-01-01 10:11:12.999",
        "datetime, 2024-01-01 10:11:12, 2024-01-01 10:11:12.000",
        "timestamp, 0000-00-00 00:00:00.5,",
        "time, 23:59:59.999999, 23:59:59.999",
        "time, 24:00:00,",
        "time, -00:00:01,",
        "time, 838:59:59,",
        "year, 0000, 0",
        "int, 007, 7",
        "decimal, -1.500, -1.5",
        "bit, 5, 5",
        "double, -0, -0.0",
    })
    void lossesAreThoseOfTheDocument(String type, String source, String expected) {
        assertThat(AdbValue.of(type, null).expected(source.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(expected);
    }

    @Test
    void everythingElseIsKeptToTheByte() {
        byte[] bytes = {0, (byte) 0xFF, 'a'};
        assertThat(AdbValue.of("geometry", null).expected(bytes)).isEqualTo("00ff61");
        assertThat(AdbValue.of("varchar", "utf8mb4").expected("ä 😀 ".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ä 😀 ");
    }
}
