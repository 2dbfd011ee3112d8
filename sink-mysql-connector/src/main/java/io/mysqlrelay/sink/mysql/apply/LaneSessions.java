package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.session.TargetConnections;
import io.mysqlrelay.sink.mysql.state.MigrationLock;
import io.mysqlrelay.sink.mysql.state.Ownership;
import io.mysqlrelay.sink.target.TargetMeter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of all lanes but the last, and a thread for each. They are opened when a window needs them first. Used by
 * one thread, but for {@link #abandon}.
 */
public final class LaneSessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneSessions.class);

    private final TargetConnections connections;
    private final MigrationLock lock;
    private final Ownership ownership;
    private final TablePlans plans;
    private final TargetMeter meter;
    private final List<LaneSession> sessions = new ArrayList<>();
    private final ExecutorService threads;
    private boolean closed;

    /** @param meter is told by all lanes at once */
    public LaneSessions(
            TargetConnections connections,
            MigrationLock lock,
            Ownership ownership,
            TablePlans plans,
            TargetMeter meter) {
        this.connections = connections;
        this.lock = lock;
        this.ownership = ownership;
        this.plans = plans;
        this.meter = meter;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "relay-lane");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @return that many sessions, always the same */
    List<LaneSession> first(int count) throws SQLException {
        while (size() < count) {
            add(open(size()));
        }
        return sessions.subList(0, count);
    }

    /** Does the work on a thread of its own. */
    Future<Void> begin(Work work) {
        return threads.submit(() -> {
            work.run();
            return null;
        });
    }

    private LaneSession open(int number) throws SQLException {
        DmlSession session = DmlSession.open(connections, meter);
        try {
            Ownership shared = ownership.in(session);
            // While the epoch is locked nobody can replace this task: it ends a session of the past, not of the future.
            shared.share();
            lock.takeLane(session, number);
            session.waitForLocks(SideBySide.ROW_LOCK_SECONDS, SideBySide.TABLE_LOCK_SECONDS);
            session.commit();
            return new LaneSession(session, shared, plans);
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private synchronized int size() {
        return sessions.size();
    }

    private synchronized void add(LaneSession session) throws SQLException {
        if (closed) {
            session.close();
            throw new SQLException("the target is closed", "08003");
        }
        sessions.add(session);
    }

    /** The threads end when what they do does; nothing is waited for. */
    public synchronized void abandon() {
        closed = true;
        threads.shutdown();
    }

    @Override
    public synchronized void close() {
        abandon();
        for (LaneSession session : sessions) {
            try {
                session.close();
            } catch (SQLException e) {
                LOG.debug("Closing a session that is gone", e);
            }
        }
    }

    /** Something that a lane does on its thread. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException, GroupRefused;
    }
}
