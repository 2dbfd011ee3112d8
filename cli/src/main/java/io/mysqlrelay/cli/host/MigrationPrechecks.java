package io.mysqlrelay.cli.host;

import io.mysqlrelay.cli.UserError;
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
import io.mysqlrelay.precheck.pair.PairChecks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** @throws UserError if the file names a secret that cannot be found, or ignores what is no check */
    public static Outcome run(MigrationFile file, Predicate<CheckKind> wanted) throws InterruptedException {
        boolean ownKafka = !file.source().containsKey(KAFKA);
        ConnectorSettings settings = ConnectorSettings.of(file, file.source().getOrDefault(KAFKA, "localhost:9092"));
        Map<String, String> source = Secrets.resolve(settings.source());
        Map<String, String> sink = Secrets.resolve(settings.sink());
        CheckRun run = new CheckRun(LIMIT, ignored("source.", source).and(ignored("target.", sink)));
        try (PluginChecks plugins = PluginChecks.load();
                OpenSide left = plugins.of(Side.SOURCE).open(source, ownKafka);
                OpenSide right = plugins.of(Side.TARGET).open(sink, ownKafka)) {
            List<Check> checks = new ArrayList<>(left.checks());
            checks.addAll(right.checks());
            boolean begun = false;
            if (left.server() != null && right.server() != null) {
                Map<String, String> both = new HashMap<>(left.settings());
                both.putAll(right.settings());
                Pair pair = new Pair(left.server(), right.server(), both);
                begun = begun(pair);
                checks.addAll(PairChecks.of(pair));
            }
            boolean past = begun;
            checks.removeIf(check -> !wanted.test(check.kind()) || (past && check.kind() == CheckKind.START_POSITION));
            return new Outcome(run.run(checks), begun);
        }
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
