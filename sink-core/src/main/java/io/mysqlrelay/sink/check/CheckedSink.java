package io.mysqlrelay.sink.check;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** What a sink brings to its prechecks. Stateless. */
public interface CheckedSink {
    /** @return name of the connector's class */
    String connector();

    /** @return all settings of the connector */
    ConfigDef settings();

    /** @return setting to message, of rules between the sink's own settings; empty when all is well */
    Map<String, String> violations(Map<String, String> config);

    /**
     * Prepares to look; nothing is connected yet.
     *
     * @param config well-formed
     * @param connectMillis for connecting, at most
     * @param answer how long to wait for one
     */
    TargetLook look(Map<String, String> config, int connectMillis, Duration answer);
}
