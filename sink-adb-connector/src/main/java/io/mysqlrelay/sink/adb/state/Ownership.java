package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.target.TransientTargetException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * This task's ownership. AnalyticDB has neither locks nor transactions, so an earlier task cannot be kept from
 * committing: its sessions are looked up and ended, and what it may have sent is waited out for one socket timeout. Changes
 * may be repeated as often as one likes, so an owner that is only slow does no harm as long as it sends nothing after that.
 */
public final class Ownership {
    /** An owner asks whether it still is one this many times within the time that a successor waits. */
    private static final int ASKED_PER_TIMEOUT = 4;

    private final AdbSession session;
    private final StateTables tables;
    private final String migration;
    private final String token;
    private final long timeoutMillis;
    /** Of this opening of the target: the sessions of the one before are a task's own, and must be gone too. */
    private final String holder = UUID.randomUUID().toString();

    private volatile long checkedNanos = System.nanoTime();

    private Ownership(AdbSession session, StateTables tables, String migration, String token, long timeoutMillis) {
        this.session = session;
        this.tables = tables;
        this.migration = migration;
        this.token = token;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * @param task the same at each opening by one task
     * @param timeoutMillis after which an owner's statement was answered or given up
     * @throws RelayException RELAY-4020 if another task has replaced this one
     * @throws TransientTargetException while sessions of an earlier owner do not end
     */
    public static Ownership take(
            AdbSession session, StateTables tables, String migration, String owner, TaskToken task, long timeoutMillis)
            throws SQLException, TransientTargetException {
        Ownership taken = new Ownership(session, tables, migration, task.own(), timeoutMillis);
        Owner found = taken.owner();
        if (!task.mayTake(found.token())) {
            throw takenOver(migration);
        }
        task.trying(found.token());
        // First of all: of two that begin together the later one finds the other's session.
        taken.join(session);
        Owner now;
        long epoch = found.epoch();
        do {
            epoch++;
            session.update(
                    "REPLACE INTO " + tables.name("owner") + " (migration, epoch, owner, token) VALUES (?, ?, ?, ?)",
                    migration,
                    epoch,
                    owner,
                    task.own());
            EarlierOwners earlier = taken.earlier();
            earlier.exclude(timeoutMillis);
            now = taken.owner();
            if (task.own().equals(now.token())) {
                taken.forget(earlier.holders());
                task.taken();
                return taken;
            }
            // Of no later epoch it is not a successor, but one that began before and whose statement has arrived late.
        } while (now.epoch() <= epoch);
        throw takenOver(migration);
    }

    /** Makes a session one of the owner's, so that a successor finds it. */
    public void join(AdbSession other) throws SQLException {
        session.update(
                "REPLACE INTO " + tables.name("sessions") + " (migration, connection_id, holder) VALUES (?, ?, ?)",
                migration,
                other.id(),
                holder);
    }

    /** @throws RelayException RELAY-4020 if another task is the owner now */
    public void check() throws SQLException {
        check(session);
    }

    /**
     * As {@link #check} if that is long ago: a task that was frozen must not go on in the middle of a window.
     *
     * @param by the calling thread's own session
     */
    public void checkAgain(AdbSession by) throws SQLException {
        long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - checkedNanos);
        if (since > timeoutMillis / ASKED_PER_TIMEOUT) {
            check(by);
        }
    }

    /** @param token null before the first owner */
    private record Owner(long epoch, String token) {}

    private Owner owner() throws SQLException {
        long now = System.nanoTime();
        List<String[]> rows =
                session.rows("SELECT epoch, token FROM " + tables.name("owner") + " WHERE migration = ?", migration);
        checkedNanos = now;
        return rows.isEmpty() ? new Owner(0, null) : new Owner(Long.parseLong(rows.get(0)[0]), rows.get(0)[1]);
    }

    private void check(AdbSession by) throws SQLException {
        long now = System.nanoTime();
        if (!token.equals(by.text("SELECT token FROM " + tables.name("owner") + " WHERE migration = ?", migration))) {
            throw takenOver(migration);
        }
        checkedNanos = now;
    }

    /** Tells a successor that nothing of this owner is under way: it finds no sessions to wait for. */
    public void release() throws SQLException {
        forget(Set.of(holder));
    }

    private EarlierOwners earlier() throws SQLException {
        return new EarlierOwners(
                session,
                migration,
                session.rows(
                        "SELECT connection_id, holder FROM " + tables.name("sessions")
                                + " WHERE migration = ? AND holder <> ?",
                        migration,
                        holder));
    }

    /** By name, because this statement too may be carried out late: it must never forget the sessions of a successor. */
    private void forget(Set<String> holders) throws SQLException {
        for (String gone : holders) {
            session.update(
                    "DELETE FROM " + tables.name("sessions") + " WHERE migration = ? AND holder = ?", migration, gone);
        }
    }

    private static RelayException takenOver(String migration) {
        return new RelayException(ErrorCode.TAKEN_OVER, "migration " + migration + " has a new owner");
    }
}
