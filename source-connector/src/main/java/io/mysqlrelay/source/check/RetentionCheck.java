package io.mysqlrelay.source.check;

import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.Variables;
import io.mysqlrelay.source.config.SourceConfig;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** How long the source keeps binlog that nobody has read yet. */
final class RetentionCheck {
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final long LEAST_DAYS = 3;
    private static final long GOOD_DAYS = 7;

    private final ServerFacts source;
    private final SourceConfig config;

    RetentionCheck(ServerFacts source, SourceConfig config) {
        this.source = source;
        this.config = config;
    }

    List<Finding> look() throws SQLException {
        if (!config.types().incremental()) {
            return List.of(Finding.skipped("changes are not migrated"));
        }
        OptionalLong hours = amazon();
        if (hours.isPresent() && hours.getAsLong() < GOOD_DAYS * 24) {
            return List.of(finding(
                    hours.getAsLong() * HOUR,
                    "'binlog retention hours' of this RDS instance",
                    "CALL mysql.rds_set_configuration('binlog retention hours', 168)"));
        }
        OptionalLong seconds = seconds(source.variables());
        if (seconds.isEmpty() || seconds.getAsLong() >= GOOD_DAYS * DAY) {
            return List.of();
        }
        boolean days = source.variables().find("binlog_expire_logs_seconds").isEmpty();
        return List.of(finding(
                seconds.getAsLong(),
                days ? "expire_logs_days" : "binlog_expire_logs_seconds",
                (days ? "SET GLOBAL expire_logs_days = 7" : "SET GLOBAL binlog_expire_logs_seconds = 604800")
                        + "; also in the configuration file"));
    }

    private static Finding finding(long seconds, String setting, String fix) {
        String kept = seconds % DAY == 0 ? seconds / DAY + " days" : seconds / HOUR + " hours";
        String found = "the binlog is kept for " + kept + " (" + setting
                + "): a migration that is stopped for longer must" + " begin again";
        return seconds < LEAST_DAYS * DAY ? Finding.error(found, fix) : Finding.alert(found, fix);
    }

    /** @return empty when nothing is removed by age */
    static OptionalLong seconds(Variables variables) {
        if (variables.is("binlog_expire_logs_auto_purge", "OFF")) {
            return OptionalLong.empty();
        }
        long seconds = variables.number("binlog_expire_logs_seconds", 0);
        // Servers before 8.0 have days only; an 8.0 server that was told days has 0 seconds.
        long all = seconds > 0 ? seconds : variables.number("expire_logs_days", 0) * DAY;
        return all == 0 ? OptionalLong.empty() : OptionalLong.of(all);
    }

    /** Amazon's servers remove files by a table of their own; NULL there means as soon as they can. */
    private OptionalLong amazon() throws SQLException {
        List<String> there = source.column("SELECT TABLE_NAME FROM information_schema.TABLES"
                + " WHERE TABLE_SCHEMA = 'mysql' AND TABLE_NAME = 'rds_configuration'");
        if (there.isEmpty()) {
            return OptionalLong.empty();
        }
        List<String[]> rows =
                source.rows("SELECT value FROM mysql.rds_configuration WHERE name = 'binlog retention hours'");
        if (rows.isEmpty()) {
            return OptionalLong.empty();
        }
        String hours = rows.get(0)[0];
        return OptionalLong.of(hours == null || !hours.matches("\\d{1,9}") ? 0 : Long.parseLong(hours));
    }
}
