package io.mysqlrelay.source.topic;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;

/** Properties that a topic of the migration must have: one partition, and no record that goes away before its time. */
final class TopicRules {
    /** Every record is kept. A broker's default of 1 MiB would stop the migration at the first large row. */
    static final TopicRules WHOLE = new TopicRules(
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"),
            Map.of("max.message.bytes", "67108864"));

    /** The last record of each key is kept. Small segments, because only whole ones are compacted. */
    static final TopicRules LATEST =
            new TopicRules(Map.of("cleanup.policy", "compact"), Map.of("segment.bytes", "1048576"));

    /** What Debezium and some operators write for "never"; 292 million years. */
    private static final String ENDLESS = String.valueOf(Long.MAX_VALUE);

    /** Kafka's names and the only values. */
    private final Map<String, String> config;

    /** Also given to topics that are created; an existing one may differ, because its owner knows the rows. */
    private final Map<String, String> createdWith;

    private TopicRules(Map<String, String> config, Map<String, String> createdWith) {
        this.config = config;
        this.createdWith = createdWith;
    }

    Map<String, String> created() {
        Map<String, String> properties = new HashMap<>(config);
        properties.putAll(createdWith);
        return properties;
    }

    /** @throws RelayException RELAY-3102 with the command that gives the topic its properties */
    void check(String topic, int partitions, Config found) {
        if (partitions != 1) {
            throw new RelayException(
                    ErrorCode.TOPIC_UNFIT,
                    "topic " + topic + " has " + partitions + " partitions, but only one keeps the order of changes;"
                            + " delete the topic and let the connector create it");
        }
        List<String> wrong = new ArrayList<>();
        List<String> right = new ArrayList<>();
        config.keySet().stream().sorted().forEach(name -> {
            String value = found.get(name) == null ? null : found.get(name).value();
            if (!config.get(name).equals(value) && !ENDLESS.equals(value)) {
                wrong.add(name + "=" + value);
                right.add(name + "=" + config.get(name));
            }
        });
        if (!wrong.isEmpty()) {
            throw new RelayException(
                    ErrorCode.TOPIC_UNFIT,
                    "topic " + topic + " has " + String.join(", ", wrong)
                            + ", so records would go before they are applied; run: kafka-configs.sh --alter --entity-type"
                            + " topics --entity-name " + topic + " --add-config " + String.join(",", right));
        }
    }
}
