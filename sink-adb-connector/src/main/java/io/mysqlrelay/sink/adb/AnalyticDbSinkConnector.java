package io.mysqlrelay.sink.adb;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.sink.adb.check.CheckedAdbSink;
import io.mysqlrelay.sink.check.TargetPrecheck;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Applies a change topic of MySQL Relay to AnalyticDB for MySQL 3.0: schema, existing rows, then every change. */
public final class AnalyticDbSinkConnector extends SinkConnector {
    private static final TargetPrecheck PRECHECK = new TargetPrecheck(new CheckedAdbSink());

    private Map<String, String> config;

    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    public ConfigDef config() {
        return new CheckedAdbSink().settings();
    }

    /** Connects to the target once the settings are well-formed, and looks whether a migration could start. */
    @Override
    public Config validate(Map<String, String> settings) {
        return PRECHECK.validate(settings, super.validate(settings));
    }

    /** Makes all checks; see {@link TargetPrecheck#start}. */
    @Override
    public void start(Map<String, String> settings) {
        PRECHECK.start(settings);
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
