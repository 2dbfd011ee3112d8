package io.mysqlrelay.sink.apply;

import io.mysqlrelay.sink.config.EngineSettings;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long and how often to try again.
 *
 * @param connection while no connection to the target can be made or kept, or no broker answers about the topic
 * @param other while it answers, but does not take the work
 * @param firstDelay before the first attempt; doubles with each
 * @param maxDelay where doubling ends
 * @param missingRecords while the source does not repeat records that are missing; meanwhile nothing is applied
 */
public record RetryPolicy(
        Duration connection, Duration other, Duration firstDelay, Duration maxDelay, Duration missingRecords) {
    /**
     * @param attempts made before
     * @return how long to wait before the next one; jittered, so that the tasks of a cluster do not return in step
     */
    Duration delay(int attempts) {
        long doubled = firstDelay.toMillis() << Math.min(attempts, 20);
        long millis = Math.min(doubled, maxDelay.toMillis());
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    public static RetryPolicy of(EngineSettings settings) {
        return new RetryPolicy(
                settings.retryConnection(),
                settings.retryOther(),
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5));
    }
}
