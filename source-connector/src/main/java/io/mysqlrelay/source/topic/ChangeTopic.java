package io.mysqlrelay.source.topic;

import static io.mysqlrelay.source.topic.KafkaCalls.failed;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.config.SourceConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migration's change topic, and beside it the topics of table definitions and of runs. Used by one thread. Every method throws
 * RELAY-3101 when Kafka does not answer.
 */
public final class ChangeTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeTopic.class);
    /** A run begins with RUN and BEGIN; several starts may have died between the two. */
    private static final int RECORDS_BEFORE_BEGIN = 10_000;

    private final SourceConfig config;
    private final TopicPartition partition;
    private final Admin admin;

    public ChangeTopic(SourceConfig config) {
        this.config = config;
        this.partition = new TopicPartition(config.changesTopic(), 0);
        try {
            this.admin = Admin.create(config.kafka().clientConfig());
        } catch (KafkaException e) {
            throw failed("create a client for Kafka from the kafka.* settings", e);
        }
    }

    /**
     * Creates the migration's topics if they are missing, else checks them.
     *
     * @throws RelayException RELAY-3102 when an existing topic would lose or reorder changes
     */
    public void ensure() {
        ensure(config.changesTopic(), TopicRules.WHOLE);
        ensure(config.schemaHistoryTopic(), TopicRules.WHOLE);
        ensure(config.runsTopic(), TopicRules.LATEST);
    }

    private void ensure(String topic, TopicRules rules) {
        NewTopic wanted = new NewTopic(topic, Optional.of(1), factor()).configs(rules.created());
        try {
            admin.createTopics(List.of(wanted)).all().get();
            LOG.info("Created topic {} with one partition and without retention limits", topic);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failed("create topic " + topic, e.getCause());
            }
            check(topic, rules);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("create topic " + topic, e);
        }
    }

    private Optional<Short> factor() {
        short factor = config.kafka().replicationFactor();
        return factor < 1 ? Optional.empty() : Optional.of(factor);
    }

    private void check(String topic, TopicRules rules) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config properties = KafkaCalls.answerOnceKnown(
                () -> admin.describeConfigs(List.of(resource)).values().get(resource),
                "read the properties of topic " + topic);
        rules.check(topic, description(topic).partitions().size(), properties);
    }

    private TopicDescription description(String topic) {
        return KafkaCalls.answerOnceKnown(
                () -> admin.describeTopics(List.of(topic)).topicNameValues().get(topic),
                "read the description of topic " + topic);
    }

    /** @return Kafka's id of the change topic: another one after the topic was deleted and created again */
    public String id() {
        return description(config.changesTopic()).topicId().toString();
    }

    private long offset(OffsetSpec which) {
        return KafkaCalls.answerOnceKnown(
                        () -> admin.listOffsets(Map.of(partition, which)).partitionResult(partition),
                        "read the offsets of topic " + partition.topic())
                .offset();
    }

    /**
     * @return the start of the migration that the topic holds; empty for a topic that no BEGIN was ever written to
     * @throws RelayException RELAY-3103 when records are there whose beginning is missing
     */
    public Optional<SourcePosition> firstBegin() {
        if (!begun()) {
            return Optional.empty();
        }
        long start = offset(OffsetSpec.earliest());
        if (start != 0) {
            throw new RelayException(
                    ErrorCode.TOPIC_HAS_NO_BEGIN,
                    "topic " + partition.topic() + " begins at offset " + start + ": its first records were deleted");
        }
        AtomicReference<SourcePosition> begin = new AtomicReference<>();
        TopicReading.read(config.kafka(), partition, RECORDS_BEFORE_BEGIN, record -> {
            BeginHeader.position(record.headers()).ifPresent(begin::set);
            return begin.get() != null;
        });
        if (begin.get() == null) {
            throw new RelayException(
                    ErrorCode.TOPIC_HAS_NO_BEGIN,
                    "topic " + partition.topic() + " holds records, but none of the first " + RECORDS_BEFORE_BEGIN
                            + " is the BEGIN of a migration");
        }
        return Optional.of(begin.get());
    }

    /** @return true if a record was ever written to the change topic */
    public boolean begun() {
        return offset(OffsetSpec.latest()) > 0;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
