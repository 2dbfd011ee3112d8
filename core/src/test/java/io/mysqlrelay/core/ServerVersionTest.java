package io.mysqlrelay.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerVersionTest {
    @Test
    void aVersionIsReadWithWhatFollowsIt() {
        ServerVersion version = ServerVersion.parse("8.0.33-0ubuntu0.20.04.2-log");
        assertThat(version.number()).isEqualTo(80_033);
        assertThat(version.atLeast(8, 0, 33)).isTrue();
        assertThat(version.atLeast(8, 0, 34)).isFalse();
        assertThat(version.atLeast(5, 7, 99)).isTrue();
        assertThat(ServerVersion.parse("5.5.5-10.4.34-MariaDB").isMariaDb()).isTrue();
        assertThatThrownBy(() -> ServerVersion.parse("new")).hasMessageContaining("not a server version");
    }
}
