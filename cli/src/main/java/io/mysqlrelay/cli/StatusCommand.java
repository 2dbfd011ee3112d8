package io.mysqlrelay.cli;

import io.mysqlrelay.cli.file.ConnectorSettings;
import io.mysqlrelay.cli.file.MigrationFile;
import io.mysqlrelay.cli.file.Secrets;
import io.mysqlrelay.cli.host.Servers;
import io.mysqlrelay.cli.progress.ProgressReader;
import io.mysqlrelay.cli.progress.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code relay status FILE}: asks the target, so it works from any machine and while the relay is stopped. */
@Command(name = "status", description = "Tells how far the migration in FILE is.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "migration file")
    private Path file;

    @Override
    public Integer call() throws SQLException {
        MigrationFile migration = MigrationFile.read(file);
        LogFile.at(migration.dataFolder().resolve("status.log"));
        Map<String, String> target = Secrets.resolve(migration.target());
        try (Connection connection = Servers.target(target)) {
            Snapshot s = new ProgressReader(
                            connection,
                            target.getOrDefault("checkpoint.database", "mysql_relay"),
                            ConnectorSettings.topic(migration))
                    .read();
            line("migration", migration.name());
            line("phase", s.phase().equals("none") ? "not started: the target holds nothing of it" : s.phase());
            line("tables", s.tables() + ", created " + s.tablesCreated() + ", loaded " + s.tablesLoaded());
            line("rows loaded", String.format(Locale.ROOT, "%,d", s.rowsLoaded()));
            line(
                    "statements",
                    s.statementsApplied() + " applied, " + s.statementsSkipped() + " skipped, " + s.statementsFailed()
                            + " failed");
            line("rows refused", String.format(Locale.ROOT, "%,d", s.rowsRefused()));
            if (!Double.isNaN(s.lagMillis())) {
                line("lag", seconds(s.lagMillis()) + ", by a checkpoint " + seconds(s.checkpointMillis()) + " old");
            }
            return 0;
        }
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    private static void line(String name, String value) {
        System.out.printf(Locale.ROOT, "%-20s %s%n", name, value);
    }
}
