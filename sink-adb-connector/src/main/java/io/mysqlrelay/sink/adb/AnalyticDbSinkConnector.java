package io.mysqlrelay.sink.adb;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.config.TableRules;
import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.config.EngineRules;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Applies a change topic of MySQL Relay to AnalyticDB for MySQL 3.0: schema, existing rows, then every change. */
public final class AnalyticDbSinkConnector extends SinkConnector {
    /** Validation happens inside a REST call, which the worker ends after 90 seconds. */
    private static final int VALIDATION_TIMEOUT_MS = 5_000;

    private Map<String, String> config;

    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    public ConfigDef config() {
        return EngineSettings.define(AdbSettings.define(new ConfigDef()));
    }

    /** Connects to the target once the settings are well-formed. */
    @Override
    public Config validate(Map<String, String> settings) {
        Config validated = EngineRules.validate(settings, super.validate(settings));
        try {
            TableRules.parse(settings);
        } catch (ConfigException e) {
            say(validated, TableRules.TABLES, e.getMessage());
        }
        boolean wellFormed = validated.configValues().stream()
                .allMatch(v -> v.errorMessages().isEmpty());
        if (wellFormed) {
            AbstractConfig parsed = new AbstractConfig(AdbSettings.define(new ConfigDef()), settings, false);
            unreachable(parsed).ifPresent(message -> say(validated, ConnectionConfig.URL, message));
        }
        return validated;
    }

    private static Optional<String> unreachable(AbstractConfig parsed) {
        try (AdbSession session =
                AdbSession.open(ConnectionConfig.parse(parsed, VALIDATION_TIMEOUT_MS), VALIDATION_TIMEOUT_MS)) {
            session.text("SELECT 1");
            return Optional.empty();
        } catch (SQLException e) {
            ErrorCode code =
                    AdbErrors.kind(e) == ErrorKind.LOGIN ? ErrorCode.TARGET_LOGIN : ErrorCode.TARGET_UNREACHABLE;
            return Optional.of(new RelayException(code, AdbErrors.numbers(e)).getMessage());
        }
    }

    private static void say(Config validated, String setting, String message) {
        validated.configValues().stream()
                .filter(v -> v.name().equals(setting))
                .forEach(v -> v.addErrorMessage(message));
    }

    @Override
    public void start(Map<String, String> settings) {
        config = Map.copyOf(settings);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return AnalyticDbSinkTask.class;
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
