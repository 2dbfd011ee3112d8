package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of {@code victims}: which row of a keyless table a change is about, written down before anything is changed. A
 * change that comes again after a crash is then about the same row, whatever else the crash has left half done.
 */
public final class Victims {
    private static final int PER_STATEMENT = 500;

    private final AdbSession session;
    private final String table;
    private final String migration;

    public Victims(AdbSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("victims");
        this.migration = migration;
    }

    /** @return ids of rows by ids of changes, as far as they were chosen */
    public Map<String, String> find(List<String> changes) throws SQLException {
        Map<String, String> found = new HashMap<>();
        for (int from = 0; from < changes.size(); from += PER_STATEMENT) {
            for (String[] row : session.rows(
                    "SELECT change_id, row_id FROM " + table + " WHERE migration = ? AND change_id IN "
                            + list(changes.subList(from, Math.min(changes.size(), from + PER_STATEMENT))),
                    migration)) {
                found.put(row[0], row[1]);
            }
        }
        return found;
    }

    public void put(Map<String, String> chosen) throws SQLException {
        StringBuilder sql = new StringBuilder();
        int rows = 0;
        for (Map.Entry<String, String> choice : chosen.entrySet()) {
            sql.append(sql.length() == 0 ? "REPLACE INTO " + table + " (migration, change_id, row_id) VALUES (" : ",(");
            SqlLiterals.text(sql, migration);
            sql.append(',');
            SqlLiterals.text(sql, choice.getKey());
            sql.append(',');
            SqlLiterals.text(sql, choice.getValue());
            sql.append(')');
            if (++rows % PER_STATEMENT == 0) {
                session.run(sql.toString());
                sql.setLength(0);
            }
        }
        if (sql.length() > 0) {
            session.run(sql.toString());
        }
    }

    /** The changes are covered by the checkpoint: they never come again. */
    public void forget(Collection<String> changes) throws SQLException {
        List<String> all = List.copyOf(changes);
        for (int from = 0; from < all.size(); from += PER_STATEMENT) {
            session.update(
                    "DELETE FROM " + table + " WHERE migration = ? AND change_id IN "
                            + list(all.subList(from, Math.min(all.size(), from + PER_STATEMENT))),
                    migration);
        }
    }

    private static String list(List<String> values) {
        StringBuilder list = new StringBuilder();
        for (String value : values) {
            list.append(list.length() == 0 ? "(" : ",");
            SqlLiterals.text(list, value);
        }
        return list.append(')').toString();
    }
}
