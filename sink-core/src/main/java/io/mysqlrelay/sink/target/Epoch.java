package io.mysqlrelay.sink.target;

/**
 * The ownership epoch that one task took last, kept over reconnects. Without it a replaced task whose sessions were
 * ended would take that for an outage, connect again, and end its successor's sessions in turn. Thread-safe.
 */
public final class Epoch {
    private Long last;

    /** @return null before the first time */
    public synchronized Long last() {
        return last;
    }

    /** Remembers the epoch that this task has taken. */
    public synchronized void taken(long epoch) {
        last = epoch;
    }
}
