package io.mysqlrelay.sink.check;

import io.mysqlrelay.sink.config.ObjectsConfig;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Which migration a target is looked at for.
 *
 * @param topic of its changes, the migration's name
 * @param checkpointDatabase holds the relay's own tables
 * @param proceed existing tables are accepted
 */
public record CheckedMigration(String topic, String checkpointDatabase, boolean proceed) {
    /** @return settings that matter to both sides together, those about existing tables, state and topic included */
    Map<String, String> pairSettings() {
        return Map.of(
                ObjectsConfig.EXISTING_TABLES,
                proceed ? ObjectsConfig.PROCEED : ObjectsConfig.REFUSE,
                ObjectsConfig.CHECKPOINT_DATABASE,
                checkpointDatabase,
                SinkTask.TOPICS_CONFIG,
                topic);
    }
}
