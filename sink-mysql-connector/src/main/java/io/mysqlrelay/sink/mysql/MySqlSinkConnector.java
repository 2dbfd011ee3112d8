package io.mysqlrelay.sink.mysql;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.sink.config.EngineRules;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.mysql.check.TargetCheck;
import io.mysqlrelay.sink.mysql.config.ConnectionConfig;
import io.mysqlrelay.sink.mysql.config.ObjectsConfig;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Applies a change topic of MySQL Relay to RDS MySQL: schema, existing rows, then every change, exactly once. */
public final class MySqlSinkConnector extends SinkConnector {
    /** Validation happens inside a REST call, which the worker ends after 90 seconds. */
    private static final int VALIDATION_TIMEOUT_MS = 5_000;

    private Map<String, String> config;

    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    public ConfigDef config() {
        return EngineSettings.define(TargetSettings.define(new ConfigDef()));
    }

    /** Connects to the target once the settings are well-formed, and looks whether a migration could start. */
    @Override
    public Config validate(Map<String, String> settings) {
        Config validated = EngineRules.validate(settings, super.validate(settings));
        boolean wellFormed = validated.configValues().stream()
                .allMatch(v -> v.errorMessages().isEmpty());
        if (wellFormed) {
            AbstractConfig parsed = new AbstractConfig(TargetSettings.define(new ConfigDef()), settings, false);
            TargetCheck.run(
                            ConnectionConfig.parse(parsed, VALIDATION_TIMEOUT_MS),
                            parsed.getString(ObjectsConfig.CHECKPOINT_DATABASE))
                    .ifPresent(finding -> validated.configValues().stream()
                            .filter(v -> v.name().equals(finding.setting()))
                            .forEach(v -> v.addErrorMessage(finding.message())));
        }
        return validated;
    }

    @Override
    public void start(Map<String, String> settings) {
        config = Map.copyOf(settings);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return MySqlSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(config);
    }

    @Override
    public void stop() {
        config = null;
    }
}
