package io.mysqlrelay.it.workload;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** One session that writes to a database of its own until it is closed, also over restarts of the server. */
public final class Workload implements AutoCloseable {
    /** So slow that a sink in safe mode on a busy machine keeps up. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Duration OUTAGE = Duration.ofMillis(300);

    private final MySqlServer server;
    private final Tables tables;
    private final XaSteps xa;
    private final Steps steps;
    private final AtomicLong done = new AtomicLong();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final Thread writer;
    private volatile boolean open = true;
    private volatile boolean structure;

    /** @param seed decides every statement; only their moments differ from run to run */
    public Workload(MySqlServer server, String database, long seed) {
        this.server = server;
        this.tables = new Tables(database);
        Random random = new Random(seed);
        this.xa = new XaSteps(database, random);
        this.steps = new Steps(random, xa);
        this.writer = new Thread(this::writeUntilClosed, "workload-" + database);
    }

    /** @param rows of the largest table */
    public Workload createTables(int rows) {
        return createTables(rows, rows / 10);
    }

    /** @param many rows of a table that is only there to be read for long */
    public Workload createTables(int rows, int many) {
        tables.create(server, rows, many);
        return this;
    }

    public Workload start() {
        writer.start();
        return this;
    }

    /** From now on tables are altered, renamed, created and dropped too; a full load does not allow it. */
    public Workload changeStructure() {
        structure = true;
        return this;
    }

    /** Does something while no step is under way. */
    public synchronized void betweenSteps(Runnable action) {
        action.run();
    }

    /** Steps that were committed. */
    public long done() {
        return done.get();
    }

    /** Ends the writing; throws when it had ended by itself. */
    public void end() {
        open = false;
        try {
            writer.join(Duration.ofMinutes(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a workload ends", e);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    @Override
    public void close() {
        end();
    }

    private void writeUntilClosed() {
        try {
            while (open) {
                writeInOneSession();
            }
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    private void writeInOneSession() {
        try (Connection connection = server.connection()) {
            tables.use(connection);
            xa.endPrepared(connection);
            while (open) {
                step(connection);
                sleep(PAUSE);
            }
        } catch (SQLException e) {
            if (!Outages.isOne(e)) {
                throw new IllegalStateException("a statement of the workload failed: " + e.getMessage(), e);
            }
            sleep(OUTAGE);
        }
    }

    private synchronized void step(Connection connection) throws SQLException {
        steps.next(connection, structure);
        done.incrementAndGet();
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }
}
