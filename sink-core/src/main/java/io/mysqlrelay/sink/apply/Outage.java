package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.time.Duration;
import java.util.function.LongSupplier;

/** One stretch of failing attempts, from the first failure to the next success. Used by the apply thread. */
final class Outage {
    private final RetryPolicy policy;
    private final LongSupplier nanos;
    private final long began;
    private long reachableSince;
    private int attempts;

    /** @param nanos clock, in nanoseconds since any moment */
    Outage(RetryPolicy policy, LongSupplier nanos) {
        this.policy = policy;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.reachableSince = began;
    }

    /**
     * Time without a connection does not count for the shorter window, which begins when the target answers again.
     *
     * @return how long to wait before the next attempt
     * @throws RelayException RELAY-4080 when the retry window is over
     */
    Duration next(TransientTargetException cause) {
        if (cause.kind() == Kind.CONNECTION) {
            reachableSince = nanos.getAsLong();
        } else if (since(reachableSince).compareTo(policy.other()) > 0) {
            throw over("retry.other.minutes", policy.other(), cause);
        }
        if (lasted().compareTo(policy.connection()) > 0) {
            throw over("retry.connection.minutes", policy.connection(), cause);
        }
        return policy.delay(attempts++);
    }

    private RelayException over(String setting, Duration window, Exception cause) {
        return new RelayException(
                ErrorCode.TARGET_OUTAGE,
                "gave up after " + attempts + " attempts in " + lasted().toSeconds() + " s (" + setting + " is "
                        + window.toMinutes() + "): " + cause.getMessage(),
                cause);
    }

    private Duration since(long moment) {
        return Duration.ofNanos(nanos.getAsLong() - moment);
    }

    Duration lasted() {
        return since(began);
    }

    int attempts() {
        return attempts;
    }
}
