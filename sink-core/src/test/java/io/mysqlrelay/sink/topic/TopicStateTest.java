package io.mysqlrelay.sink.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.sink.order.StreamCursor;
import io.mysqlrelay.sink.target.Checkpoint;
import org.junit.jupiter.api.Test;

class TopicStateTest {
    private static TopicState topic(long start, long end) {
        return new TopicState("shop.changes", "id-1", 1, start, end);
    }

    private static Checkpoint checkpoint(String id, long next) {
        return new Checkpoint(id, next, "1-run", 1, false, null, null, null, -1, null, 0);
    }

    @Test
    void firstStartNeedsTheWholeTopic() {
        assertThat(topic(0, 50).startFrom(null)).isEqualTo(StreamCursor.start("id-1"));
        assertThatThrownBy(() -> topic(1, 50).startFrom(null))
                .hasMessageContaining("RELAY-3013")
                .hasMessageContaining("offset 1");
    }

    @Test
    void checkpointMustFitTheTopic() {
        assertThat(topic(5, 50).startFrom(checkpoint("id-1", 5)).nextOffset()).isEqualTo(5);
        assertThat(topic(5, 50).startFrom(checkpoint("id-1", 50)).nextOffset()).isEqualTo(50);
        assertThatThrownBy(() -> topic(5, 50).startFrom(checkpoint("id-1", 4))).hasMessageContaining("RELAY-3013");
        assertThatThrownBy(() -> topic(5, 50).startFrom(checkpoint("id-1", 51))).hasMessageContaining("RELAY-3013");
        assertThatThrownBy(() -> topic(5, 50).startFrom(checkpoint("id-0", 5))).hasMessageContaining("RELAY-3012");
    }
}
