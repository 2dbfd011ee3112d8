package io.mysqlrelay.sink.adb.plan;

/**
 * How large statements may become.
 *
 * @param rows of one REPLACE
 * @param bytes of one REPLACE; a single larger row goes alone
 */
public record Limits(int rows, int bytes) {
    /** AnalyticDB's IN lists take 2,000 values by default; half of that leaves room for clusters where it was lowered. */
    static final int KEYS = 1_000;
    /** A WHERE clause takes 256 conditions. */
    static final int CONDITIONS = 240;

    public static final Limits DEFAULT = new Limits(2_000, 8 << 20);
}
