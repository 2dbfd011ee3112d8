package io.mysqlrelay.source.debezium;

import io.mysqlrelay.source.record.SourceOffset;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The source offset that Connect has stored: what the next start would find. Connect stores the offsets of records that
 * Kafka has only now and then ({@code offset.flush.interval.ms}, 60 s unless the worker says otherwise).
 */
final class StoredOffset {
    private static final Logger LOG = LoggerFactory.getLogger(StoredOffset.class);
    private static final long POLL_MILLIS = 200;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Supplier<Map<String, Object>> reader;

    /** @param reader asks Connect's offset store; null results mean that nothing is stored */
    StoredOffset(Supplier<Map<String, Object>> reader) {
        this.reader = reader;
    }

    /** @return null when nothing is stored */
    Map<String, Object> read() {
        return reader.get();
    }

    /**
     * Waits until a restart would begin behind the rows and definitions. Without it a crash after INCREMENTAL_BEGIN would
     * repeat the end of the load behind changes that the sink has applied, and the sink refuses that.
     *
     * @throws InterruptedException if the task stops first
     */
    void awaitLoadStored(BooleanSupplier running) throws InterruptedException {
        long since = System.nanoTime();
        boolean told = false;
        while (!loadStored(read())) {
            if (!running.getAsBoolean()) {
                throw new InterruptedException("the task stops");
            }
            if (!told && System.nanoTime() - since > SILENCE.toNanos()) {
                told = true;
                LOG.info("The load has ended. Waiting until Connect has stored that (offset.flush.interval.ms of the"
                        + " worker); changes follow then");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean loadStored(Map<String, Object> offset) {
        String phase = offset == null ? null : SourceOffset.text(offset, SourceOffset.PHASE);
        return phase != null && Phase.of(phase).compareTo(Phase.INCREMENTAL) >= 0;
    }
}
