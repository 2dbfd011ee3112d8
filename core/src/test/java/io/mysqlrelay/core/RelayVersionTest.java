package io.mysqlrelay.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelayVersionTest {
    @Test
    void isThreeNumbersAsVersionRangesNeedThem() {
        assertThat(RelayVersion.current()).matches("\\d+\\.\\d+\\.\\d+");
    }
}
