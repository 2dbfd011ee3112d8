package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.List;

/**
 * The epoch of this task's ownership, and the transactions that are only allowed under it.
 *
 * <p>A task that was only paused still has its sessions. Its successor kills them and raises the epoch; whatever the
 * paused one sends later over a new session finds another epoch and gives up before it has changed anything.
 */
public final class Ownership {
    /** How often a working owner says that it lives. */
    private static final long SEEN_EVERY_NANOS = 5_000_000_000L;

    private final DmlSession session;
    private final String table;
    private final String migration;
    private final long epoch;
    private long seenNanos = System.nanoTime();

    private Ownership(DmlSession session, String table, String migration, long epoch) {
        this.session = session;
        this.table = table;
        this.migration = migration;
        this.epoch = epoch;
    }

    /**
     * Raises the epoch. The earlier owner's sessions must have ended, else this waits for their transactions.
     *
     * @param lastEpoch the epoch this task had before, null when it had none: if the table has another one now, this
     *     task was replaced and must not take the migration back
     */
    static Ownership take(DmlSession session, StateTables tables, String migration, String owner, Long lastEpoch)
            throws SQLException {
        String table = tables.name("owner");
        List<String[]> rows = session.rows(
                "SELECT epoch FROM " + table + " WHERE migration = ? AND role = 'apply' FOR UPDATE", migration);
        long found = rows.isEmpty() ? 0 : Long.parseLong(rows.get(0)[0]);
        if (lastEpoch != null && lastEpoch != found) {
            throw takenOver(migration);
        }
        session.update(
                "REPLACE INTO " + table + " (migration, role, epoch, owner, server_uuid, taken_at, seen_at)"
                        + " VALUES (?, 'apply', ?, ?, @@server_uuid, NOW(6), NOW(6))",
                migration,
                found + 1,
                owner);
        session.commit();
        return new Ownership(session, table, migration, found + 1);
    }

    public long epoch() {
        return epoch;
    }

    /** Begins a transaction that cannot commit after a successor's epoch. */
    public void begin() throws SQLException {
        boolean seen = System.nanoTime() - seenNanos > SEEN_EVERY_NANOS;
        if (!seen) {
            share();
            return;
        }
        int found = session.update(
                "UPDATE " + table + " SET seen_at = NOW(6) WHERE migration = ? AND role = 'apply' AND epoch = ?",
                migration,
                epoch);
        if (found != 1) {
            session.rollback();
            throw takenOver(migration);
        }
        seenNanos = System.nanoTime();
    }

    /**
     * Begins such a transaction beside others of the same task: they share the lock on the epoch, so the row of the owner
     * must not be changed by any of them.
     */
    public void share() throws SQLException {
        if (!isEpoch(session.text(
                "SELECT epoch FROM " + table + " WHERE migration = ? AND role = 'apply' FOR SHARE", migration))) {
            session.rollback();
            throw takenOver(migration);
        }
    }

    /** @return the same ownership, for transactions of another session */
    public Ownership in(DmlSession other) {
        return new Ownership(other, table, migration, epoch);
    }

    private boolean isEpoch(String found) {
        return Long.toString(epoch).equals(found);
    }

    static RelayException takenOver(String migration) {
        return new RelayException(ErrorCode.TAKEN_OVER, "migration " + migration + " has a new owner");
    }
}
