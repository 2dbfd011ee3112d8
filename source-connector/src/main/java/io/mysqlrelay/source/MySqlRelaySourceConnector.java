package io.mysqlrelay.source;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.check.Finding;
import io.mysqlrelay.source.check.SourceChecks;
import io.mysqlrelay.source.config.NearMisses;
import io.mysqlrelay.source.config.OperationGroup;
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
            for (Finding finding : SourceChecks.run(SourceConfig.parse(props))) {
                if (finding.isError()) {
                    add(values, finding.setting(), finding.text());
                }
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
     * Checks again what {@link #validate} has checked, since the source may have changed since. An outage only warns:
     * Connect does not restart a connector that failed, but its task reconnects by itself.
     *
     * @throws RelayException RELAY-1001 or RELAY-2001 with everything that must be corrected
     */
    @Override
    public void start(Map<String, String> props) {
        SourceConfig config = SourceConfig.parse(props);
        NearMisses.of(props.keySet(), config().names()).forEach(LOG::warn);
        List<Finding> errors = new ArrayList<>();
        for (Finding finding : SourceChecks.run(config)) {
            if (finding.isError() && !finding.temporary()) {
                errors.add(finding);
            } else {
                LOG.warn("{}: {}", finding.setting(), finding.text());
            }
        }
        if (!errors.isEmpty()) {
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
