package io.mysqlrelay.source.debezium;

import io.debezium.config.Configuration;
import io.mysqlrelay.source.config.ForcedSettings;
import java.util.HashMap;
import java.util.Map;

/** The settings of Debezium's parts, as this assembly needs them. */
final class DebeziumSettings {
    private DebeziumSettings() {}

    static Configuration of(Map<String, String> given) {
        Map<String, String> settings = new HashMap<>(ForcedSettings.debeziumProperties(given));
        // Heartbeats are records of our own.
        settings.put("heartbeat.interval.ms", "0");
        // A start that waits for a place in the queue is interrupted after this time; Connect waits five seconds.
        settings.put("executor.shutdown.timeout.ms", "1000");
        // Only statements about captured tables reach the parser, and all of them must reach the history: a table that
        // was renamed out of the capture must not come back after a restart.
        settings.put("schema.history.internal.store.only.captured.tables.ddl", "false");
        settings.put("schema.history.internal.skip.unparseable.ddl", "false");
        settings.put("schema.history.internal.ddl.filter", "(?!)");
        return Configuration.from(settings);
    }
}
