package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.position.SourcePosition;
import java.util.Optional;

/** What the change topic itself remembers of the migration. */
interface MigrationMemory {
    /** Called at every start, before anything else: makes sure that the topics exist and lose nothing. */
    void prepare();

    /** @return Kafka's id of the change topic */
    String topicId();

    /** @return the start in the topic's first BEGIN marker; empty for an empty topic */
    Optional<SourcePosition> firstBegin();
}
