package io.mysqlrelay.sink;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.sink.check.CheckedSink;
import io.mysqlrelay.sink.check.TargetPrecheck;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** A sink with one task, which starts when the prechecks let it. A subclass names its task and what is checked. */
public abstract class RelaySinkConnector extends SinkConnector {
    private final CheckedSink sink;
    private final TargetPrecheck precheck;
    private final Class<? extends RelaySinkTask> task;

    private Map<String, String> config;

    protected RelaySinkConnector(CheckedSink sink, Class<? extends RelaySinkTask> task) {
        this.sink = sink;
        this.precheck = new TargetPrecheck(sink);
        this.task = task;
    }

    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    public ConfigDef config() {
        return sink.settings();
    }

    /** Connects to the target once the settings are well-formed, and looks whether a migration could start. */
    @Override
    public Config validate(Map<String, String> settings) {
        return precheck.validate(settings, super.validate(settings));
    }

    /** Makes all checks; see {@link TargetPrecheck#start}. */
    @Override
    public void start(Map<String, String> settings) {
        precheck.start(settings);
        config = Map.copyOf(settings);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return task;
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
