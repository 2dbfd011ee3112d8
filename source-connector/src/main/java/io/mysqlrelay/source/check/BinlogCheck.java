package io.mysqlrelay.source.check;

import io.mysqlrelay.source.config.ServerGroup;
import io.mysqlrelay.source.config.SourceConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The server's binlog: written, by rows, with whole rows, and with one kind of transaction id. */
final class BinlogCheck implements SourceCheck {
    private static final String VARIABLES = "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('log_bin', 'binlog_format',"
            + " 'binlog_row_image', 'binlog_row_value_options', 'gtid_mode')";

    @Override
    public List<Finding> run(Connection source, SourceConfig config) throws SQLException {
        Map<String, String> variables = read(source);
        List<Finding> findings = new ArrayList<>();
        if (is(variables, "log_bin", "OFF")) {
            findings.add(error(
                    "P05",
                    "the source writes no binlog (log_bin is OFF), so neither changes nor the position of the load are"
                            + " known",
                    "put log_bin=binlog and server_id=1 into the server's configuration file and restart it"));
        }
        gtid(variables, findings);
        if (config.types().incremental()) {
            rows(variables, findings);
        }
        return findings;
    }

    private static void rows(Map<String, String> variables, List<Finding> findings) {
        if (!is(variables, "binlog_format", "ROW")) {
            findings.add(error(
                    "P06",
                    "binlog_format is " + variables.get("binlog_format") + ", so the binlog holds statements that give"
                            + " other rows elsewhere",
                    "SET GLOBAL binlog_format = 'ROW'; also in the configuration file; then let applications reconnect,"
                            + " since open sessions keep the old format"));
        }
        if (!is(variables, "binlog_row_image", "FULL")) {
            findings.add(error(
                    "P07",
                    "binlog_row_image is " + variables.get("binlog_row_image") + ", so the binlog leaves out columns",
                    "SET GLOBAL binlog_row_image = 'FULL'; also in the configuration file; then let applications"
                            + " reconnect, since open sessions keep the old value"));
        }
        if (variables
                .getOrDefault("binlog_row_value_options", "")
                .toUpperCase(Locale.ROOT)
                .contains("PARTIAL_JSON")) {
            findings.add(error(
                    "P08",
                    "binlog_row_value_options is PARTIAL_JSON, so the binlog holds parts of JSON values",
                    "SET GLOBAL binlog_row_value_options = ''; also in the configuration file; then let applications"
                            + " reconnect"));
        }
    }

    private static void gtid(Map<String, String> variables, List<Finding> findings) {
        String mode = variables.getOrDefault("gtid_mode", "OFF").toUpperCase(Locale.ROOT);
        if (mode.endsWith("_PERMISSIVE")) {
            findings.add(error(
                    "P14",
                    "gtid_mode is " + mode + ", so some transactions have a GTID and some have none, and a position"
                            + " cannot name both",
                    "bring the server to gtid_mode=ON (or OFF) as in the MySQL manual, \"Changing GTID Mode on Online"
                            + " Servers\""));
        } else if (mode.equals("OFF")) {
            findings.add(Finding.alert(
                    "P14",
                    ServerGroup.HOSTNAME,
                    "gtid_mode is OFF: positions are valid on this server only, not after a failover to a replica",
                    "bring the server to gtid_mode=ON before the migration begins"));
        }
    }

    private static Finding error(String id, String message, String fix) {
        return Finding.error(id, ServerGroup.HOSTNAME, message, fix);
    }

    private static boolean is(Map<String, String> variables, String name, String value) {
        return value.equalsIgnoreCase(variables.get(name));
    }

    private static Map<String, String> read(Connection source) throws SQLException {
        Map<String, String> variables = new HashMap<>();
        try (Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery(VARIABLES)) {
            while (rows.next()) {
                variables.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
            }
        }
        return variables;
    }
}
