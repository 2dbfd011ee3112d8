package io.mysqlrelay.sink.apply;

import io.mysqlrelay.sink.config.EngineSettings;
import java.time.Duration;

/**
 * How long and how often to try again.
 *
 * @param connection while no connection to the target can be made or kept
 * @param other while it answers, but does not take the work
 * @param firstDelay before the first attempt; doubles with each
 * @param maxDelay where doubling ends
 * @param missingRecords while the source does not repeat records that are missing; meanwhile nothing is applied
 */
public record RetryPolicy(
        Duration connection, Duration other, Duration firstDelay, Duration maxDelay, Duration missingRecords) {
    public static RetryPolicy of(EngineSettings settings) {
        return new RetryPolicy(
                settings.retryConnection(),
                settings.retryOther(),
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5));
    }
}
