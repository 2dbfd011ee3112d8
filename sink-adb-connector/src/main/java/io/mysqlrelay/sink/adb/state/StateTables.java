package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.session.AdbSession;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The relay's own tables: created when missing, refused when they have another layout. Columns: docs/DESIGN.md. */
public final class StateTables {
    private static final String LAYOUT = "MySQL Relay for AnalyticDB, layout 1";
    private static final Set<String> NUMBERS =
            Set.of("ordinal", "record_offset", "connection_id", "from_offset", "piece", "line");
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        put("owner", "migration", "epoch BIGINT NOT NULL, owner VARCHAR NOT NULL, token VARCHAR NOT NULL");
        put("sessions", "migration, connection_id", "holder VARCHAR NOT NULL");
        put(
                "checkpoint",
                "migration",
                "topic_id VARCHAR NOT NULL, next_offset BIGINT NOT NULL, run VARCHAR, seq BIGINT"
                        + " NOT NULL, run_broken INT NOT NULL, run_after VARCHAR, executed VARCHAR, txn VARCHAR, ordinal BIGINT"
                        + " NOT NULL, unfinished VARCHAR, source_ts_ms BIGINT NOT NULL, updated_at DATETIME NOT NULL");
        put(
                "migration",
                "migration",
                "phase VARCHAR NOT NULL, types VARCHAR, start_position VARCHAR, safe_until VARCHAR");
        put(
                "tables",
                "migration, db, tbl",
                "state VARCHAR NOT NULL, existed INT NOT NULL, keyless INT, skip_until VARCHAR,"
                        + " row_count BIGINT, slots VARCHAR, slots_at VARCHAR, notes VARCHAR, identity VARCHAR");
        put(
                "ddl_log",
                "migration, txn, ordinal",
                "phase VARCHAR NOT NULL, state VARCHAR NOT NULL, db VARCHAR, statement"
                        + " VARCHAR NOT NULL, steps VARCHAR, step INT NOT NULL, error VARCHAR, started_at DATETIME NOT NULL,"
                        + " finished_at DATETIME");
        put("ddl_orders", "migration, txn, ordinal", "action VARCHAR NOT NULL, statement VARCHAR, used INT");
        put(
                "refused_rows",
                "migration, record_offset",
                "txn VARCHAR NOT NULL, ordinal BIGINT NOT NULL, db VARCHAR NOT NULL,"
                        + " tbl VARCHAR NOT NULL, op VARCHAR NOT NULL, code VARCHAR NOT NULL, error VARCHAR NOT NULL, left_out_at"
                        + " DATETIME NOT NULL");
        put("xa_prepared", "migration, xid", "txn VARCHAR NOT NULL");
        put(
                "xa_pending",
                "migration, xid, from_offset, piece",
                "txn VARCHAR NOT NULL, more INT NOT NULL, changes BINARY");
        put("victims", "migration, change_id", "row_id VARCHAR NOT NULL");
        put(
                "precheck",
                "migration, line",
                "made_at DATETIME NOT NULL, id VARCHAR NOT NULL, label VARCHAR NOT NULL, side VARCHAR NOT NULL, state VARCHAR"
                        + " NOT NULL, severity VARCHAR, code VARCHAR, found VARCHAR NOT NULL, objects VARCHAR NOT NULL,"
                        + " instruction VARCHAR NOT NULL, setting VARCHAR NOT NULL, ignored INT NOT NULL");
    }

    private final String database;

    public StateTables(String database) {
        this.database = database;
    }

    private static void put(String table, String key, String columns) {
        StringBuilder sql = new StringBuilder();
        for (String k : key.split(", ")) {
            boolean number = NUMBERS.contains(k);
            sql.append(k).append(number ? " BIGINT NOT NULL, " : " VARCHAR NOT NULL, ");
        }
        COLUMNS.put(
                table,
                "(" + sql + columns + ", PRIMARY KEY (" + key + ")) DISTRIBUTED BY HASH(migration) COMMENT '" + LAYOUT
                        + "'");
    }

    /** @return the quoted full name of one of the relay's own tables */
    public String name(String table) {
        return new TableName(database, table).quoted();
    }

    /** Statements that make the tables, for the golden files. */
    Map<String, String> statements() {
        Map<String, String> statements = new LinkedHashMap<>();
        COLUMNS.forEach((table, definition) ->
                statements.put(table, "CREATE TABLE IF NOT EXISTS " + name(table) + " " + definition));
        return statements;
    }

    public void ensure(AdbSession session) throws SQLException {
        Map<String, String> found = new HashMap<>();
        for (String[] row : session.rows(
                "SELECT table_name, table_comment FROM information_schema.tables WHERE table_schema = ?", database)) {
            found.put(row[0], row[1]);
        }
        // Asked first, so that an account without CREATE can use tables that were made for it.
        if (!found.keySet().containsAll(COLUMNS.keySet())) {
            session.run("CREATE DATABASE IF NOT EXISTS " + TableName.quote(database));
        }
        for (Map.Entry<String, String> table : statements().entrySet()) {
            String comment = found.get(table.getKey());
            if (!found.containsKey(table.getKey())) {
                session.run(table.getValue());
            } else if (comment != null && !comment.isEmpty() && !comment.equals(LAYOUT)) {
                throw new RelayException(
                        ErrorCode.STATE_LAYOUT,
                        "table " + name(table.getKey()) + " has not the comment '" + LAYOUT + "'");
            }
        }
    }
}
