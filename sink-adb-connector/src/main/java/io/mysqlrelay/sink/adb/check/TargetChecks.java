package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CouldNotTell;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.SessionsLeft;
import io.mysqlrelay.sink.adb.AdbSettings;
import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.check.TargetGrants;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What can be said about AnalyticDB without its source. It tells little of itself, so a probe tells the rest. */
final class TargetChecks {
    static final List<String> ON_DATA = List.of("SELECT", "INSERT", "DELETE", "CREATE", "ALTER", "DROP");
    private static final List<String> ON_STATE = List.of("SELECT", "INSERT", "DELETE", "CREATE", "DROP");

    /** Row changes, statements, and a look beside them. */
    private static final int MORE_SESSIONS = 3;

    private final AdbSettings settings;
    private final ServerFacts target;
    private final Probe probe;

    TargetChecks(AdbSettings settings, ServerFacts target, Probe probe) {
        this.settings = settings;
        this.target = target;
        this.probe = probe;
    }

    List<Check> fast() {
        List<Check> checks = new ArrayList<>();
        add(checks, CheckKind.VERSION, ConnectionConfig.URL, this::version);
        add(checks, CheckKind.READ_ONLY, ConnectionConfig.URL, this::readOnly);
        add(checks, CheckKind.SESSIONS, ConnectionConfig.URL, this::sessions);
        return checks;
    }

    List<Check> more() {
        List<Check> checks = new ArrayList<>();
        add(checks, CheckKind.TARGET_PRIVILEGES, ConnectionConfig.USER, this::privileges);
        add(checks, CheckKind.READ_ONLY, ConnectionConfig.URL, probe::busy);
        add(checks, CheckKind.VERSION, ConnectionConfig.URL, probe::rows);
        add(checks, CheckKind.COLLATIONS, ConnectionConfig.URL, probe::text);
        return checks;
    }

    private static void add(List<Check> checks, CheckKind kind, String setting, Check.Look look) {
        checks.add(new Check(kind, Side.TARGET, setting, look));
    }

    private List<Finding> version() throws SQLException {
        try {
            return List.of(Finding.passed("AnalyticDB kernel " + target.text("SELECT adb_version()")));
        } catch (SQLException noFunction) {
            if (AdbErrors.kind(noFunction) == ErrorKind.CONNECTION) {
                throw noFunction;
            }
        }
        try {
            target.rows("SELECT table_name FROM information_schema.kepler_meta_tables LIMIT 1");
            return List.of(Finding.passed("AnalyticDB of an edition that does not tell its kernel's version"));
        } catch (SQLException noTable) {
            if (AdbErrors.kind(noTable) == ErrorKind.CONNECTION) {
                throw noTable;
            }
            return List.of(Finding.alert(
                    "the server has neither adb_version() nor information_schema.kepler_meta_tables, so it may be no"
                            + " AnalyticDB for MySQL 3.0 (its version is " + target.text("SELECT VERSION()") + ")",
                    "correct connection.url, or use io.mysqlrelay.sink.mysql.MySqlSinkConnector for MySQL"));
        }
    }

    private List<Finding> readOnly() throws SQLException {
        return target.variables().is("read_only", "ON")
                ? List.of(Finding.error("read_only is ON", ErrorCode.TARGET_READ_ONLY.remedy())
                        .code(ErrorCode.TARGET_READ_ONLY)
                        .passing())
                : List.of();
    }

    private List<Finding> sessions() throws SQLException {
        int open;
        try {
            open = target.rows("SHOW PROCESSLIST").size();
        } catch (SQLException e) {
            throw refused(
                    e,
                    "SHOW PROCESSLIST",
                    "without it, what an earlier task has sent is excluded by the wait for adb.socket.timeout.seconds alone");
        }
        return SessionsLeft.look(target, settings.threads() + MORE_SESSIONS, open);
    }

    /** Grants where the cluster tells them; else what the probe may do. */
    private List<Finding> privileges() throws SQLException {
        List<Finding> findings = new ArrayList<>(probe.rights());
        boolean told;
        try {
            told = !target.grants().grants().isEmpty();
        } catch (SQLException e) {
            if (AdbErrors.kind(e) == ErrorKind.CONNECTION) {
                throw e;
            }
            told = false;
        }
        if (told) {
            findings.addAll(TargetGrants.look(target, settings.checkpointDatabase(), ON_STATE, ON_DATA));
        } else if (!probe.done()) {
            findings.add(Finding.unknown(
                    "this AnalyticDB does not show what the account may do",
                    "GRANT " + String.join(", ", ON_DATA) + " on the migrated databases and on "
                            + settings.checkpointDatabase()));
        }
        return findings;
    }

    /** @return what to say when a statement is refused that AnalyticDB need not have */
    static RuntimeException refused(SQLException e, String statement, String instruction) throws SQLException {
        if (AdbErrors.kind(e) == ErrorKind.CONNECTION) {
            throw e;
        }
        return new CouldNotTell("AnalyticDB refuses " + statement + " (" + AdbErrors.numbers(e) + ")", instruction);
    }
}
