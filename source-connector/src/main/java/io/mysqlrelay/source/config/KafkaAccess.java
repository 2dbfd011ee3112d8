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
    /**
     * What a consumer needs besides that reads a topic to its end and is closed. It is always waiting for more, and its
     * end waits until the broker has answered: half a second by default ({@code fetch.max.wait.ms}), several times a start.
     */
    static final Map<String, String> ONE_READING = Map.of("fetch.max.wait.ms", "10");

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

    /** @return what a consumer needs that reads a topic to its end and is closed; a new object that the caller may add to */
    public Properties readerConfig() {
        Properties config = new Properties();
        config.putAll(ONE_READING);
        config.putAll(clientConfig());
        return config;
    }

    /** Never shows a client property. */
    @Override
    public String toString() {
        return bootstrapServers;
    }
}
