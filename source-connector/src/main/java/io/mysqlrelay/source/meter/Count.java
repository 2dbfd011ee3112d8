package io.mysqlrelay.source.meter;

import java.util.concurrent.atomic.AtomicLong;

/** Raised by one thread at a time, read by any. It is on the path of every row: a plain addition, no fence. */
final class Count {
    private final AtomicLong value = new AtomicLong();

    void add(long more) {
        value.setOpaque(value.getPlain() + more);
    }

    long get() {
        return value.getOpaque();
    }
}
