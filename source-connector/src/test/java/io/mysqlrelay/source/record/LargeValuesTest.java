package io.mysqlrelay.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;
import org.junit.jupiter.api.Test;

class LargeValuesTest {
    private static final byte[] LARGE = new byte[LargeValues.LIMIT + 1];
    private static final byte[] LARGEST_PLAIN = new byte[LargeValues.LIMIT];

    private final ConnectHeaders headers = new ConnectHeaders();
    private final LargeValues large = new LargeValues(headers);

    private String[] names() {
        return StreamSupport.stream(headers.spliterator(), false)
                .map(Header::key)
                .toArray(String[]::new);
    }

    @Test
    void imagesWithoutLargeValuesStayTheSameArrays() {
        Object[] row = {1, null, "text", LARGEST_PLAIN};
        assertThat(large.before(row)).isSameAs(row);
        assertThat(large.after(row, row)).isSameAs(row);
        assertThat(large.before(null)).isNull();
        assertThat(headers).isEmpty();
        assertThat(large.bytes()).isZero();
    }

    @Test
    void largeValuesGoIntoHeadersInPiecesAndLeaveEmptyOnes() {
        Object[] row = {1, LARGE, "x".repeat(LargeValues.LIMIT + 1)};
        assertThat(large.after(row, null)).containsExactly(1, new byte[0], "");
        assertThat(row[1]).isSameAs(LARGE);
        assertThat(names())
                .containsExactly(
                        "relay.value.after.1", "relay.value.after.1", "relay.value.after.2", "relay.value.after.2");
        assertThat(large.bytes()).isBetween(4L * LARGE.length / 3 * 2, 4L * LARGE.length / 3 * 2 + 200);
    }

    @Test
    void anEqualValueIsNotRepeated() {
        Object[] before = {1, LARGE};
        Object[] after = {2, Arrays.copyOf(LARGE, LARGE.length)};
        large.before(before);
        large.after(after, before);
        assertThat(names()).hasSize(3);
        assertThat(headers.lastWithName("relay.value.after.1").value()).isEqualTo("=");
        large.after(new Object[] {1, Arrays.copyOf(LARGE, LARGE.length + 1)}, before);
        assertThat((String) headers.lastWithName("relay.value.after.1").value()).startsWith("_");
    }
}
