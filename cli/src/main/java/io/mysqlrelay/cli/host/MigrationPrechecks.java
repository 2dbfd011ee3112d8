package io.mysqlrelay.cli.host;

import io.mysqlrelay.cli.UserError;
import io.mysqlrelay.cli.file.ConnectorFiles;
import io.mysqlrelay.cli.file.ConnectorSettings;
import io.mysqlrelay.cli.file.MigrationFile;
import io.mysqlrelay.cli.file.Secrets;
import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.CheckRun;
import io.mysqlrelay.core.precheck.Ignored;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.PrecheckSettings;
import io.mysqlrelay.precheck.pair.Pair;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All prechecks of a migration: of each side, by the connectors' archives, and of both together. */
public final class MigrationPrechecks {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String KAFKA = "kafka.bootstrap.servers";

    private MigrationPrechecks() {}

    /**
     * What was found.
     *
     * @param begun the target holds something of the migration already
     */
    public record Outcome(Report report, boolean begun) {}

    /** @throws UserError if a secret cannot be found, or what is ignored is no check */
    public static Outcome run(MigrationFile file, Predicate<CheckKind> wanted) throws InterruptedException {
        boolean ownKafka = !file.source().containsKey(KAFKA);
        ConnectorSettings settings = ConnectorSettings.of(file, file.source().getOrDefault(KAFKA, "localhost:9092"));
        return run(settings, ownKafka, "source.", "target.", wanted);
    }

    /** @throws UserError if a secret cannot be found, or what is ignored is no check */
    public static Outcome run(ConnectorFiles files, Predicate<CheckKind> wanted) throws InterruptedException {
        return run(files.settings(), false, "", "", wanted);
    }

    private static Outcome run(
            ConnectorSettings settings,
            boolean ownKafka,
            String sourcePrefix,
            String sinkPrefix,
            Predicate<CheckKind> wanted)
            throws InterruptedException {
        Map<String, String> source = Secrets.resolve(settings.source());
        Map<String, String> sink = Secrets.resolve(settings.sink());
        CheckRun run = new CheckRun(LIMIT, ignored(sourcePrefix, source).and(ignored(sinkPrefix, sink)));
        try (PluginChecks plugins = PluginChecks.load();
                OpenSide left = open(plugins, source, ownKafka);
                OpenSide right = open(plugins, sink, ownKafka)) {
            boolean begun = false;
            List<Check> checks = new ArrayList<>();
            if (left.server() != null && right.server() != null) {
                begun = begun(Pair.of(left, right, false));
                checks.addAll(right.pairing().checks(left, right));
            } else {
                checks.addAll(left.checks());
                checks.addAll(right.checks());
            }
            boolean past = begun;
            checks.removeIf(check -> !wanted.test(check.kind()) || (past && check.kind() == CheckKind.START_POSITION));
            return new Outcome(run.run(checks), begun);
        }
    }

    private static OpenSide open(PluginChecks plugins, Map<String, String> settings, boolean ownKafka) {
        return settings.isEmpty()
                ? new OpenSide(null, List.of(), Map.of(), null)
                : plugins.of(settings.getOrDefault("connector.class", "")).open(settings, ownKafka);
    }

    private static boolean begun(Pair pair) {
        try {
            return pair.begun();
        } catch (SQLException noConnection) {
            // The checks say why.
            return false;
        }
    }

    private static Ignored ignored(String prefix, Map<String, String> settings) {
        try {
            return Ignored.parse(settings.get(PrecheckSettings.IGNORE));
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    prefix + PrecheckSettings.IGNORE + ": " + e.getMessage() + ". docs/prechecks.md lists them.", e);
        }
    }

    /** @return the key in the migration file */
    public static String settingName(CheckResult result) {
        String setting = result.setting();
        if (result.side() == Side.SOURCE) {
            return "source." + setting;
        }
        return setting.startsWith("target.existing.") ? setting : "target." + setting;
    }
}
