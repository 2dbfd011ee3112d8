package io.mysqlrelay.benchmarks;

import java.util.Arrays;

/**
 * From commit on the source to visible in the target, in milliseconds.
 *
 * @param changesPerSecond that were written meanwhile
 */
record Latency(double median, double p99, double longest, double changesPerSecond) {
    static Latency of(long[] nanos, double changesPerSecond) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latency(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), changesPerSecond);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
