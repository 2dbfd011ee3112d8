package io.mysqlrelay.source.topic;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Waits for answers of the admin client. */
final class KafkaCalls {
    /** Longer than the client's own limit, which ends every call with a better message. */
    private static final long SECONDS = 90;

    private static final long PROPAGATION_NANOS = TimeUnit.SECONDS.toNanos(30);

    private KafkaCalls() {}

    /**
     * @param doing what is asked for, after "cannot"
     * @throws RelayException RELAY-3101 when there is no answer or a refusal
     */
    static <T> T answer(KafkaFuture<T> future, String doing) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failed(doing, e.getCause());
        } catch (TimeoutException e) {
            throw failed(doing, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(doing, e);
        }
    }

    /** Asks about a topic until it is known: brokers learn of it only a moment after it was created. */
    static <T> T answerOnceKnown(Supplier<KafkaFuture<T>> ask, String doing) {
        long deadline = System.nanoTime() + PROPAGATION_NANOS;
        while (true) {
            try {
                return answer(ask.get(), doing);
            } catch (RelayException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed(doing, e);
            }
        }
    }

    static RelayException failed(String doing, Throwable cause) {
        return new RelayException(
                ErrorCode.KAFKA_UNREACHABLE,
                "cannot " + doing + ": " + cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                cause);
    }
}
