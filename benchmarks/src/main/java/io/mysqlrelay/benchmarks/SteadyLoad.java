package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Transactions of {@link WriteOnlyLoad} at a fixed rate, each with a tick: a row that says which transaction it is. The
 * time from its commit until a reader of the target sees the tick is the transaction's latency. Writers do not wait for
 * the target; a transaction that is late because the source is slow is not counted against anyone.
 */
final class SteadyLoad {
    static final int CHANGES_PER_TRANSACTION = WriteOnlyLoad.CHANGES_PER_TRANSACTION + 1;

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final String LAST_TICKS =
            "SELECT writer, MAX(n) FROM " + SysbenchTables.DATABASE + ".ticks GROUP BY writer";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Ticks of one load begin here times its number. */
    private static final int NUMBERS = 10_000_000;

    private final int firstNumber;
    private final int perWriter;
    private final long intervalNanos;
    private final long[][] committed;
    private final long[][] seen;

    /**
     * @param number of this load among the run's, from 0
     * @param changesPerSecond of all writers together
     */
    SteadyLoad(int number, int writers, int changesPerSecond, int seconds) {
        double transactionsPerSecond = (double) changesPerSecond / CHANGES_PER_TRANSACTION / writers;
        this.firstNumber = number * NUMBERS;
        this.perWriter = Math.max(1, (int) (transactionsPerSecond * seconds));
        this.intervalNanos = (long) (TimeUnit.SECONDS.toNanos(1) / transactionsPerSecond);
        this.committed = new long[writers][perWriter];
        this.seen = new long[writers][perWriter];
    }

    /** Writes, and returns when the last tick is in the target. */
    void run(MySqlServer source, Contender contender, int rows, long seed) {
        long begin = System.nanoTime();
        // The last worker is the reader.
        Workers.run(committed.length + 1, worker -> {
            if (worker == committed.length) {
                watch(contender);
            } else {
                write(source, worker, rows, new Random(seed + worker), begin);
            }
        });
    }

    private void write(MySqlServer source, int writer, int rows, Random random, long begin) throws SQLException {
        try (Connection connection = source.connection()) {
            WriteOnlyLoad load = new WriteOnlyLoad(connection, rows, random);
            try (PreparedStatement tick = connection.prepareStatement("INSERT INTO ticks (writer, n) VALUES (?, ?)")) {
                // Not all at the same moments.
                long first = begin + intervalNanos * writer / committed.length;
                for (int i = 0; i < perWriter; i++) {
                    long due = first + intervalNanos * i;
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    tick.setInt(1, writer);
                    tick.setInt(2, firstNumber + i);
                    load.transaction(tick::executeUpdate);
                    committed[writer][i] = System.nanoTime();
                }
            }
        }
    }

    private void watch(Contender contender) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos() + intervalNanos * perWriter;
        int[] next = new int[committed.length];
        int left = committed.length * perWriter;
        try (Connection target = contender.target().connection();
                Statement statement = target.createStatement()) {
            while (left > 0) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
                try (ResultSet last = statement.executeQuery(LAST_TICKS)) {
                    long now = System.nanoTime();
                    while (last.next()) {
                        int writer = last.getInt(1);
                        int end = last.getInt(2) - firstNumber;
                        for (; next[writer] <= end; next[writer]++) {
                            seen[writer][next[writer]] = now;
                            left--;
                        }
                    }
                    if (now > deadline) {
                        contender.check();
                        throw new IllegalStateException(
                                contender.name() + " does not keep up: " + left + " ticks are missing");
                    }
                }
            }
        }
    }

    /** Of all transactions but those of the first seconds, in which everything is still cold. */
    Latency latency(int coldSeconds) {
        int from = Math.min(perWriter - 1, (int) (TimeUnit.SECONDS.toNanos(coldSeconds) / intervalNanos));
        long[] nanos = new long[committed.length * (perWriter - from)];
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        int count = 0;
        for (int writer = 0; writer < committed.length; writer++) {
            for (int i = from; i < perWriter; i++) {
                // A reader may see it before the writer hears of its commit.
                nanos[count++] = Math.max(0, seen[writer][i] - committed[writer][i]);
                first = Math.min(first, committed[writer][i]);
                last = Math.max(last, committed[writer][i]);
            }
        }
        double seconds = Math.max(1, last - first) / 1e9;
        return Latency.of(nanos, (nanos.length - 1) * CHANGES_PER_TRANSACTION / seconds);
    }
}
