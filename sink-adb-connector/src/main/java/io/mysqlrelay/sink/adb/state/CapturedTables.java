package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.session.AdbSession;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of {@code tables}, kept in memory too; when a write fails the target is closed, and with it this memory. */
public final class CapturedTables {
    private final AdbSession session;
    private final String table;
    private final String migration;
    private final Map<TableName, CapturedTable> rows = new HashMap<>();

    public CapturedTables(AdbSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("tables");
        this.migration = migration;
    }

    public void load() throws SQLException {
        for (String[] r : session.rows(
                "SELECT db, tbl, state, existed, keyless, skip_until, row_count, slots, slots_at, notes, identity FROM "
                        + table + " WHERE migration = ?",
                migration)) {
            TableName name = new TableName(r[0], r[1]);
            rows.put(
                    name,
                    new CapturedTable(
                            name,
                            CapturedTable.State.valueOf(r[2].toUpperCase(Locale.ROOT)),
                            r[3].equals("1"),
                            "1".equals(r[4]),
                            r[5],
                            r[6] == null ? 0 : Long.parseLong(r[6]),
                            r[7],
                            r[8],
                            r[9],
                            r[10]));
        }
    }

    public Map<TableName, String> skipUntil() {
        Map<TableName, String> positions = new HashMap<>();
        rows.forEach((name, row) -> {
            if (row.skipUntil() != null) {
                positions.put(name, row.skipUntil());
            }
        });
        return Map.copyOf(positions);
    }

    /** @return null for a table that was never claimed */
    public CapturedTable of(TableName name) {
        return rows.get(name);
    }

    /** @return never null: of a table that was made by a statement, a new row */
    public CapturedTable orNew(TableName name) {
        CapturedTable row = rows.get(name);
        return row == null ? CapturedTable.claimed(name, CapturedTable.State.CREATED, false) : row;
    }

    public void claim(TableName name, CapturedTable.State state, boolean withRows) throws SQLException {
        put(CapturedTable.claimed(name, state, withRows));
    }

    public void put(CapturedTable row) throws SQLException {
        session.update(
                "REPLACE INTO " + table + " (migration, db, tbl, state, existed, keyless, skip_until, row_count, slots,"
                        + " slots_at, notes, identity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                migration,
                row.name().database(),
                row.name().table(),
                row.state().name().toLowerCase(Locale.ROOT),
                row.existed() ? 1 : 0,
                row.keyless() ? 1 : 0,
                row.skipUntil(),
                row.rowCount(),
                row.slots(),
                row.slotsAt(),
                row.notes(),
                row.identity());
        rows.put(row.name(), row);
    }

    /** May be repeated: what is gone already moves nothing. */
    public void renamed(TableName from, TableName to) throws SQLException {
        CapturedTable row = rows.get(from);
        if (row != null) {
            put(row.named(to));
            dropped(from);
        }
    }

    public void dropped(TableName name) throws SQLException {
        if (rows.remove(name) != null) {
            session.update(
                    "DELETE FROM " + table + " WHERE migration = ? AND db = ? AND tbl = ?",
                    migration,
                    name.database(),
                    name.table());
        }
    }

    public void droppedDatabase(String database) throws SQLException {
        for (TableName name : in(database)) {
            dropped(name);
        }
    }

    public List<TableName> in(String database) {
        return rows.keySet().stream()
                .filter(name -> name.database().equals(database))
                .toList();
    }
}
