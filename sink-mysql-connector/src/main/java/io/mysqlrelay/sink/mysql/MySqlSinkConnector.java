package io.mysqlrelay.sink.mysql;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.precheck.ReportLog;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.config.EngineRules;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.mysql.check.TargetPrecheck;
import io.mysqlrelay.sink.mysql.config.PrecheckConfig;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies a change topic of MySQL Relay to RDS MySQL: schema, existing rows, then every change, exactly once. */
public final class MySqlSinkConnector extends SinkConnector {
    private static final Logger LOG = LoggerFactory.getLogger(MySqlSinkConnector.class);

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
            Report report = TargetPrecheck.fast(settings);
            report.errors().forEach(error -> add(validated, error.setting(), error.text()));
            if (PrecheckConfig.refuseAlerts(settings)) {
                report.openAlerts().forEach(alert -> add(validated, alert.setting(), alert.refusal()));
            }
        }
        return validated;
    }

    private static void add(Config validated, String setting, String message) {
        validated.configValues().stream()
                .filter(v -> v.name().equals(setting))
                .forEach(v -> v.addErrorMessage(message));
    }

    /**
     * Makes all checks. Only a migration of which the target holds nothing yet is kept from starting by them: one that runs
     * has got past what they guess at, and its task stops by itself where it really cannot go on.
     *
     * @throws RelayException RELAY-4008 with everything that must be corrected
     */
    @Override
    public void start(Map<String, String> settings) {
        TargetPrecheck.AtStart found = TargetPrecheck.atStart(settings);
        ReportLog.write(LOG, "target " + settings.get(ConnectionConfig.URL), found.report());
        List<CheckResult> errors = found.report().errors().stream()
                .filter(error -> !error.finding().temporary())
                .toList();
        if (!found.begun() && !errors.isEmpty()) {
            throw new RelayException(
                    ErrorCode.TARGET_NOT_READY,
                    errors.stream().map(e -> e.setting() + ": " + e.text()).collect(Collectors.joining("; ")));
        }
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
