package io.mysqlrelay.source.value;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackedTemporalTest {
    @Test
    void datesNeedNotExist() {
        assertThat(PackedTemporal.date(0)).isEqualTo("0000-00-00");
        assertThat(PackedTemporal.date(2024 << 9 | 2 << 5 | 30)).isEqualTo("2024-02-30");
        assertThat(PackedTemporal.date(9999 << 9 | 12 << 5 | 31)).isEqualTo("9999-12-31");
        assertThat(PackedTemporal.date(1 << 9)).isEqualTo("0001-00-00");
    }

    @Test
    void dateTimesKeepTheirDigits() {
        long ofSeptember = ((1000L * 13 + 9) << 5 | 8) << 17 | 7 << 12 | 6 << 6 | 5;
        assertThat(PackedTemporal.dateTime(ofSeptember | 0x8000000000L, 0, 0)).isEqualTo("1000-09-08 07:06:05");
        assertThat(PackedTemporal.dateTime(ofSeptember, 40, 1)).isEqualTo("1000-09-08 07:06:05.4");
        assertThat(PackedTemporal.dateTime(ofSeptember, 43, 2)).isEqualTo("1000-09-08 07:06:05.43");
        assertThat(PackedTemporal.dateTime(ofSeptember, 10, 3)).isEqualTo("1000-09-08 07:06:05.001");
        assertThat(PackedTemporal.dateTime(ofSeptember, 1, 6)).isEqualTo("1000-09-08 07:06:05.000001");
        assertThat(PackedTemporal.dateTime(0x8000000000L, 0, 6)).isEqualTo("0000-00-00 00:00:00.000000");
    }

    @Test
    void timestampsAreInUtcAndZeroIsNotTheEpoch() {
        assertThat(PackedTemporal.timestamp(0, 0, 2)).isEqualTo("0000-00-00 00:00:00.00");
        assertThat(PackedTemporal.timestamp(1, 0, 0)).isEqualTo("1970-01-01 00:00:01");
        assertThat(PackedTemporal.timestamp(Integer.MAX_VALUE, 999999, 6)).isEqualTo("2038-01-19 03:14:07.999999");
    }

    @Test
    void timesAreSignedAsAWhole() {
        assertThat(PackedTemporal.time(0x800000, 0)).isZero();
        assertThat(PackedTemporal.time(0x800000 + (838 << 12 | 59 << 6 | 59), 0))
                .isEqualTo(3020399000000L);
        assertThat(PackedTemporal.time(0x800000 - (838 << 12 | 59 << 6 | 59), 0))
                .isEqualTo(-3020399000000L);
        assertThat(PackedTemporal.time(0x7FFFFFFFL, 1)).as("-0.01 s").isEqualTo(-10000);
        assertThat(PackedTemporal.time(0x7FFFFFFFFFFFL, 6)).as("-1 microsecond").isEqualTo(-1);
        assertThat(PackedTemporal.time(0x8000000000L + 5, 4)).isEqualTo(500);
    }

    @Test
    void formsBeforeVersion564AreDecimalDigits() {
        assertThat(PackedTemporal.oldDateTime(20240230235958L)).isEqualTo("2024-02-30 23:59:58");
        assertThat(PackedTemporal.oldTime(-8385959)).isEqualTo(-3020399000000L);
        assertThat(PackedTemporal.oldTime(1)).isEqualTo(1000000);
    }

    @Test
    void textOfATimeGivesTheSameMicroseconds() {
        TimeCodec codec = new TimeCodec();
        assertThat(codec.fromText("-838:59:59.000000".getBytes(US_ASCII))).isEqualTo(-3020399000000L);
        assertThat(codec.fromText("-00:00:00.01".getBytes(US_ASCII))).isEqualTo(-10000L);
        assertThat(codec.fromText("00:00:00".getBytes(US_ASCII))).isEqualTo(0L);
        assertThat(codec.fromText("100:00:01".getBytes(US_ASCII))).isEqualTo(360001000000L);
    }
}
