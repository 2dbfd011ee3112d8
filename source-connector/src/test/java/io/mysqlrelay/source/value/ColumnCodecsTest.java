package io.mysqlrelay.source.value;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.table.Column;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnCodecsTest {
    @Test
    void theSignBitOfAnUnsignedColumnIsADigit() {
        assertThat(codec("TINYINT", true).fromBinlog(-1)).isEqualTo((short) 255);
        assertThat(codec("SMALLINT", true).fromBinlog(-1)).isEqualTo(65535);
        assertThat(codec("MEDIUMINT", true).fromBinlog(-1)).isEqualTo(16777215);
        assertThat(codec("INT", true).fromBinlog(-1)).isEqualTo(4294967295L);
        assertThat(codec("BIGINT", true).fromBinlog(-1L)).isEqualTo(new BigDecimal("18446744073709551615"));
        assertThat(codec("TINYINT", false).fromBinlog(-1)).isEqualTo((short) -1);
        assertThat(codec("BIGINT", false).fromText("-9223372036854775808".getBytes(US_ASCII)))
                .isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThatThrownBy(() -> codec("VECTOR", false))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("RELAY-2103")
                .hasMessageContaining("VECTOR");
    }

    @Test
    void bytesThatAreNoTextAreRefusedAndTheReplacementCharacterIsNot() {
        ColumnCodec codec = ColumnCodecs.of(new Column("c", "TEXT", -1, 0, false, "utf8mb4", List.of(), false));
        assertThat(codec.fromBinlog(new byte[] {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD}))
                .isEqualTo("\uFFFD");
        assertThatThrownBy(() -> codec.fromBinlog(new byte[] {(byte) 0xC3})).hasMessageContaining("RELAY-2104");
    }

    @Test
    void membersAreAJsonArray() {
        ColumnCodec codec =
                ColumnCodecs.of(new Column("c", "ENUM", -1, 0, false, "utf8mb4", List.of("a\"b", "", "\n"), false));
        assertThat(codec.schema().parameters().get("members")).isEqualTo("[\"a\\\"b\",\"\",\"\\n\"]");
    }

    @Test
    void jsonNumbersInStringsAreLeftAlone() {
        String text = "{\"1.1 \\\"0.49\": [1, -2.5, true, \"0.00018997147487244238\"]}";
        assertThat(JsonNumbers.exact(text)).isSameAs(text);
        assertThat(JsonNumbers.exact("[0.00018997147487244238]")).isNotEqualTo("[0.00018997147487244238]");
    }

    @Test
    void brokenJsonIsRefused() {
        assertThatThrownBy(() -> codec("JSON", false).fromBinlog(new byte[] {0, 9, 0, 9, 0}))
                .hasMessageContaining("RELAY-2104");
        assertThat(codec("JSON", false).fromBinlog(new byte[0])).isEqualTo("null");
    }

    private static ColumnCodec codec(String type, boolean unsigned) {
        return ColumnCodecs.of(new Column("c", type, -1, 0, unsigned, null, List.of(), false));
    }
}
