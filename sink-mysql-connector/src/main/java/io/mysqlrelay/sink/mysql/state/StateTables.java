package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.state.OwnTables;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The relay's own tables: created when missing, refused when they have another layout. Columns: docs/DESIGN.md. */
public final class StateTables extends OwnTables {
    /** A table's comment carries its layout's version. */
    private static final String LAYOUT = "MySQL Relay, layout 2";

    private static final Map<String, String> DEFINITIONS = new LinkedHashMap<>();

    static {
        // 249 is the longest topic name of Kafka, 64 the longest identifier of MySQL.
        put("owner", """
                migration VARCHAR(249) NOT NULL, role VARCHAR(16) NOT NULL, epoch BIGINT NOT NULL,
                owner VARCHAR(512) NOT NULL, server_uuid CHAR(36) NOT NULL, taken_at TIMESTAMP(6) NOT NULL,
                seen_at TIMESTAMP(6) NOT NULL, PRIMARY KEY (migration, role)""");
        put("checkpoint", """
                migration VARCHAR(249) NOT NULL, topic_id VARCHAR(64) NOT NULL, next_offset BIGINT NOT NULL,
                run VARCHAR(128) NULL, seq BIGINT NOT NULL, run_broken BOOLEAN NOT NULL, run_after VARCHAR(160) NULL, executed MEDIUMTEXT NULL,
                txn VARCHAR(255) NULL, ordinal BIGINT NOT NULL, unfinished MEDIUMTEXT NULL, source_ts_ms BIGINT NOT NULL,
                window_end BIGINT NULL, updated_at TIMESTAMP(6) NOT NULL, PRIMARY KEY (migration)""");
        put("migration", """
                migration VARCHAR(249) NOT NULL, phase VARCHAR(16) NOT NULL, types VARCHAR(64) NULL,
                start_position MEDIUMTEXT NULL, safe_until MEDIUMTEXT NULL, updated_at TIMESTAMP(6) NOT NULL,
                PRIMARY KEY (migration)""");
        put("tables", """
                migration VARCHAR(249) NOT NULL, db VARCHAR(64) NOT NULL, tbl VARCHAR(64) NOT NULL,
                state VARCHAR(16) NOT NULL, existed BOOLEAN NOT NULL, keyless BOOLEAN NULL, skip_until MEDIUMTEXT NULL,
                row_count BIGINT NULL, PRIMARY KEY (migration, db, tbl)""");
        put("objects", """
                migration VARCHAR(249) NOT NULL, kind VARCHAR(9) NOT NULL, db VARCHAR(64) NOT NULL,
                name VARCHAR(64) NOT NULL, cut_over TEXT NULL, PRIMARY KEY (migration, kind, db, name)""");
        put("pending_views", """
                migration VARCHAR(249) NOT NULL, db VARCHAR(64) NOT NULL, name VARCHAR(64) NOT NULL,
                log_id BIGINT NOT NULL, default_db VARCHAR(64) NULL, charset VARCHAR(64) NOT NULL,
                session TEXT NOT NULL, statement LONGBLOB NOT NULL, text LONGTEXT NOT NULL,
                PRIMARY KEY (migration, db, name)""");
        // An XID is at most 10 digits, 2 * 128 hexadecimal digits, and what is between them.
        put("xa_pending", """
                migration VARCHAR(249) NOT NULL, xid VARCHAR(280) NOT NULL, piece BIGINT NOT NULL,
                txn VARCHAR(255) NOT NULL, more BOOLEAN NOT NULL, changes LONGBLOB NOT NULL,
                PRIMARY KEY (migration, xid, piece)""");
        put("ddl_log", """
                id BIGINT NOT NULL AUTO_INCREMENT, migration VARCHAR(249) NOT NULL, txn VARCHAR(255) NOT NULL,
                ordinal BIGINT NOT NULL, phase VARCHAR(16) NOT NULL, state VARCHAR(16) NOT NULL, db VARCHAR(64) NULL,
                statement LONGTEXT NOT NULL, fingerprint CHAR(64) NULL, connection_id BIGINT NULL,
                server_uuid CHAR(36) NOT NULL, started_at TIMESTAMP(6) NOT NULL, finished_at TIMESTAMP(6) NULL,
                error TEXT NULL, PRIMARY KEY (id), KEY by_change (migration, txn, ordinal)""");
        put("refused_rows", """
                id BIGINT NOT NULL AUTO_INCREMENT, migration VARCHAR(249) NOT NULL, record_offset BIGINT NOT NULL,
                txn VARCHAR(255) NOT NULL, ordinal BIGINT NOT NULL, db VARCHAR(64) NOT NULL, tbl VARCHAR(64) NOT NULL,
                op VARCHAR(8) NOT NULL, code VARCHAR(16) NOT NULL, error TEXT NOT NULL,
                left_out_at TIMESTAMP(6) NOT NULL, PRIMARY KEY (id), KEY by_table (migration, db, tbl)""");
        put("precheck", """
                migration VARCHAR(249) NOT NULL, line INT NOT NULL, made_at TIMESTAMP(6) NOT NULL,
                id VARCHAR(8) NOT NULL, label VARCHAR(64) NOT NULL, side VARCHAR(8) NOT NULL, state VARCHAR(16) NOT NULL,
                severity VARCHAR(8) NULL, code VARCHAR(16) NULL, found TEXT NOT NULL, objects MEDIUMTEXT NOT NULL,
                instruction TEXT NOT NULL, setting VARCHAR(64) NULL, ignored BOOLEAN NOT NULL,
                PRIMARY KEY (migration, line)""");
        // Written by people at night: as few columns as can be, and nothing that needs a look into the manual.
        put("ddl_orders", """
                migration VARCHAR(249) NOT NULL, txn VARCHAR(255) NOT NULL, ordinal BIGINT NOT NULL,
                action VARCHAR(16) NOT NULL, statement LONGTEXT NULL,
                ordered_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), used_at TIMESTAMP(6) NULL,
                PRIMARY KEY (migration, txn, ordinal)""");
    }

    public StateTables(String database) {
        super(database, LAYOUT, DEFINITIONS);
    }

    private static void put(String table, String columns) {
        DEFINITIONS.put(
                table,
                "(" + columns + ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='" + LAYOUT + "'");
    }

    @Override
    protected boolean shows(String comment, String layout) {
        return comment.equals(layout);
    }

    /** In a transaction of its own. */
    public void ensure(DmlSession session) throws SQLException {
        make(session);
        session.commit();
    }
}
