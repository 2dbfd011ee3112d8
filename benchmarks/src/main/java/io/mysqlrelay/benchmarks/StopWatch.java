package io.mysqlrelay.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Measures until rows have arrived, which it asks the contender's target, every few milliseconds and cheaply. */
final class StopWatch {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private StopWatch() {}

    /** What the target must show. A table that is not there yet is an {@link SQLException} and asked for again. */
    interface Arrival {
        boolean isComplete(Connection target) throws SQLException;
    }

    static Measurement measure(
            Contender contender, long rows, Map<String, Long> processes, Runnable begin, Arrival arrival) {
        Machine.awaitQuiet();
        CpuTime before = CpuTime.of(processes);
        long start = System.nanoTime();
        begin.run();
        await(contender, arrival);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        return new Measurement(
                contender.name(), rows, taken, CpuTime.of(processes).since(before));
    }

    /** Throws when the contender fails or takes longer than half an hour. */
    static void await(Contender contender, Arrival arrival) {
        long start = System.nanoTime();
        long checked = start;
        try (Connection target = contender.target().connection()) {
            while (!isComplete(target, arrival)) {
                long now = System.nanoTime();
                if (now - start > LIMIT.toNanos()) {
                    throw new IllegalStateException(
                            contender.name() + " did not get there in " + LIMIT.toMinutes() + " minutes");
                }
                if (now - checked > BETWEEN_CHECKS.toNanos()) {
                    checked = now;
                    contender.check();
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the target of " + contender.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + contender.name(), e);
        }
    }

    private static boolean isComplete(Connection target, Arrival arrival) throws SQLException {
        try {
            target.setCatalog(SysbenchTables.DATABASE);
            return arrival.isComplete(target);
        } catch (SQLException e) {
            if (!target.isValid(5)) {
                throw e;
            }
            return false;
        }
    }
}
