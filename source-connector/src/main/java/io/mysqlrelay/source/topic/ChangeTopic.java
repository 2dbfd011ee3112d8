package io.mysqlrelay.source.topic;

import static io.mysqlrelay.source.topic.KafkaCalls.failed;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.config.SourceConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migration's change topic, and beside it the topic of table definitions. Used by one thread. Every method throws
 * RELAY-3101 when Kafka does not answer.
 */
public final class ChangeTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeTopic.class);
    /** A run begins with RUN and BEGIN; several starts may have died between the two. */
    private static final int RECORDS_BEFORE_BEGIN = 10_000;

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

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
     * Creates both topics if they are missing, else checks them.
     *
     * @throws RelayException RELAY-3102 when an existing topic would lose or reorder changes
     */
    public void ensure() {
        ensure(config.changesTopic());
        ensure(config.schemaHistoryTopic());
    }

    private void ensure(String topic) {
        Map<String, String> properties = new HashMap<>(TopicRules.CONFIG);
        properties.putAll(TopicRules.CREATED_WITH);
        NewTopic wanted = new NewTopic(topic, Optional.of(1), factor()).configs(properties);
        try {
            admin.createTopics(List.of(wanted)).all().get();
            LOG.info("Created topic {} with one partition and without retention limits", topic);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failed("create topic " + topic, e.getCause());
            }
            check(topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("create topic " + topic, e);
        }
    }

    private Optional<Short> factor() {
        short factor = config.kafka().replicationFactor();
        return factor < 1 ? Optional.empty() : Optional.of(factor);
    }

    private void check(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config properties = KafkaCalls.answerOnceKnown(
                () -> admin.describeConfigs(List.of(resource)).values().get(resource),
                "read the properties of topic " + topic);
        TopicRules.check(topic, description(topic).partitions().size(), properties);
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
        long end = offset(OffsetSpec.latest());
        if (end == 0) {
            return Optional.empty();
        }
        long start = offset(OffsetSpec.earliest());
        if (start != 0) {
            throw new RelayException(
                    ErrorCode.TOPIC_HAS_NO_BEGIN,
                    "topic " + partition.topic() + " begins at offset " + start + ": its first records were deleted");
        }
        return read(end);
    }

    private Optional<SourcePosition> read(long end) {
        Properties client = config.kafka().clientConfig();
        client.setProperty("enable.auto.commit", "false");
        client.setProperty("isolation.level", "read_committed");
        client.setProperty("auto.offset.reset", "none");
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            while (consumer.position(partition) < Math.min(end, RECORDS_BEFORE_BEGIN)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Optional<SourcePosition> begin = BeginHeader.position(record.headers());
                    if (begin.isPresent()) {
                        return begin;
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw failed(
                            "read the beginning of topic " + partition.topic(),
                            new TimeoutException("no record within "
                                    + Duration.ofNanos(PATIENCE_NANOS).toSeconds() + " s"));
                }
            }
        } catch (KafkaException e) {
            throw failed("read the beginning of topic " + partition.topic(), e);
        }
        throw new RelayException(
                ErrorCode.TOPIC_HAS_NO_BEGIN,
                "topic " + partition.topic() + " holds records, but none of the first " + RECORDS_BEFORE_BEGIN
                        + " is the BEGIN of a migration");
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
