package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.state.Checkpoints;
import io.mysqlrelay.sink.mysql.state.Ownership;
import io.mysqlrelay.sink.target.Checkpoint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One window in several lanes: its end is noted, all lanes are executed, all but the last are committed, then the last
 * with the checkpoint. So an error of a change is met before anything is committed, and after a crash the note says which
 * changes may be in the target. Used by one thread.
 */
final class SideBySide {
    /** A lane that waits for another one, which waits for it to be ready, is seen by no deadlock detection. */
    static final int ROW_LOCK_SECONDS = 1;

    static final int TABLE_LOCK_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);

    /** What became of a window, or what to do with it instead: then nothing of it was applied. */
    enum Outcome {
        APPLIED,
        IN_ONE_LANE,
        /** In one lane: the lanes waited for each other. */
        CONFLICT,
        /** The target takes some change of it in no order. */
        REFUSED
    }

    private final DmlSession session;
    private final Ownership ownership;
    private final Checkpoints checkpoints;
    private final LaneSessions others;
    private final LaneSession last;

    SideBySide(
            DmlSession session, Ownership ownership, Checkpoints checkpoints, LaneSessions others, TablePlans plans) {
        this.session = session;
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.others = others;
        this.last = new LaneSession(session, ownership, plans);
    }

    /**
     * @param lanes two or more; the last one goes with the checkpoint
     * @throws SQLException if nothing is known about what was committed
     */
    Outcome apply(List<List<RowChange>> lanes, Checkpoint after) throws SQLException {
        List<LaneSession> sessions;
        try {
            sessions = new ArrayList<>(others.first(lanes.size() - 1));
        } catch (SQLException e) {
            LOG.warn("No session for another lane: {}", SqlErrors.numbers(e));
            return Outcome.IN_ONE_LANE;
        }
        ownership.begin();
        checkpoints.announce(after.nextOffset());
        session.waitForLocks(ROW_LOCK_SECONDS, TABLE_LOCK_SECONDS);
        session.commit();
        List<LaneSessions.Work> executions = new ArrayList<>();
        sessions.add(last);
        for (int i = 0; i < lanes.size(); i++) {
            LaneSession lane = sessions.get(i);
            Batch batch = new Batch(lanes.get(i), Doubt.NONE, after.nextOffset());
            executions.add(() -> lane.execute(batch));
        }
        Exception failure = all(executions);
        if (failure != null) {
            return takenBack(failure, sessions);
        }
        checkpoints.save(after);
        sessions.remove(last);
        failure = all(
                sessions.stream().<LaneSessions.Work>map(lane -> lane::commit).toList());
        if (failure != null) {
            throw sqlException(failure);
        }
        session.commit();
        return Outcome.APPLIED;
    }

    private Outcome takenBack(Exception failure, List<LaneSession> sessions) throws SQLException {
        for (LaneSession lane : sessions) {
            try {
                lane.rollback();
            } catch (SQLException e) {
                failure.addSuppressed(e);
                throw sqlException(failure instanceof RuntimeException ? failure : e);
            }
        }
        session.checkForeignKeys(false);
        // Nothing is in doubt. A note would make whoever comes next apply the window in safe mode, which hides what is
        // wrong with it.
        ownership.begin();
        checkpoints.withdraw();
        session.commit();
        if (isRefusal(failure)) {
            LOG.debug("A lane was refused: {}", failure.getMessage());
            return Outcome.REFUSED;
        }
        if (failure instanceof SQLException e && isLock(e)) {
            LOG.debug("Lanes were in each other's way: {}", SqlErrors.numbers(e));
            return Outcome.CONFLICT;
        }
        throw sqlException(failure);
    }

    /**
     * Does the last work itself, and waits for all.
     *
     * @return the gravest failure; null for none
     */
    private Exception all(List<LaneSessions.Work> works) {
        List<Future<Void>> running = new ArrayList<>();
        int own = works.size() - 1;
        for (LaneSessions.Work work : works.subList(0, own)) {
            running.add(others.begin(work));
        }
        Exception failure = null;
        try {
            works.get(own).run();
        } catch (SQLException | GroupRefused | RuntimeException e) {
            failure = e;
        }
        for (Future<Void> lane : running) {
            failure = graver(failure, end(lane));
        }
        return failure;
    }

    /** Also when this thread is interrupted: a lane's session must not be used while its thread does. */
    private static Exception end(Future<Void> lane) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    lane.get();
                    return null;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return e.getCause() instanceof Exception cause
                            ? cause
                            : new IllegalStateException("a lane's thread died", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Exception graver(Exception a, Exception b) {
        return gravity(b) > gravity(a) ? b : a;
    }

    private static int gravity(Exception e) {
        if (e == null) {
            return 0;
        }
        if (e instanceof SQLException) {
            return isLock(e) ? 1 : 3;
        }
        return isRefusal(e) ? 2 : 4;
    }

    private static boolean isRefusal(Exception e) {
        return e instanceof GroupRefused || (e instanceof RelayException error && Bisection.aboutARow(error));
    }

    private static boolean isLock(Exception e) {
        return e instanceof SQLException error
                && (error.getErrorCode() == SqlErrors.LOCK_WAIT || error.getErrorCode() == SqlErrors.DEADLOCK);
    }

    /** @return never a failure of another type: those are thrown as they are */
    private static SQLException sqlException(Exception failure) {
        if (failure instanceof SQLException e) {
            return e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        throw new IllegalStateException(failure);
    }
}
