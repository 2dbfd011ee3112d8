package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.session.Clock;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.target.TargetMeter;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code ddl_log}: what became of every statement of the source, and how far one is that was begun. */
public final class DdlLog {
    private static final int MOST_ERROR = 16_000;

    /**
     * A statement in the log.
     *
     * @param steps what is done about it, encoded; null when nothing was begun
     * @param step how many of them are done
     * @param error what was refused of the statement; null for nothing
     */
    public record Entry(String state, String steps, int step, String error) {
        public boolean finished() {
            return state.equals("applied") || state.equals("skipped") || state.equals("replaced");
        }

        public boolean begun() {
            return state.equals("started") && steps != null;
        }
    }

    private final AdbSession session;
    private final String table;
    private final String migration;
    private final TargetMeter meter;

    /** @param meter is told how many statements there are in each state */
    public DdlLog(AdbSession session, StateTables tables, String migration, TargetMeter meter) {
        this.session = session;
        this.table = tables.name("ddl_log");
        this.migration = migration;
        this.meter = meter;
    }

    public Optional<Entry> find(DdlChange change) throws SQLException {
        List<String[]> rows = session.rows(
                "SELECT state, steps, step, error FROM " + table + " WHERE migration = ? AND txn = ? AND ordinal = ?",
                migration,
                change.transaction(),
                change.ordinal());
        return rows.stream()
                .map(r -> new Entry(r[0], r[1], Integer.parseInt(r[2]), r[3]))
                .findFirst();
    }

    /** @param error null for none */
    public void put(DdlChange change, String kept, String state, String steps, int step, String error)
            throws SQLException {
        boolean open = state.equals("started");
        session.update(
                "REPLACE INTO " + table + " (migration, txn, ordinal, phase, state, db, statement, steps, step, error,"
                        + " started_at, finished_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                migration,
                change.transaction(),
                change.ordinal(),
                change.schemaPhase() ? "schema" : "incremental",
                state,
                change.database(),
                kept,
                steps,
                step,
                error == null || error.length() <= MOST_ERROR ? error : error.substring(0, MOST_ERROR),
                Clock.now(),
                open ? null : Clock.now());
        if (!open) {
            tell();
        }
    }

    /** Notes a view of the schema phase that was left out, which has a row of its own, by its name. */
    public void left(DdlChange change, TableName view, String error) throws SQLException {
        DdlChange named = new DdlChange(
                true,
                change.database(),
                change.statement(),
                change.charset(),
                change.text(),
                change.session(),
                change.tables(),
                change.transaction() + " " + view.quoted(),
                change.ordinal(),
                change.sourceMillis());
        put(named, change.text(), "failed", null, 0, error);
    }

    /** Counts the statements anew. */
    public void tell() throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        for (String[] row : session.rows(
                "SELECT state, COUNT(*) FROM " + table + " WHERE migration = ? GROUP BY state", migration)) {
            counts.put(row[0], Long.parseLong(row[1]));
        }
        meter.ddl(new TargetMeter.DdlTally(
                counts.getOrDefault("applied", 0L) + counts.getOrDefault("replaced", 0L),
                counts.getOrDefault("skipped", 0L),
                counts.getOrDefault("failed", 0L)));
    }
}
