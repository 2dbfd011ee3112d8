package io.mysqlrelay.source.check;

import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckRun;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.SidePrechecks;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.source.config.KafkaGroup;
import io.mysqlrelay.source.config.MigrationGroup;
import io.mysqlrelay.source.config.PrecheckGroup;
import io.mysqlrelay.source.config.SettingRules;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.config.SourceSettings;
import io.mysqlrelay.source.config.Violation;
import io.mysqlrelay.source.server.SourceConnections;
import io.mysqlrelay.source.server.SourceServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;

/** Runs the source's prechecks: the fast ones for a validation, all of them for a start and for the command. */
public final class SourcePrecheck implements SidePrechecks {
    private static final int CONNECT_LIMIT_MS = 5_000;
    /** Twice this is well inside the 90 seconds that Connect's REST server gives a validation. */
    private static final Duration FAST_LIMIT = Duration.ofSeconds(15);

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Before the check that asks is given up, so that it can say which server did not answer. */
    private static final Duration FAST_ANSWER = FAST_LIMIT.minusSeconds(5);

    private static final Duration ANSWER = LIMIT.minusSeconds(5);

    @Override
    public String connector() {
        return "io.mysqlrelay.source.MySqlRelaySourceConnector";
    }

    /** @return results about the source, and about Kafka; never throws for what it finds */
    public static Report fast(Map<String, String> props) {
        SourceConfig config = SourceConfig.parse(props);
        try (ServerFacts source = facts(config, FAST_ANSWER)) {
            return run(new SourceChecks(config, source).fast(), FAST_LIMIT, props);
        }
    }

    /**
     * All of them.
     *
     * @param begun the migration has left its start behind
     */
    public static Report atStart(Map<String, String> props, boolean begun) {
        SourceConfig config = SourceConfig.parse(props);
        try (ServerFacts source = facts(config, ANSWER)) {
            List<Check> checks = new SourceChecks(config, source).all();
            checks.removeIf(check -> begun && check.kind() == CheckKind.START_POSITION);
            return run(checks, LIMIT, props);
        }
    }

    private static Report run(List<Check> checks, Duration limit, Map<String, String> props) {
        try {
            return new CheckRun(limit, PrecheckGroup.ignored(props)).run(checks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted while the source was looked at", e);
        }
    }

    private static ServerFacts facts(SourceConfig config, Duration answer) {
        SourceServer server = config.server();
        int connect = Math.min(CONNECT_LIMIT_MS, server.connectTimeoutMs());
        SourceConnections connections = new SourceConnections(server.withConnectTimeoutMs(connect));
        Map<String, String> limits = Map.of("socketTimeout", String.valueOf(answer.toMillis()));
        return new ServerFacts(() -> connections.open(limits), new CapturedScope(config.captured()));
    }

    @Override
    public OpenSide open(Map<String, String> settings, boolean ownKafka) {
        Map<String, String> props = new HashMap<>(settings);
        if (ownKafka) {
            props.putIfAbsent(KafkaGroup.BOOTSTRAP_SERVERS, "localhost:9092");
        }
        List<Finding> wrong = wrong(props);
        Check settled = new Check(CheckKind.SETTINGS, Side.SOURCE, MigrationGroup.TOPIC_PREFIX, () -> wrong);
        if (!wrong.isEmpty()) {
            return OpenSide.closed(settled);
        }
        SourceConfig config = SourceConfig.parse(props);
        ServerFacts source = facts(config, ANSWER);
        List<Check> checks = new ArrayList<>(List.of(settled));
        for (Check check : new SourceChecks(config, source).all()) {
            checks.add(ownKafka && check.kind() == CheckKind.TOPICS ? skipped(check) : check);
        }
        return new OpenSide(
                source,
                checks,
                Map.of(
                        MigrationGroup.TYPES,
                        config.types().text(),
                        MigrationGroup.FULL_GENERATED,
                        Boolean.toString(config.fullGenerated())),
                null);
    }

    private static Check skipped(Check check) {
        return new Check(
                check.kind(),
                check.side(),
                check.setting(),
                () -> List.of(Finding.skipped("the command brings its own Kafka")));
    }

    private static List<Finding> wrong(Map<String, String> props) {
        List<Finding> wrong = new ArrayList<>();
        for (ConfigValue value : SourceSettings.definition().validate(props)) {
            for (String message : value.errorMessages()) {
                wrong.add(Finding.error(message, "correct " + value.name()).on(value.name()));
            }
        }
        for (Violation violation : SettingRules.violations(props)) {
            wrong.add(Finding.error(violation.toString(), "correct " + violation.setting())
                    .on(violation.setting()));
        }
        return wrong;
    }
}
