package io.mysqlrelay.sink.topic;

/** Asks for the state of the change topic. Used by one thread. */
public interface TopicLog extends AutoCloseable {
    /** @throws io.mysqlrelay.core.error.RelayException RELAY-3101 or RELAY-3011 */
    TopicState read();

    /** Never throws. */
    @Override
    void close();
}
