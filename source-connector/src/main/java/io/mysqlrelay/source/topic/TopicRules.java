package io.mysqlrelay.source.topic;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;

/** Properties that both topics must have: one partition, and no record that ever goes away. */
final class TopicRules {
    /** Kafka's names and the only values. */
    static final Map<String, String> CONFIG =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

    /**
     * Also given to topics that are created. A broker's default of 1 MiB would stop the migration at the first large row;
     * an existing topic may have another limit, because only its owner knows the rows.
     */
    static final Map<String, String> CREATED_WITH = Map.of("max.message.bytes", "67108864");

    /** What Debezium and some operators write for "never"; 292 million years. */
    private static final String ENDLESS = String.valueOf(Long.MAX_VALUE);

    private TopicRules() {}

    /** @throws RelayException RELAY-3102 with the command that gives the topic its properties */
    static void check(String topic, int partitions, Config config) {
        if (partitions != 1) {
            throw new RelayException(
                    ErrorCode.TOPIC_UNFIT,
                    "topic " + topic + " has " + partitions + " partitions, but only one keeps the order of changes;"
                            + " delete the topic and let the connector create it");
        }
        List<String> wrong = new ArrayList<>();
        List<String> right = new ArrayList<>();
        CONFIG.keySet().stream().sorted().forEach(name -> {
            String value = config.get(name) == null ? null : config.get(name).value();
            if (!CONFIG.get(name).equals(value) && !ENDLESS.equals(value)) {
                wrong.add(name + "=" + value);
                right.add(name + "=" + CONFIG.get(name));
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
