package io.mysqlrelay.sink.topic;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads the state with an admin client, because Connect does not tell a task the id or the log start of its topic. */
public final class KafkaTopicLog implements TopicLog {
    /** Brokers learn of a topic only a moment after it was created. */
    private static final long PROPAGATION_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long PAUSE_MILLIS = 100;

    private final String topic;
    private final Admin admin;

    /**
     * @param client settings of the admin client
     * @throws RelayException RELAY-3101 if they make no client
     */
    public KafkaTopicLog(String topic, Map<String, Object> client) {
        this.topic = topic;
        try {
            this.admin = Admin.create(client);
        } catch (KafkaException e) {
            throw new RelayException(ErrorCode.KAFKA_UNREACHABLE, "no Kafka client: " + e.getMessage(), e);
        }
    }

    @Override
    public TopicState read() {
        long deadline = System.nanoTime() + PROPAGATION_NANOS;
        try {
            while (true) {
                try {
                    return state();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                        throw new RelayException(
                                ErrorCode.KAFKA_UNREACHABLE,
                                "topic " + topic + ": " + e.getCause().getMessage(),
                                e.getCause());
                    }
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e); // restores the interrupt flag
        }
    }

    private TopicState state() throws ExecutionException, InterruptedException {
        TopicDescription description =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        if (description.partitions().size() != 1) {
            throw new RelayException(
                    ErrorCode.TOPIC_PARTITIONS,
                    "topic " + topic + " has " + description.partitions().size() + " partitions");
        }
        return new TopicState(
                topic, description.topicId().toString(), 1, offset(OffsetSpec.earliest()), offset(OffsetSpec.latest()));
    }

    private long offset(OffsetSpec spec) throws ExecutionException, InterruptedException {
        TopicPartition partition = new TopicPartition(topic, 0);
        ListOffsetsResultInfo info = admin.listOffsets(Map.of(partition, spec))
                .partitionResult(partition)
                .get();
        return info.offset();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
