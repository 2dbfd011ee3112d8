package io.mysqlrelay.source;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.precheck.ReportLog;
import io.mysqlrelay.source.check.SourcePrecheck;
import io.mysqlrelay.source.config.NearMisses;
import io.mysqlrelay.source.config.OperationGroup;
import io.mysqlrelay.source.config.PrecheckGroup;
import io.mysqlrelay.source.config.SettingRules;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.config.SourceSettings;
import io.mysqlrelay.source.config.Violation;
import io.mysqlrelay.source.debezium.MySqlRelaySourceTask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures one MySQL server into one ordered change topic. A thin shell: it validates, and hands the settings to its
 * single task as they are, so that config providers' references, not secrets, are what Connect stores.
 */
public final class MySqlRelaySourceConnector extends SourceConnector {
    private static final Logger LOG = LoggerFactory.getLogger(MySqlRelaySourceConnector.class);

    private Map<String, String> settings;

    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    public ConfigDef config() {
        return SourceSettings.definition();
    }

    /** Single settings, then the rules between them, then, when all of that is right, the source and Kafka themselves. */
    @Override
    public Config validate(Map<String, String> props) {
        List<ConfigValue> values = new ArrayList<>(super.validate(props).configValues());
        for (Violation violation : SettingRules.violations(props)) {
            add(values, violation.setting(), violation.toString());
        }
        if (values.stream().allMatch(value -> value.errorMessages().isEmpty())) {
            Report report = SourcePrecheck.fast(props);
            report.errors().forEach(error -> add(values, error.setting(), error.text()));
            if (PrecheckGroup.refuseAlerts(props)) {
                report.openAlerts().forEach(alert -> add(values, alert.setting(), alert.refusal()));
            }
        }
        return new Config(values);
    }

    /** Settings that are Connect's, or forbidden here, have no value in our definition; they get one for their message. */
    private static void add(List<ConfigValue> values, String setting, String message) {
        ConfigValue value = values.stream()
                .filter(v -> v.name().equals(setting))
                .findFirst()
                .orElseGet(() -> {
                    ConfigValue added = new ConfigValue(setting);
                    values.add(added);
                    return added;
                });
        value.addErrorMessage(message);
    }

    /**
     * Makes all checks, because {@link #validate} makes the fast ones only. Only a migration that has stored no offset yet is
     * kept from starting by them: one that runs has got past what they guess at, and its task stops by itself where it
     * really cannot go on. An outage only warns: Connect does not restart a connector that failed, but its task reconnects.
     *
     * @throws RelayException RELAY-1001 or RELAY-2001 with everything that must be corrected
     */
    @Override
    public void start(Map<String, String> props) {
        SourceConfig config = SourceConfig.parse(props);
        NearMisses.of(props.keySet(), config().names()).forEach(LOG::warn);
        boolean begun = begun(config);
        Report report = SourcePrecheck.atStart(props, begun);
        ReportLog.write(LOG, "source " + config.server(), report);
        List<CheckResult> errors = report.errors().stream()
                .filter(error -> !error.finding().temporary())
                .toList();
        if (!begun && !errors.isEmpty()) {
            throw new RelayException(
                    ErrorCode.SOURCE_NOT_READY,
                    errors.stream().map(f -> f.setting() + ": " + f.text()).collect(Collectors.joining("; ")));
        }
        Map<String, String> forTask = new HashMap<>(props);
        // Debezium's task reads this one from what Connect hands it, before our own defaults can be applied.
        forTask.putIfAbsent(OperationGroup.RESTART_WAIT_MS, String.valueOf(OperationGroup.RESTART_WAIT_DEFAULT_MS));
        settings = Collections.unmodifiableMap(forTask);
        LOG.info(
                "Migration {} captures {} with migration.types={}",
                config.topicPrefix(),
                config.server(),
                config.types());
    }

    /** Outside a worker there is nothing that could have stored an offset. */
    private boolean begun(SourceConfig config) {
        return context() != null
                && context().offsetStorageReader().offset(Map.of(OffsetShape.PARTITION, config.topicPrefix())) != null;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return MySqlRelaySourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(settings);
    }

    @Override
    public void stop() {
        settings = null;
    }

    /** Records carry the source offset of their transaction's start and nothing else decides where a restart begins. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> props) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** Offsets live in Connect alone, so an altered one that passes the check is what the next start uses. */
    @Override
    public boolean alterOffsets(Map<String, String> props, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> OffsetShape.check(props, partition, offset));
        return true;
    }
}
