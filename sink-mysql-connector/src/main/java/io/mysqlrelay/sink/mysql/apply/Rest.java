package io.mysqlrelay.sink.mysql.apply;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A time of one lane, after lanes waited for each other's locks: InnoDB locks gaps beside the rows of a unique key too,
 * so that lanes which share no key can meet. Longer each time it happens again soon. Used by one thread.
 */
final class Rest {
    private static final long SHORTEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private long length;
    private long until;

    /** @param nanos clock, in nanoseconds since any moment */
    Rest(LongSupplier nanos) {
        this.nanos = nanos;
        this.until = nanos.getAsLong();
    }

    boolean isOver() {
        return nanos.getAsLong() - until >= 0;
    }

    /** A rest soon after the last one is longer: what waits for locks now and again costs a second each time. */
    void begin() {
        long now = nanos.getAsLong();
        boolean soon = length > 0 && now - until < LONGEST_NANOS;
        length = soon ? Math.min(length * 2, LONGEST_NANOS) : SHORTEST_NANOS;
        until = now + length;
    }
}
