package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.CouldNotTell;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.pair.BegunMigration;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.sink.adb.AdbSettings;
import io.mysqlrelay.sink.adb.config.AdbConfig;
import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Makes a table in the relay's own database, writes a row, reads it, deletes it and drops the table again. Tried once,
 * whoever asks first; not while a migration is under way, which shows the same all the time. Thread-safe.
 */
final class Probe {
    private static final String OFF = AdbConfig.PROBE + " is false";
    /** Of four bytes in UTF-8. */
    private static final String EMOJI = "\ud83d\ude00";

    private static final String MOMENT = "2024-02-29 23:59:58.123";

    private final AdbSettings settings;
    private final ConnectionSettings connection;
    private final ServerFacts target;
    private final int limitMillis;

    private boolean tried;
    /** Why nothing was tried; null if something was. */
    private String skipped;
    /** Null if all went well. */
    private SQLException failure;
    /** The statement that failed, without values; or that is under way. */
    private String doing = "";

    private int times;
    private String moment = "";
    private String letter = "";
    /** Null if nothing was left behind. */
    private String left;

    Probe(AdbSettings settings, ConnectionSettings connection, ServerFacts target, int limitMillis) {
        this.settings = settings;
        this.connection = connection;
        this.target = target;
        this.limitMillis = limitMillis;
    }

    /** True if it was carried out to its end. */
    synchronized boolean done() {
        return tried && skipped == null && failure == null;
    }

    /** What the account may not do. */
    synchronized List<Finding> rights() throws SQLException {
        attempt();
        if (skipped != null || failure == null || kind() == ErrorKind.BUSY) {
            return List.of();
        }
        String rest = left == null ? "" : "; then DROP TABLE " + left;
        ErrorCode code = denied() ? ErrorCode.TARGET_PRIVILEGE : ErrorCode.TARGET_ERROR;
        return List.of(Finding.error(
                        "refused was " + doing + ": " + failure.getMessage(),
                        "GRANT " + String.join(", ", TargetChecks.ON_DATA) + " on " + settings.checkpointDatabase()
                                + " and on the migrated databases to the account; or make the database by hand" + rest)
                .code(code));
    }

    /** Whether the cluster takes writes at this moment. */
    synchronized List<Finding> busy() throws SQLException {
        attempt();
        requireTried();
        return failure != null && kind() == ErrorKind.BUSY
                ? List.of(Finding.error(
                                "AnalyticDB does not take writes at this moment (" + AdbErrors.numbers(failure)
                                        + "): it is locked because its disk is full, or is backed up",
                                "make room, or wait for the end of the backup")
                        .code(ErrorCode.TARGET_READ_ONLY)
                        .passing())
                : List.of();
    }

    /** Whether it does with rows what the sink counts on. */
    synchronized List<Finding> rows() throws SQLException {
        attempt();
        requireRow();
        if (times != 1) {
            return List.of(Finding.error(
                    "a row that was written twice with one key by REPLACE was there " + times + " times",
                    "use AnalyticDB for MySQL 3.0"));
        }
        return moment.startsWith(MOMENT)
                ? List.of()
                : List.of(Finding.alert(
                        "a DATETIME with milliseconds was read back as another value",
                        "tell which edition and version it is; the sink counts on milliseconds"));
    }

    /** Whether characters of four bytes stay what they are. */
    synchronized List<Finding> text() throws SQLException {
        attempt();
        requireRow();
        return letter.equals(EMOJI)
                ? List.of()
                : List.of(Finding.alert(
                        "a character of four bytes in UTF-8 was read back as something else",
                        "expect such characters to be lost; later AnalyticDB versions may keep them"));
    }

    private void requireTried() {
        if (skipped != null) {
            throw CouldNotTell.notTried(skipped);
        }
    }

    private void requireRow() {
        requireTried();
        if (failure != null) {
            throw CouldNotTell.notTried("no row could be written");
        }
    }

    private ErrorKind kind() {
        return AdbErrors.kind(failure);
    }

    private boolean denied() {
        return kind() == ErrorKind.PRIVILEGE
                || String.valueOf(failure.getMessage()).contains("denied");
    }

    private void attempt() throws SQLException {
        if (tried) {
            return;
        }
        tried = true;
        target.connect();
        if (!settings.probe()) {
            skipped = OFF;
        } else if (BegunMigration.is(target, settings.checkpointDatabase(), settings.migration())) {
            skipped = "the migration has begun";
        } else {
            try (AdbSession session = AdbSession.open(connection, limitMillis)) {
                write(session);
            } catch (SQLException e) {
                failure = e;
            }
        }
    }

    private void write(AdbSession session) throws SQLException {
        String database = settings.checkpointDatabase();
        boolean there =
                session.text("SELECT 1 FROM information_schema.schemata WHERE schema_name = ?", database) != null;
        String name = "probe_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String table = new TableName(database, name).quoted();
        try {
            if (!there) {
                run(session, "CREATE DATABASE IF NOT EXISTS " + TableName.quote(database));
            }
            run(
                    session,
                    "CREATE TABLE " + table + " (id BIGINT NOT NULL, moment DATETIME, letter VARCHAR, PRIMARY KEY (id))"
                            + " DISTRIBUTED BY HASH(id)");
            left = table;
            rows(session, table);
        } catch (SQLException e) {
            failure = e;
        }
        if (left != null && tidied(session, "DROP TABLE " + table)) {
            left = null;
        }
        if (!there && left == null) {
            tidied(session, "DROP DATABASE " + TableName.quote(database));
        }
    }

    private void rows(AdbSession session, String table) throws SQLException {
        String replace = "REPLACE INTO " + table + " (id, moment, letter) VALUES (?, ?, ?)";
        doing = "REPLACE INTO " + table;
        session.update(replace, 1, null, "");
        session.update(replace, 1, MOMENT, EMOJI);
        doing = "SELECT from " + table;
        List<String[]> found = session.rows("SELECT moment, letter FROM " + table);
        times = found.size();
        if (times > 0) {
            moment = String.valueOf(found.get(0)[0]);
            letter = String.valueOf(found.get(0)[1]);
        }
        doing = "DELETE FROM " + table;
        session.update("DELETE FROM " + table + " WHERE id = ?", 1);
    }

    /** The first failure is the one that is told. */
    private boolean tidied(AdbSession session, String sql) {
        String before = doing;
        try {
            run(session, sql);
            doing = before;
            return true;
        } catch (SQLException e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
                doing = before;
            }
            return false;
        }
    }

    private void run(AdbSession session, String sql) throws SQLException {
        doing = sql;
        session.run(sql);
    }
}
