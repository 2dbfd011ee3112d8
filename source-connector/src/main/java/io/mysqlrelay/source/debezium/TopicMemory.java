package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.topic.ChangeTopic;
import java.util.Optional;

/** Asks Kafka, with a client that lives for one question. */
final class TopicMemory implements MigrationMemory {
    private final SourceConfig config;

    TopicMemory(SourceConfig config) {
        this.config = config;
    }

    /** A topic that was deleted would else come back with the broker's defaults, which forget records. */
    @Override
    public void prepare() {
        try (ChangeTopic topic = new ChangeTopic(config)) {
            topic.ensure();
        }
    }

    @Override
    public String topicId() {
        try (ChangeTopic topic = new ChangeTopic(config)) {
            return topic.id();
        }
    }

    @Override
    public Optional<SourcePosition> firstBegin() {
        try (ChangeTopic topic = new ChangeTopic(config)) {
            return topic.firstBegin();
        }
    }
}
