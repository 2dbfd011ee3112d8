package io.mysqlrelay.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LagTest {
    @Test
    void theLagIsTheAgeOfWhatIsThere() {
        assertThat(Lag.millis(5_000, 3_500)).isEqualTo(1_500);
    }

    @Test
    void aSourceWhoseClockIsAheadHasNoNegativeLag() {
        assertThat(Lag.millis(5_000, 5_001)).isZero();
    }

    @Test
    void nothingIsKnownBeforeTheFirstChange() {
        assertThat(Lag.millis(5_000, 0)).isNaN();
    }
}
