package io.mysqlrelay.source.debezium;

import io.mysqlrelay.source.meter.SourceMeter;
import io.mysqlrelay.source.record.ChangeStream;
import io.mysqlrelay.source.record.TransactionTracker;
import java.util.function.BooleanSupplier;

/**
 * Heartbeat records: they advance source offsets and the sink's position over traffic that is not captured. Only between
 * transactions, since their offset is the end of one. Used by the reading thread.
 */
final class Heartbeats {
    private final long intervalNanos;
    private final ChangeStream stream;
    private final TransactionTracker tracker;
    private final BooleanSupplier fresh;
    private final SourceMeter meter;
    private long last = System.nanoTime();

    /**
     * @param intervalMs 0 for none
     * @param fresh whether the server's heartbeat that is being handled was sent just now
     */
    Heartbeats(
            long intervalMs,
            ChangeStream stream,
            TransactionTracker tracker,
            BooleanSupplier fresh,
            SourceMeter meter) {
        this.intervalNanos = intervalMs * 1_000_000;
        this.stream = stream;
        this.tracker = tracker;
        this.fresh = fresh;
        this.meter = meter;
    }

    /** The server has nothing to send. */
    void idle() throws InterruptedException {
        if (fresh.getAsBoolean()) {
            long now = System.currentTimeMillis();
            meter.readUpTo(now);
            emitIfDue(now);
        }
    }

    /** @param sourceMillis when the transaction was committed */
    void afterTransaction(long sourceMillis) throws InterruptedException {
        meter.transaction();
        meter.readUpTo(sourceMillis);
        emitIfDue(sourceMillis);
    }

    private void emitIfDue(long sourceMillis) throws InterruptedException {
        long now = System.nanoTime();
        // A server heartbeat comes a moment before the interval is over as often as a moment after it.
        if (intervalNanos > 0 && !tracker.inTransaction() && now - last >= intervalNanos * 9 / 10) {
            last = now;
            stream.heartbeat(sourceMillis, tracker.endOffset(sourceMillis));
        }
    }
}
