package io.mysqlrelay.sink.state;

import io.mysqlrelay.sink.jdbc.TargetSession;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.MigrationState.Phase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The row of {@code migration}. */
public final class Migrations {
    private final TargetSession session;
    private final String table;
    private final String migration;
    private final boolean dated;

    /** @param dated the table has a column {@code updated_at} */
    public Migrations(TargetSession session, OwnTables tables, String migration, boolean dated) {
        this.session = session;
        this.table = tables.name("migration");
        this.migration = migration;
        this.dated = dated;
    }

    public MigrationState load() throws SQLException {
        List<String[]> rows = session.rows(
                "SELECT phase, types, start_position, safe_until FROM " + table + " WHERE migration = ?", migration);
        if (rows.isEmpty()) {
            return new MigrationState(Phase.NEW, null, null, null);
        }
        String[] r = rows.get(0);
        return new MigrationState(Phase.valueOf(r[0].toUpperCase(Locale.ROOT)), r[1], r[2], r[3]);
    }

    /** Part of the caller's transaction, in a target that has any. */
    public void save(MigrationState state) throws SQLException {
        session.update(
                "REPLACE INTO " + table + " (migration, phase, types, start_position, safe_until"
                        + (dated ? ", updated_at" : "") + ") VALUES (?, ?, ?, ?, ?"
                        + (dated ? ", " + session.now() : "") + ")",
                migration,
                state.phase().name().toLowerCase(Locale.ROOT),
                state.types(),
                state.start(),
                state.safeUntil());
    }
}
