package io.mysqlrelay.benchmarks;

import java.time.Duration;

/**
 * One figure.
 *
 * @param contender its name
 * @param rows rows or row changes that arrived
 * @param taken from the command to start or resume until the last had arrived
 * @param cpu used in that time
 */
record Measurement(String contender, long rows, Duration taken, CpuTime cpu) {
    double rowsPerSecond() {
        return rows / seconds();
    }

    double seconds() {
        return taken.toNanos() / 1e9;
    }
}
