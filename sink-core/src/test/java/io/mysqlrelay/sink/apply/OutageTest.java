package io.mysqlrelay.sink.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final Duration LONG = Duration.ofHours(1);

    private long now;

    @Test
    void delaysDoubleWithJitterUpToTheirLimit() {
        Outage outage = new Outage(
                new RetryPolicy(LONG, LONG, Duration.ofMillis(100), Duration.ofSeconds(30), LONG), () -> now);
        for (int attempt = 0; attempt < 40; attempt++) {
            long full = Math.min(100L << Math.min(attempt, 20), 30_000);
            assertThat(outage.next(false, new Exception("connection refused")).toMillis())
                    .isBetween(full / 2 - 1, full);
        }
    }

    @Test
    void eachWindowEndsWithItsSettingsName() {
        Outage unreachable = new Outage(new RetryPolicy(Duration.ZERO, LONG, LONG, LONG, LONG), () -> now);
        now = 1;
        assertThatThrownBy(() -> unreachable.next(false, new Exception("connection refused")))
                .hasMessageContaining("RELAY-4080")
                .hasMessageContaining("retry.connection.minutes")
                .hasMessageContaining("connection refused");
        Outage refusing = new Outage(new RetryPolicy(LONG, Duration.ZERO, LONG, LONG, LONG), () -> now);
        now = 2;
        assertThatThrownBy(() -> refusing.next(true, new Exception("connection refused")))
                .hasMessageContaining("retry.other.minutes");
    }

    @Test
    void timeWithoutConnectionDoesNotCountForOtherErrors() {
        RetryPolicy policy = new RetryPolicy(LONG, Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO, LONG);
        Outage outage = new Outage(policy, () -> now);
        now = Duration.ofMinutes(2).toNanos();
        outage.next(false, new Exception("connection refused"));
        assertThat(outage.next(true, new Exception("connection refused"))).isZero();
        now = Duration.ofMinutes(4).toNanos();
        assertThatThrownBy(() -> outage.next(true, new Exception("connection refused")))
                .hasMessageContaining("RELAY-4080");
    }
}
