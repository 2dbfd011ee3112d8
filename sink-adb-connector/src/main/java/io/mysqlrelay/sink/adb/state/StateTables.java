package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.state.OwnTables;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The relay's own tables: created when missing, refused when they have another layout. Columns: docs/DESIGN.md. */
public final class StateTables extends OwnTables {
    private static final String LAYOUT = "MySQL Relay for AnalyticDB, layout 1";
    private static final Set<String> NUMBERS =
            Set.of("ordinal", "record_offset", "connection_id", "from_offset", "piece", "line");
    private static final Map<String, String> DEFINITIONS = new LinkedHashMap<>();

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
        put("views", "migration, db, view_name", "state VARCHAR NOT NULL, query VARCHAR, default_db VARCHAR");
        put("victims", "migration, change_id", "row_id VARCHAR NOT NULL");
        put(
                "precheck",
                "migration, line",
                "made_at DATETIME NOT NULL, id VARCHAR NOT NULL, label VARCHAR NOT NULL, side VARCHAR NOT NULL, state VARCHAR"
                        + " NOT NULL, severity VARCHAR, code VARCHAR, found VARCHAR NOT NULL, objects VARCHAR NOT NULL,"
                        + " instruction VARCHAR NOT NULL, setting VARCHAR NOT NULL, ignored INT NOT NULL");
    }

    public StateTables(String database) {
        super(database, LAYOUT, DEFINITIONS);
    }

    private static void put(String table, String key, String columns) {
        StringBuilder sql = new StringBuilder();
        for (String k : key.split(", ")) {
            boolean number = NUMBERS.contains(k);
            sql.append(k).append(number ? " BIGINT NOT NULL, " : " VARCHAR NOT NULL, ");
        }
        DEFINITIONS.put(
                table,
                "(" + sql + columns + ", PRIMARY KEY (" + key + ")) DISTRIBUTED BY HASH(migration) COMMENT '" + LAYOUT
                        + "'");
    }

    /** A cluster need not show comments. */
    @Override
    protected boolean shows(String comment, String layout) {
        return comment == null || comment.isEmpty() || comment.equals(layout);
    }

    public void ensure(AdbSession session) throws SQLException {
        make(session);
    }
}
