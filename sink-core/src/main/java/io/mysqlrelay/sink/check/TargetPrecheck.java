package io.mysqlrelay.sink.check;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.CheckRun;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.ReportLog;
import io.mysqlrelay.precheck.pair.BegunMigration;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.config.EngineRules;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.config.PrecheckConfig;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a target's prechecks: the fast ones for a validation, all of them for a start and for the command. */
public final class TargetPrecheck {
    private static final Logger LOG = LoggerFactory.getLogger(TargetPrecheck.class);
    /** Validation happens inside a REST call, which the worker ends after 90 seconds. */
    private static final int CONNECT_LIMIT_MS = 5_000;

    private static final Duration FAST_LIMIT = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Before the check that asks is given up, so that it can say which server did not answer. */
    private static final Duration FAST_ANSWER = FAST_LIMIT.minusSeconds(5);

    private static final Duration ANSWER = LIMIT.minusSeconds(5);

    private final CheckedSink sink;

    public TargetPrecheck(CheckedSink sink) {
        this.sink = sink;
    }

    /**
     * Looks whether a migration could start once the settings are well-formed.
     *
     * @param validated by the connector's definition
     * @return the same with messages on the settings that the user must change
     */
    public Config validate(Map<String, String> settings, Config validated) {
        Config config = EngineRules.validate(settings, validated);
        sink.violations(settings).forEach((name, message) -> add(config, name, message));
        boolean wellFormed =
                config.configValues().stream().allMatch(v -> v.errorMessages().isEmpty());
        if (wellFormed) {
            Report report = fast(settings);
            report.errors().forEach(error -> add(config, error.setting(), error.text()));
            if (PrecheckConfig.refuseAlerts(settings)) {
                report.openAlerts().forEach(alert -> add(config, alert.setting(), alert.refusal()));
            }
        }
        return config;
    }

    private static void add(Config validated, String setting, String message) {
        validated.configValues().stream()
                .filter(v -> v.name().equals(setting))
                .forEach(v -> v.addErrorMessage(message));
    }

    private Report fast(Map<String, String> config) {
        TargetLook look = sink.look(config, CONNECT_LIMIT_MS, FAST_ANSWER);
        try (ServerFacts server = look.server()) {
            List<Check> checks = new ArrayList<>(List.of(connection(look, server)));
            checks.addAll(look.fast());
            return run(checks, FAST_LIMIT, config);
        }
    }

    /**
     * Makes all checks. Only a migration of which the target holds nothing yet is kept from starting by them: one that runs
     * has got past what they guess at, and its task stops by itself where it really cannot go on.
     *
     * @throws RelayException RELAY-4008 with everything that must be corrected
     */
    public void start(Map<String, String> config) {
        TargetLook look = sink.look(config, CONNECT_LIMIT_MS, ANSWER);
        try (ServerFacts server = look.server()) {
            List<Check> checks = new ArrayList<>(List.of(connection(look, server), topic(config)));
            checks.addAll(look.fast());
            checks.addAll(look.more());
            checks.addAll(look.withoutSource());
            Report report = run(checks, LIMIT, config);
            ReportLog.write(LOG, "target " + look.connection().url(), report);
            if (report.errors().stream().noneMatch(error -> error.kind() == CheckKind.CONNECTION)) {
                store(look, report);
            }
            List<CheckResult> errors = report.errors().stream()
                    .filter(error -> !error.finding().temporary())
                    .toList();
            if (!errors.isEmpty() && !begun(look)) {
                throw new RelayException(
                        ErrorCode.TARGET_NOT_READY,
                        errors.stream().map(e -> e.setting() + ": " + e.text()).collect(Collectors.joining("; ")));
            }
        }
    }

    private static boolean begun(TargetLook look) {
        try {
            return BegunMigration.is(
                    look.server(),
                    look.migration().checkpointDatabase(),
                    look.migration().topic());
        } catch (SQLException | RuntimeException e) {
            // No connection: whoever cannot be asked is not told to stop.
            return true;
        }
    }

    private static void store(TargetLook look, Report report) {
        try {
            look.store(report);
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

    private static Check connection(TargetLook look, ServerFacts server) {
        return new Check(CheckKind.CONNECTION, Side.TARGET, ConnectionConfig.URL, () -> {
            try {
                server.connect();
                return List.of();
            } catch (SQLException e) {
                return List.of(ConnectionFailure.finding(look.connection(), e, look.kind(e)));
            }
        });
    }

    private static Check topic(Map<String, String> config) {
        return new Check(CheckKind.TOPICS, Side.TARGET, EngineSettings.KAFKA_BOOTSTRAP, () -> TopicCheck.look(config));
    }

    /** As {@link io.mysqlrelay.precheck.SidePrechecks#open}. */
    public OpenSide open(Map<String, String> given, boolean ownKafka) {
        Map<String, String> config = new HashMap<>(given);
        if (ownKafka) {
            config.putIfAbsent(EngineSettings.KAFKA_BOOTSTRAP, "localhost:9092");
        }
        List<Finding> wrong = wrong(config);
        Check settled = new Check(CheckKind.SETTINGS, Side.TARGET, ConnectionConfig.URL, () -> wrong);
        if (!wrong.isEmpty()) {
            return OpenSide.closed(settled);
        }
        TargetLook look = sink.look(config, CONNECT_LIMIT_MS, ANSWER);
        List<Check> checks = new ArrayList<>(List.of(settled, connection(look, look.server())));
        checks.addAll(look.fast());
        checks.addAll(look.more());
        if (!ownKafka) {
            checks.add(topic(config));
        }
        return new OpenSide(look.server(), checks, look.migration().pairSettings(), look.pairing());
    }

    private List<Finding> wrong(Map<String, String> config) {
        List<Finding> wrong = new ArrayList<>();
        for (ConfigValue value : sink.settings().validate(config)) {
            for (String message : value.errorMessages()) {
                wrong.add(Finding.error(message, "correct " + value.name()).on(value.name()));
            }
        }
        Map<String, String> violations = new HashMap<>(EngineRules.violations(config));
        violations.putAll(sink.violations(config));
        violations.forEach((name, message) ->
                wrong.add(Finding.error(message, "correct " + name).on(name)));
        return wrong;
    }
}
