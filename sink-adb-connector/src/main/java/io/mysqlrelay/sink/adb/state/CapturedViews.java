package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.ddl.KnownView;
import io.mysqlrelay.sink.adb.session.AdbSession;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of {@code views}: views of the source, kept in memory too; when a write fails the target is closed, and with it this
 * memory.
 */
public final class CapturedViews {
    private static final String MADE = "made";
    private static final String LEFT_OUT = "left_out";

    private final AdbSession session;
    private final String table;
    private final String migration;
    private final Map<TableName, KnownView> rows = new HashMap<>();

    public CapturedViews(AdbSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("views");
        this.migration = migration;
    }

    public void load() throws SQLException {
        for (String[] r : session.rows(
                "SELECT db, view_name, state, query, default_db FROM " + table + " WHERE migration = ?", migration)) {
            rows.put(new TableName(r[0], r[1]), new KnownView(r[2].equals(MADE), r[3], r[4]));
        }
    }

    /** @return empty for a view that was never seen */
    public Optional<KnownView> of(TableName name) {
        return Optional.ofNullable(rows.get(name));
    }

    public void put(TableName name, KnownView view) throws SQLException {
        if (view.equals(rows.get(name))) {
            return;
        }
        session.update(
                "REPLACE INTO " + table
                        + " (migration, db, view_name, state, query, default_db) VALUES (?, ?, ?, ?, ?, ?)",
                migration,
                name.database(),
                name.table(),
                view.made() ? MADE : LEFT_OUT,
                view.query(),
                view.database());
        rows.put(name, view);
    }

    public void forget(TableName name) throws SQLException {
        if (rows.containsKey(name)) {
            session.update(
                    "DELETE FROM " + table + " WHERE migration = ? AND db = ? AND view_name = ?",
                    migration,
                    name.database(),
                    name.table());
            rows.remove(name);
        }
    }

    public List<TableName> in(String database) {
        return rows.keySet().stream()
                .filter(name -> name.database().equals(database))
                .toList();
    }
}
