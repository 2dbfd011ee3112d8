package io.mysqlrelay.source.check;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.Variables;
import io.mysqlrelay.source.config.SourceConfig;
import java.sql.SQLException;
import java.util.List;

/** The server's binlog: written, by rows, with whole rows, and with one kind of transaction id. */
final class BinlogChecks {
    private final ServerFacts source;
    private final SourceConfig config;

    BinlogChecks(ServerFacts source, SourceConfig config) {
        this.source = source;
        this.config = config;
    }

    List<Finding> on() throws SQLException {
        return source.variables().is("log_bin", "OFF")
                ? List.of(Finding.error(
                                "the source writes no binlog (log_bin is OFF), so neither changes nor the position of the"
                                        + " load are known",
                                "put log_bin=binlog and server_id=1 into the server's configuration file and restart it")
                        .code(ErrorCode.BINLOG_OFF))
                : List.of();
    }

    List<Finding> format() throws SQLException {
        return variable(
                "binlog_format",
                "ROW",
                "so the binlog holds statements that give other rows elsewhere",
                ErrorCode.STATEMENT_DML);
    }

    List<Finding> rowImage() throws SQLException {
        return variable("binlog_row_image", "FULL", "so the binlog leaves out columns", ErrorCode.ROW_IMAGE_PARTIAL);
    }

    List<Finding> partialJson() throws SQLException {
        return variable(
                "binlog_row_value_options",
                "",
                "so the binlog holds parts of JSON values",
                ErrorCode.ROW_IMAGE_PARTIAL);
    }

    private List<Finding> variable(String name, String wanted, String effect, ErrorCode code) throws SQLException {
        if (!config.types().incremental()) {
            return List.of(Finding.skipped("changes are not migrated"));
        }
        Variables variables = source.variables();
        // Newer servers may drop a variable whose only value is the good one.
        if (variables.find(name).isEmpty() || variables.is(name, wanted)) {
            return List.of();
        }
        return List.of(Finding.error(
                        name + " is " + variables.text(name) + ", " + effect,
                        "SET GLOBAL " + name + " = '" + wanted
                                + "'; also in the configuration file; then let applications"
                                + " reconnect, since open sessions keep the old value")
                .code(code));
    }

    /** Open sessions keep the value that they began with, whatever the global one is by now. */
    List<Finding> sessions(String name, String wanted) throws SQLException {
        if (!config.types().incremental()) {
            return List.of(Finding.skipped("changes are not migrated"));
        }
        List<String> sessions = source.column(
                "SELECT CONCAT('session ', t.PROCESSLIST_ID, ' of ', t.PROCESSLIST_USER, '@', t.PROCESSLIST_HOST)"
                        + " FROM performance_schema.variables_by_thread v JOIN performance_schema.threads t"
                        + " USING (THREAD_ID) WHERE v.VARIABLE_NAME = ? AND v.VARIABLE_VALUE <> ?"
                        + " AND t.PROCESSLIST_ID IS NOT NULL AND t.PROCESSLIST_USER IS NOT NULL",
                name,
                wanted);
        return sessions.isEmpty()
                ? List.of()
                : List.of(Finding.alert(
                                "open sessions have another " + name + " than " + (wanted.isEmpty() ? "''" : wanted),
                                "let their applications reconnect, or KILL them: the first row that they change stops the"
                                        + " source")
                        .of(sessions));
    }

    List<Finding> compression() throws SQLException {
        return source.variables().is("binlog_transaction_compression", "ON")
                ? List.of(Finding.note("binlog_transaction_compression is ON; compressed transactions are read", ""))
                : List.of();
    }

    List<Finding> gtid() throws SQLException {
        String mode = source.variables().find("gtid_mode").orElse("OFF");
        if (mode.endsWith("_PERMISSIVE")) {
            return List.of(Finding.error(
                            "gtid_mode is " + mode
                                    + ", so some transactions have a GTID and some have none, and a position"
                                    + " cannot name both",
                            "bring the server to gtid_mode=ON (or OFF) as in the MySQL manual, \"Changing GTID Mode on"
                                    + " Online Servers\"")
                    .code(ErrorCode.GTID_MODE_MIXED));
        }
        return mode.equals("OFF")
                ? List.of(Finding.alert(
                        "gtid_mode is OFF: positions are valid on this server only, not after a failover to a replica",
                        "SET GLOBAL enforce_gtid_consistency = ON; SET GLOBAL gtid_mode = OFF_PERMISSIVE; SET GLOBAL"
                                + " gtid_mode = ON_PERMISSIVE; SET GLOBAL gtid_mode = ON; also in the configuration file;"
                                + " all before the migration begins"))
                : List.of();
    }
}
