package io.mysqlrelay.sink.mysql.check;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.pair.FunctionCreators;
import io.mysqlrelay.precheck.pair.TargetRights;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.SessionsLeft;
import io.mysqlrelay.sink.check.TargetGrants;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

    List<Check> fast() {
        List<Check> checks = new ArrayList<>();
        add(checks, CheckKind.VERSION, ConnectionConfig.URL, () -> version(target.version()));
        add(
                checks,
                CheckKind.TARGET_PRIVILEGES,
                ConnectionConfig.USER,
                () -> TargetGrants.look(target, settings.checkpointDatabase(), ON_STATE, TargetRights.ON_DATA));
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

    /** FOR SHARE and the data dictionary, whose statements are atomic, came with 8.0.11. */
    static List<Finding> version(ServerVersion version) {
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
                                "GRANT " + TargetRights.onVariables(target.version()) + " ON *.* TO "
                                        + target.account())
                        .of(closed)
                        .code(ErrorCode.SESSION_VARIABLE));
    }
}
