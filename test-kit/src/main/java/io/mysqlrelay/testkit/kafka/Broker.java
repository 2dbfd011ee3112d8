package io.mysqlrelay.testkit.kafka;

/** A one-node Kafka that keeps its port and its data over restarts. */
public interface Broker extends AutoCloseable {
    /** What clients connect to. */
    String bootstrapServers();

    /** Starts a stopped broker again on the same port; returns when it takes requests. */
    void start();

    /** Shuts the broker down in order; its port and data stay reserved for {@link #start()}. */
    void stop();

    @Override
    void close();
}
