package io.mysqlrelay.sink.mysql.check;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckRun;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.SidePrechecks;
import io.mysqlrelay.precheck.pair.BegunMigration;
import io.mysqlrelay.precheck.server.Scope;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.config.EngineRules;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.config.ObjectsConfig;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.mysql.config.PrecheckConfig;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.session.LookSession;
import io.mysqlrelay.sink.mysql.state.PrecheckTable;
import io.mysqlrelay.sink.mysql.state.StateTables;
import io.mysqlrelay.sink.target.TargetMeter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the target's prechecks: the fast ones for a validation, all of them for a start and for the command. */
public final class TargetPrecheck implements SidePrechecks {
    private static final Logger LOG = LoggerFactory.getLogger(TargetPrecheck.class);
    /** Validation happens inside a REST call, which the worker ends after 90 seconds. */
    private static final int CONNECT_LIMIT_MS = 5_000;

    private static final Duration FAST_LIMIT = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public Side side() {
        return Side.TARGET;
    }

    /** @return results about the target; never throws for what it finds */
    public static Report fast(Map<String, String> config) {
        TargetSettings settings = settings(config);
        try (ServerFacts target = facts(config, FAST_LIMIT)) {
            return run(new TargetChecks(settings, target).always(), FAST_LIMIT, config);
        }
    }

    /**
     * What a start finds.
     *
     * @param begun the target holds something of the migration already
     */
    public record AtStart(Report report, boolean begun) {}

    /** All checks; the report is stored in the target too, if that is possible. */
    public static AtStart atStart(Map<String, String> config) {
        TargetSettings settings = settings(config);
        try (ServerFacts target = facts(config, LIMIT)) {
            TargetChecks of = new TargetChecks(settings, target);
            List<Check> checks = new ArrayList<>(of.always());
            checks.addAll(of.withoutSource());
            checks.add(topic(config));
            Report report = run(checks, LIMIT, config);
            if (report.errors().stream().noneMatch(error -> error.kind() == CheckKind.CONNECTION)) {
                store(settings, report);
            }
            return new AtStart(report, begun(settings, target));
        }
    }

    private static boolean begun(TargetSettings settings, ServerFacts target) {
        try {
            return BegunMigration.is(target, settings.checkpointDatabase(), settings.migration());
        } catch (SQLException | RuntimeException e) {
            // No connection: whoever cannot be asked is not told to stop.
            return true;
        }
    }

    private static void store(TargetSettings settings, Report report) {
        try (DmlSession session = DmlSession.open(settings.connection(), new TargetMeter())) {
            StateTables tables = new StateTables(settings.checkpointDatabase());
            tables.ensure(session);
            new PrecheckTable(session, tables, settings.migration()).replace(report);
        } catch (SQLException e) {
            LOG.warn("The report of the prechecks is not stored in the target: {}", SqlErrors.numbers(e));
        } catch (RelayException e) {
            LOG.warn("The report of the prechecks is not stored in the target: {}", e.getMessage());
        }
    }

    private static Report run(List<Check> checks, Duration limit, Map<String, String> config) {
        try {
            return new CheckRun(limit, PrecheckConfig.ignored(config)).run(checks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted while the target was looked at", e);
        }
    }

    private static Check topic(Map<String, String> config) {
        return new Check(CheckKind.TOPICS, Side.TARGET, EngineSettings.KAFKA_BOOTSTRAP, () -> TopicCheck.look(config));
    }

    private static TargetSettings settings(Map<String, String> config) {
        return TargetSettings.parse(config, config.getOrDefault("topics", "").trim(), "precheck");
    }

    private static ServerFacts facts(Map<String, String> config, Duration limit) {
        AbstractConfig parsed = new AbstractConfig(TargetSettings.define(new ConfigDef()), config, false);
        ConnectionSettings settings = ConnectionConfig.parse(parsed, CONNECT_LIMIT_MS);
        return new ServerFacts(() -> LookSession.open(settings, Math.toIntExact(limit.toMillis())), Scope.EVERYTHING);
    }

    @Override
    public OpenSide open(Map<String, String> given, boolean ownKafka) {
        Map<String, String> config = new HashMap<>(given);
        if (ownKafka) {
            config.putIfAbsent(EngineSettings.KAFKA_BOOTSTRAP, "localhost:9092");
        }
        List<Finding> wrong = wrong(config);
        Check settled = new Check(CheckKind.SETTINGS, Side.TARGET, ConnectionConfig.URL, () -> wrong);
        if (!wrong.isEmpty()) {
            return new OpenSide(null, List.of(settled), Map.of());
        }
        TargetSettings settings = settings(config);
        ServerFacts target = facts(config, LIMIT);
        List<Check> checks = new ArrayList<>(List.of(settled));
        checks.addAll(new TargetChecks(settings, target).always());
        if (!ownKafka) {
            checks.add(topic(config));
        }
        return new OpenSide(
                target,
                checks,
                Map.of(
                        ObjectsConfig.EXISTING_TABLES,
                        settings.proceed() ? ObjectsConfig.PROCEED : ObjectsConfig.REFUSE,
                        ObjectsConfig.CHECKPOINT_DATABASE,
                        settings.checkpointDatabase(),
                        "topics",
                        settings.migration()));
    }

    private static List<Finding> wrong(Map<String, String> config) {
        List<Finding> wrong = new ArrayList<>();
        for (ConfigValue value :
                EngineSettings.define(TargetSettings.define(new ConfigDef())).validate(config)) {
            for (String message : value.errorMessages()) {
                wrong.add(Finding.error(message, "correct " + value.name()).on(value.name()));
            }
        }
        EngineRules.violations(config)
                .forEach((name, message) ->
                        wrong.add(Finding.error(message, "correct " + name).on(name)));
        return wrong;
    }
}
