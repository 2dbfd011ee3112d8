package io.mysqlrelay.sink.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final TransientTargetException lost =
            new TransientTargetException(Kind.CONNECTION, "connection refused", null);
    private final TransientTargetException busy = new TransientTargetException(Kind.OTHER, "lock wait", null);

    private long now;

    @Test
    void delaysDoubleWithJitterUpToTheirLimit() {
        Outage outage = new Outage(
                new RetryPolicy(LONG, LONG, Duration.ofMillis(100), Duration.ofSeconds(30), LONG), () -> now);
        for (int attempt = 0; attempt < 40; attempt++) {
            long full = Math.min(100L << Math.min(attempt, 20), 30_000);
            assertThat(outage.next(lost).toMillis()).isBetween(full / 2 - 1, full);
        }
    }

    @Test
    void eachWindowEndsWithItsSettingsName() {
        Outage unreachable = new Outage(new RetryPolicy(Duration.ZERO, LONG, LONG, LONG, LONG), () -> now);
        now = 1;
        assertThatThrownBy(() -> unreachable.next(lost))
                .hasMessageContaining("RELAY-4080")
                .hasMessageContaining("retry.connection.minutes")
                .hasMessageContaining("connection refused");
        Outage refusing = new Outage(new RetryPolicy(LONG, Duration.ZERO, LONG, LONG, LONG), () -> now);
        now = 2;
        assertThatThrownBy(() -> refusing.next(busy)).hasMessageContaining("retry.other.minutes");
    }

    @Test
    void timeWithoutConnectionDoesNotCountForOtherErrors() {
        RetryPolicy policy = new RetryPolicy(LONG, Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO, LONG);
        Outage outage = new Outage(policy, () -> now);
        now = Duration.ofMinutes(2).toNanos();
        outage.next(lost);
        assertThat(outage.next(busy)).isZero();
        now = Duration.ofMinutes(4).toNanos();
        assertThatThrownBy(() -> outage.next(busy)).hasMessageContaining("RELAY-4080");
    }
}
