package io.mysqlrelay.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordLimitTest {
    private static final TableName T = new TableName("shop", "t");
    private static final String REQUEST = "producer.override.max.request.size";
    private static final String BUFFER = "producer.override.buffer.memory";

    private static void check(Map<String, String> settings, Object... row) {
        RecordLimit.of(settings).check(T, null, row, 0);
    }

    @Test
    void theSmallerOfTheProducersTwoLimitsCounts() {
        assertThat(RecordLimit.of(Map.of(REQUEST, "100", BUFFER, "200")).bytes())
                .isEqualTo(100);
        assertThat(RecordLimit.of(Map.of(REQUEST, "300", BUFFER, "200")).setting())
                .isEqualTo(BUFFER);
        assertThat(RecordLimit.of(Map.of(REQUEST, "67108864")).bytes()).isEqualTo(32 << 20);
        assertThat(RecordLimit.of(Map.of(BUFFER, "200")).bytes()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theMessageNamesTableSizeAndSetting() {
        assertThatThrownBy(() -> check(Map.of(REQUEST, "4000"), 1, new byte[3_000]))
                .hasMessageContaining("RELAY-3105")
                .hasMessageContaining("table shop.t takes 6328 bytes")
                .hasMessageContaining(REQUEST + "=4000");
    }

    @Test
    void jsonMakesBytesAndEscapesLarger() {
        Map<String, String> json = Map.of(REQUEST, "100000");
        Map<String, String> other =
                Map.of(REQUEST, "100000", "value.converter", "io.confluent.connect.avro.AvroConverter");
        for (Object value : new Object[] {new byte[80_000], "\u0001".repeat(20_000), "\"".repeat(60_000)}) {
            assertThatThrownBy(() -> check(json, value)).hasMessageContaining("RELAY-3105");
            assertThatCode(() -> check(other, value)).doesNotThrowAnyException();
        }
        for (Object value :
                new Object[] {"\ud83d\ude00".repeat(26_000), "\u20ac".repeat(34_000), "x".repeat(100_000)}) {
            assertThatThrownBy(() -> check(json, value)).hasMessageContaining("RELAY-3105");
            assertThatThrownBy(() -> check(other, value)).hasMessageContaining("RELAY-3105");
        }
        assertThatCode(() -> check(json, "\ud83d\ude00".repeat(24_000))).doesNotThrowAnyException();
    }
}
