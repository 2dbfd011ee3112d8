package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.session.AdbSession;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The epoch of this task's ownership. AnalyticDB has neither locks nor transactions, so an earlier task cannot be kept from
 * committing: its sessions are looked up and ended, and what it may have sent is waited out for one socket timeout. Changes
 * may be repeated as often as one likes, so an owner that is only slow does no harm as long as it sends nothing after that.
 */
public final class Ownership {
    private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
    private static final int LOOKS = 50;
    private static final long BETWEEN_LOOKS_MILLIS = 200;
    private static final int NO_SUCH_THREAD = 1094;

    private final AdbSession session;
    private final StateTables tables;
    private final String migration;
    private final String owner;
    private final long epoch;
    private final String token = UUID.randomUUID().toString();

    private Ownership(AdbSession session, StateTables tables, String migration, String owner, long epoch) {
        this.session = session;
        this.tables = tables;
        this.migration = migration;
        this.owner = owner;
        this.epoch = epoch;
    }

    /**
     * @param lastEpoch the epoch this task had before, null when it had none: if the table has another one now, this task
     *     was replaced and must not take the migration back
     * @param timeoutMillis after which an owner's statement was answered or given up
     */
    public static Ownership take(
            AdbSession session, StateTables tables, String migration, String owner, Long lastEpoch, long timeoutMillis)
            throws SQLException {
        List<String[]> rows =
                session.rows("SELECT epoch, released FROM " + tables.name("owner") + " WHERE migration = ?", migration);
        long found = rows.isEmpty() ? 0 : Long.parseLong(rows.get(0)[0]);
        if (lastEpoch != null && lastEpoch != found) {
            throw takenOver(migration);
        }
        Ownership taken = new Ownership(session, tables, migration, owner, found + 1);
        taken.store(false);
        boolean ended = taken.endEarlier();
        boolean released = rows.isEmpty() || rows.get(0)[1].equals("1");
        if (!released && (lastEpoch == null || !ended)) {
            LOG.info("Waiting {} ms for what the earlier owner of {} may have sent", timeoutMillis, migration);
            pause(timeoutMillis);
        }
        taken.check();
        session.update(
                "DELETE FROM " + tables.name("sessions") + " WHERE migration = ? AND epoch < ?",
                migration,
                taken.epoch);
        taken.join(session);
        return taken;
    }

    public long epoch() {
        return epoch;
    }

    /** Makes a session one of the owner's, so that a successor finds it. */
    public void join(AdbSession other) throws SQLException {
        session.update(
                "REPLACE INTO " + tables.name("sessions") + " (migration, connection_id, epoch) VALUES (?, ?, ?)",
                migration,
                other.id(),
                epoch);
    }

    /** @throws RelayException RELAY-4020 if another task is the owner now */
    public void check() throws SQLException {
        if (!token.equals(
                session.text("SELECT token FROM " + tables.name("owner") + " WHERE migration = ?", migration))) {
            throw takenOver(migration);
        }
    }

    /** Tells a successor that nothing of this owner is under way. */
    public void release() throws SQLException {
        check();
        store(true);
    }

    private void store(boolean released) throws SQLException {
        session.update(
                "REPLACE INTO " + tables.name("owner")
                        + " (migration, epoch, owner, token, released) VALUES (?, ?, ?, ?, ?)",
                migration,
                epoch,
                owner,
                token,
                released ? 1 : 0);
    }

    /** @return true if the cluster lists sessions, and none of the earlier owner's is among them any more */
    private boolean endEarlier() throws SQLException {
        Set<Long> earlier = new HashSet<>();
        for (String[] row : session.rows(
                "SELECT connection_id FROM " + tables.name("sessions") + " WHERE migration = ? AND epoch < ?",
                migration,
                epoch)) {
            earlier.add(Long.valueOf(row[0]));
        }
        for (int look = 0; look < LOOKS; look++) {
            boolean complete = false;
            Set<Long> left = new HashSet<>();
            for (String[] row : session.rows("SHOW PROCESSLIST")) {
                long id = Long.parseLong(row[0]);
                complete |= id == session.id();
                if (earlier.contains(id) && id != session.id()) {
                    left.add(id);
                }
            }
            if (left.isEmpty()) {
                return complete;
            }
            if (look == 0) {
                for (long id : left) {
                    LOG.info("Ending session {} of the earlier owner of {}", id, migration);
                    kill(id);
                }
            }
            pause(BETWEEN_LOOKS_MILLIS);
        }
        return false;
    }

    private void kill(long id) throws SQLException {
        try {
            session.run("KILL " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                // It may be of another account; the time-out is waited out then.
                LOG.warn("Session {} of the earlier owner cannot be ended: MySQL error {}", id, e.getErrorCode());
            }
        }
    }

    private static void pause(long millis) throws SQLException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for an earlier owner", "40000", e);
        }
    }

    private static RelayException takenOver(String migration) {
        return new RelayException(ErrorCode.TAKEN_OVER, "migration " + migration + " has a new owner");
    }
}
