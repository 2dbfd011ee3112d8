package io.mysqlrelay.source.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How to reach the Kafka cluster that holds the migration's topics.
 *
 * @param bootstrapServers never null
 * @param clientProperties client settings by Kafka's own names, secrets included, without the bootstrap servers
 * @param replicationFactor of topics that the connector creates; -1 for the broker's default
 */
public record KafkaAccess(String bootstrapServers, Map<String, String> clientProperties, short replicationFactor) {
    public KafkaAccess {
        clientProperties = Map.copyOf(clientProperties);
    }

    /** @return what an admin client, producer or consumer needs to connect; a new object that the caller may add to */
    public Properties clientConfig() {
        Properties config = new Properties();
        config.putAll(new HashMap<>(clientProperties));
        config.setProperty("bootstrap.servers", bootstrapServers);
        return config;
    }

    /** Never shows a client property. */
    @Override
    public String toString() {
        return bootstrapServers;
    }
}
