package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.topic.RunTicket;
import java.util.Map;
import java.util.Optional;

/** What the migration's own topics remember of it. */
interface MigrationMemory extends AutoCloseable {
    /** Called at every start, before anything else: makes sure that the topics exist and lose nothing. */
    void prepare();

    /** @param stored source offset that Connect has; null for none */
    RunTicket announce(Map<String, ?> stored);

    /** @param stored source offset that Connect has now; null for none */
    void progress(long generation, Map<String, ?> stored);

    /** @return Kafka's id of the change topic */
    String topicId();

    /** @return the start in the topic's first BEGIN marker; empty for an empty topic */
    Optional<SourcePosition> firstBegin();

    @Override
    void close();
}
