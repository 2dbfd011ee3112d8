package io.mysqlrelay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.source.config.Settings;
import java.util.Collections;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class OffsetShapeTest {
    private static final Map<String, ?> PARTITION = Map.of("server", "shop");
    private final MySqlRelaySourceConnector connector = new MySqlRelaySourceConnector();

    @Test
    void removalIsAcceptedForAnyPartition() {
        assertThat(alter(Map.of("other", "x"), null)).isTrue();
    }

    @Test
    void aCoordinateWithOrWithoutGtidsIsAccepted() {
        assertThat(alter(PARTITION, Map.of("file", "binlog.000003", "pos", 4L))).isTrue();
        assertThat(alter(
                        PARTITION,
                        Map.of("file", "b.1", "pos", 4, "gtids", "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5", "x", "y")))
                .isTrue();
    }

    @Test
    void anythingElseIsRefusedWithTheReason() {
        assertThatThrownBy(() -> alter(Map.of("server", "crm"), Map.of("file", "b.1", "pos", 4)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("partition");
        assertThatThrownBy(() -> alter(PARTITION, Map.of("pos", 4))).hasMessageContaining("file");
        assertThatThrownBy(() -> alter(PARTITION, Map.of("file", "b.1", "pos", "4")))
                .hasMessageContaining("pos");
        assertThatThrownBy(() -> alter(PARTITION, Map.of("file", "b.1", "pos", 4, "gtids", "x")))
                .hasMessageContaining("gtids");
    }

    private boolean alter(Map<String, ?> partition, Map<String, ?> offset) {
        return connector.alterOffsets(Settings.with(), Collections.singletonMap(partition, offset));
    }
}
