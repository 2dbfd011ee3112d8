package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.topic.TopicLog;
import io.mysqlrelay.sink.topic.TopicState;
import java.time.Duration;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the topic's state again and again while no broker answers. The worker's consumer sits such an outage out, so it
 * is no more a reason to stop than one of the target. Used by the apply thread.
 */
final class TopicWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);

    private final WorkQueue queue;
    private final RetryPolicy policy;

    /** @param queue whose end ends the waiting */
    TopicWatch(WorkQueue queue, RetryPolicy policy) {
        this.queue = queue;
        this.policy = policy;
    }

    /** @throws RelayException the last of the topic's answers when the queue is closed or the time is over */
    TopicState read(TopicLog topic) {
        long began = System.nanoTime();
        for (int attempts = 0; ; attempts++) {
            try {
                TopicState state = topic.read();
                if (attempts > 0) {
                    LOG.info("Kafka answers again, after {} attempts", attempts);
                }
                return state;
            } catch (RelayException e) {
                Duration lasted = Duration.ofNanos(System.nanoTime() - began);
                if (queue.isClosed() || !passes(e) || lasted.compareTo(policy.connection()) > 0) {
                    throw e;
                }
                if (attempts == 0) {
                    LOG.warn("The state of the topic cannot be read now, trying again: {}", e.getMessage());
                }
                pause(policy.delay(attempts));
            }
        }
    }

    /** Not for a topic that is not there: it was waited for already. */
    private static boolean passes(RelayException e) {
        return e.code() == ErrorCode.KAFKA_UNREACHABLE
                && e.getCause() instanceof RetriableException
                && !(e.getCause() instanceof UnknownTopicOrPartitionException);
    }

    private void pause(Duration time) {
        try {
            queue.pause(time);
        } catch (InterruptedException e) {
            throw new InterruptException(e); // restores the interrupt flag
        }
    }
}
