package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.plan.RowStatement;
import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.state.Ownership;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.target.TargetMeter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions that execute statements about different rows side by side. They are opened when they are needed first. Used by
 * one thread, but for {@link #close}.
 */
public final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final AdbSession own;
    private final ConnectionSettings settings;
    private final int socketTimeoutMillis;
    private final Ownership ownership;
    private final int most;
    private final TargetMeter meter;
    private int used;
    private final List<AdbSession> others = new ArrayList<>();
    private final ExecutorService threads;
    private boolean closed;
    private volatile boolean lost;
    private volatile RelayException replaced;

    /** @param most sessions at the same time, the own one included */
    public Lanes(
            AdbSession own,
            ConnectionSettings settings,
            int socketTimeoutMillis,
            Ownership ownership,
            int most,
            TargetMeter meter) {
        this.own = own;
        this.settings = settings;
        this.socketTimeoutMillis = socketTimeoutMillis;
        this.ownership = ownership;
        this.most = most;
        this.meter = meter;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "relay-lane");
            thread.setDaemon(true);
            return thread;
        });
    }

    int most() {
        return most;
    }

    /** @return the most sessions that were busy at the same time since this was asked last; 1 or more */
    int takeUsed() {
        int taken = Math.max(1, used);
        used = 0;
        return taken;
    }

    /** A statement that failed, and why. */
    record Failed(RowStatement statement, SQLException error) {}

    /**
     * Executes the statements in no order.
     *
     * @return those that failed; the others are in the target
     * @throws RelayException RELAY-4020 if the task was replaced meanwhile
     * @throws SQLException if no session can be opened
     */
    List<Failed> execute(List<RowStatement> statements) throws SQLException {
        ConcurrentLinkedQueue<RowStatement> left = new ConcurrentLinkedQueue<>(statements);
        ConcurrentLinkedQueue<Failed> failed = new ConcurrentLinkedQueue<>();
        List<Future<?>> running = new ArrayList<>();
        meter.sent(statements.size());
        used = Math.max(used, Math.min(most, statements.size()));
        for (AdbSession session : others(Math.min(most, statements.size()) - 1)) {
            running.add(threads.submit(() -> work(session, left, failed)));
        }
        work(own, left, failed);
        for (Future<?> lane : running) {
            end(lane);
        }
        if (replaced != null) {
            throw replaced;
        }
        return List.copyOf(failed);
    }

    /** @return true if a statement has no answer: nobody knows whether it is still carried out */
    public boolean lost() {
        return lost;
    }

    private void work(
            AdbSession session, ConcurrentLinkedQueue<RowStatement> left, ConcurrentLinkedQueue<Failed> failed) {
        for (RowStatement next = left.poll(); next != null; next = left.poll()) {
            try {
                ownership.checkAgain(session);
                session.run(next.sql());
            } catch (SQLException e) {
                if (AdbErrors.kind(e) == ErrorKind.CONNECTION) {
                    lost = true;
                }
                failed.add(new Failed(next, e));
            } catch (RelayException e) {
                // Nothing more is sent, by no lane.
                replaced = e;
                left.clear();
            }
        }
    }

    /** Also when this thread is interrupted: a session must not be used while another thread does. */
    private static void end(Future<?> lane) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    lane.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a lane's thread died", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<AdbSession> others(int count) throws SQLException {
        while (size() < count) {
            AdbSession session = AdbSession.open(settings, socketTimeoutMillis);
            if (!add(session)) {
                session.close();
                throw new SQLException("the target was closed", "08003");
            }
            ownership.join(session);
        }
        return List.copyOf(others.subList(0, Math.max(0, count)));
    }

    private synchronized int size() {
        return others.size();
    }

    private synchronized boolean add(AdbSession session) {
        if (!closed) {
            others.add(session);
        }
        return !closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (AdbSession session : others) {
            try {
                session.abort();
            } catch (SQLException e) {
                LOG.debug("Closing a session that is gone", e);
            }
        }
        threads.shutdown();
    }
}
