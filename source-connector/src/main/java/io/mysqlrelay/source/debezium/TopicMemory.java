package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.topic.ChangeTopic;
import io.mysqlrelay.source.topic.RunLog;
import io.mysqlrelay.source.topic.RunTicket;
import java.util.Map;
import java.util.Optional;

/** Asks Kafka, with a client that lives for one question; what is written often has a client of its own. */
final class TopicMemory implements MigrationMemory {
    private final SourceConfig config;
    private volatile RunLog runs;

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

    @Override
    public RunTicket announce(Map<String, ?> stored) {
        boolean begun;
        try (ChangeTopic topic = new ChangeTopic(config)) {
            begun = topic.begun();
        }
        RunLog log = new RunLog(config);
        runs = log;
        return log.announce(stored, begun);
    }

    @Override
    public void progress(long generation, Map<String, ?> stored) {
        RunLog log = runs;
        if (log != null) {
            log.progress(generation, stored);
        }
    }

    /** Does not wait for what is being written: that fails. */
    @Override
    public void close() {
        RunLog log = runs;
        runs = null;
        if (log != null) {
            log.close();
        }
    }
}
