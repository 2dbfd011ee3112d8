package io.mysqlrelay.sink.mysql.check;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.pair.FunctionCreators;
import io.mysqlrelay.precheck.pair.TargetRights;
import io.mysqlrelay.precheck.server.Grants;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.SessionsLeft;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What can be said about a target without its source. */
final class TargetChecks {
    /** Row changes, statements, and a look beside them. */
    private static final int MORE_SESSIONS = 3;

    private static final List<String> ON_STATE = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE");

    private final TargetSettings settings;
    private final ServerFacts target;

    TargetChecks(TargetSettings settings, ServerFacts target) {
        this.settings = settings;
        this.target = target;
    }

    /** Also what a validation has time for. */
    List<Check> always() {
        List<Check> checks = new ArrayList<>();
        add(checks, CheckKind.CONNECTION, ConnectionConfig.URL, this::connection);
        add(checks, CheckKind.VERSION, ConnectionConfig.URL, this::version);
        add(checks, CheckKind.TARGET_PRIVILEGES, ConnectionConfig.USER, this::privileges);
        add(checks, CheckKind.READ_ONLY, ConnectionConfig.URL, this::readOnly);
        add(
                checks,
                CheckKind.SESSIONS,
                ConnectionConfig.URL,
                () -> SessionsLeft.look(target, settings.threads() + MORE_SESSIONS));
        return checks;
    }

    /** What is said more exactly where the source is known. */
    List<Check> withoutSource() {
        List<Check> checks = new ArrayList<>();
        add(checks, CheckKind.SESSION_VARIABLES, ConnectionConfig.USER, this::sessionVariables);
        add(checks, CheckKind.FUNCTION_CREATORS, ConnectionConfig.USER, () -> FunctionCreators.look(target, false));
        return checks;
    }

    private static void add(List<Check> checks, CheckKind kind, String setting, Check.Look look) {
        checks.add(new Check(kind, Side.TARGET, setting, look));
    }

    private List<Finding> connection() {
        try {
            target.connect();
            return List.of();
        } catch (SQLException e) {
            return List.of(ConnectionFailure.finding(settings.connection(), e));
        }
    }

    /** FOR SHARE and the data dictionary, whose statements are atomic, came with 8.0.11. */
    private List<Finding> version() throws SQLException {
        ServerVersion version = target.version();
        return version.isMariaDb() || !version.atLeast(8, 0, 11)
                ? List.of(Finding.error("the server's version is " + version.text(), ErrorCode.TARGET_TOO_OLD.remedy())
                        .code(ErrorCode.TARGET_TOO_OLD))
                : List.of();
    }

    /** A task that runs waits for a target that is read-only for a while, so a start does not fail for it. */
    private List<Finding> readOnly() throws SQLException {
        boolean closed =
                target.variables().is("read_only", "ON") || target.variables().is("super_read_only", "ON");
        return closed
                ? List.of(Finding.error("read_only is ON", ErrorCode.TARGET_READ_ONLY.remedy())
                        .code(ErrorCode.TARGET_READ_ONLY)
                        .passing())
                : List.of();
    }

    private List<Finding> privileges() throws SQLException {
        Grants grants = target.grants();
        String state = settings.checkpointDatabase();
        TreeSet<String> missing = new TreeSet<>();
        List<String> fixes = new ArrayList<>();
        String account = " TO " + target.account();
        if (!ON_STATE.stream().allMatch(p -> grants.onDatabase(p, state))) {
            ON_STATE.stream().filter(p -> !grants.onDatabase(p, state)).forEach(missing::add);
            fixes.add("GRANT " + String.join(", ", ON_STATE) + " ON " + TableName.quote(state) + ".*" + account);
        }
        List<String> data = TargetRights.ON_DATA.stream()
                .filter(p -> !grants.elsewhere(p, state))
                .toList();
        if (!data.isEmpty()) {
            missing.addAll(data);
            fixes.add("GRANT " + String.join(", ", TargetRights.ON_DATA) + " ON *.*" + account
                    + "; or on each migrated database");
        }
        return missing.isEmpty()
                ? List.of()
                : List.of(Finding.error("missing " + String.join(", ", missing), String.join("; ", fixes))
                        .code(ErrorCode.TARGET_PRIVILEGE));
    }

    private List<Finding> sessionVariables() throws SQLException {
        List<String> closed = new ArrayList<>();
        for (String name : TargetRights.VARIABLES) {
            if (target.variables().find(name).isPresent() && !target.maySet(name)) {
                closed.add(name);
            }
        }
        return closed.isEmpty()
                ? List.of()
                : List.of(Finding.note(
                                "the account may not set variables for its session; statements of the source that depend on"
                                        + " them stop, if the source has other values",
                                "GRANT "
                                        + (target.version().atLeast(8, 0, 14)
                                                ? "SESSION_VARIABLES_ADMIN"
                                                : "SYSTEM_VARIABLES_ADMIN")
                                        + " ON *.* TO " + target.account())
                        .of(closed)
                        .code(ErrorCode.SESSION_VARIABLE));
    }
}
