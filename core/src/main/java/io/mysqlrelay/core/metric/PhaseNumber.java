package io.mysqlrelay.core.metric;

/** A migration's phase as a metric's value, the same on both sides. */
public final class PhaseNumber {
    public static final int NEW = 0;
    public static final int SCHEMA = 1;
    public static final int FULL = 2;
    public static final int INCREMENTAL = 3;
    public static final int COMPLETED = 4;

    private PhaseNumber() {}
}
