package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of {@code ddl_log}: what became of every statement of the source. Part of the caller's transaction. */
public final class DdlLog {
    /**
     * A statement in the log.
     *
     * @param fingerprint of the structure before it; null when it was not executed
     */
    public record Entry(long id, String state, String fingerprint) {
        public boolean finished() {
            return state.equals("applied") || state.equals("skipped") || state.equals("replaced");
        }

        /** True if the statement (or, when asked so, the one in its place) was sent and its end is not known. */
        public boolean pending(boolean inPlace) {
            return state.equals(inPlace ? "replacing" : "started");
        }
    }

    private final DmlSession session;
    private final String table;
    private final String migration;

    public DdlLog(DmlSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("ddl_log");
        this.migration = migration;
    }

    public Optional<Entry> find(DdlChange change) throws SQLException {
        return session
                .rows(
                        "SELECT id, state, fingerprint FROM " + table
                                + " WHERE migration = ? AND txn = ? AND ordinal = ? AND phase = 'incremental'"
                                + " ORDER BY id DESC LIMIT 1",
                        migration,
                        change.transaction(),
                        change.ordinal())
                .stream()
                .map(r -> new Entry(Long.parseLong(r[0]), r[1], r[2]))
                .findFirst();
    }

    /**
     * Says that the statement is about to be executed.
     *
     * @param inPlace true when another one is executed in its place
     * @param earlier the entry of an earlier try, or empty
     * @return the entry's id
     */
    public long started(
            DdlChange change, boolean inPlace, Optional<Entry> earlier, String fingerprint, long connectionId)
            throws SQLException {
        String state = inPlace ? "replacing" : "started";
        if (earlier.isEmpty()) {
            return insert(change, change.text(), state, fingerprint, connectionId, null);
        }
        session.update(
                "UPDATE " + table + " SET state = ?, fingerprint = ?, connection_id = ?,"
                        + " server_uuid = @@server_uuid, started_at = NOW(6), finished_at = NULL, error = NULL WHERE id = ?",
                state,
                fingerprint,
                connectionId,
                earlier.get().id());
        return earlier.get().id();
    }

    /**
     * @param text what to keep of the statement: its own text, unless that holds a secret
     * @return the entry's id
     */
    public long skipped(DdlChange change, String text, String reason) throws SQLException {
        return insert(change, text, "skipped", null, null, reason);
    }

    /** A statement that was tried and left out. */
    public void leftOut(long id, String reason) throws SQLException {
        finish(id, "skipped", reason);
    }

    public void applied(long id) throws SQLException {
        finish(id, "applied", null);
    }

    /** Another statement was executed in its place. */
    public void replaced(long id) throws SQLException {
        finish(id, "replaced", null);
    }

    /** @return how many statements of the migration have failed and were not executed later */
    public long failures() throws SQLException {
        return session.number("SELECT COUNT(*) FROM " + table + " WHERE migration = ? AND state = 'failed'", migration);
    }

    public void failed(long id, String error) throws SQLException {
        finish(id, "failed", error);
    }

    private void finish(long id, String state, String error) throws SQLException {
        session.update(
                "UPDATE " + table + " SET state = ?, error = LEFT(?, 16000), finished_at = NOW(6) WHERE id = ?",
                state,
                error,
                id);
    }

    private long insert(
            DdlChange change, String text, String state, String fingerprint, Long connectionId, String error)
            throws SQLException {
        session.update(
                "INSERT INTO " + table + " (migration, txn, ordinal, phase, state, db, statement, fingerprint,"
                        + " connection_id, server_uuid, started_at, finished_at, error)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, @@server_uuid, NOW(6), IF(? IN ('started', 'replacing'), NULL, NOW(6)), ?)",
                migration,
                change.transaction(),
                change.ordinal(),
                change.schemaPhase() ? "schema" : "incremental",
                state,
                change.database(),
                text,
                fingerprint,
                connectionId,
                state,
                error);
        return session.number("SELECT LAST_INSERT_ID()");
    }
}
