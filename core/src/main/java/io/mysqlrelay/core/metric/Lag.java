package io.mysqlrelay.core.metric;

/** How far a reader of the source's changes is behind. The one formula of all parts, so that they tell the same. */
public final class Lag {
    private Lag() {}

    /**
     * @param nowMillis this machine's clock, milliseconds since the epoch
     * @param sourceMillis source's time up to which everything is there; 0 when none is known yet
     * @return milliseconds; NaN when nothing is known. Never negative: clocks of two machines differ
     */
    public static double millis(long nowMillis, long sourceMillis) {
        return sourceMillis == 0 ? Double.NaN : Math.max(0, nowMillis - sourceMillis);
    }
}
