package io.mysqlrelay.sink.topic;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Reads the state with an admin client, because Connect does not tell a task the id or the log start of its topic. */
public final class KafkaTopicLog implements TopicLog {
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
        try {
            TopicDescription description =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            if (description.partitions().size() != 1) {
                throw new RelayException(
                        ErrorCode.TOPIC_PARTITIONS,
                        "topic " + topic + " has " + description.partitions().size() + " partitions");
            }
            return new TopicState(
                    topic,
                    description.topicId().toString(),
                    1,
                    offset(OffsetSpec.earliest()),
                    offset(OffsetSpec.latest()));
        } catch (ExecutionException e) {
            throw new RelayException(
                    ErrorCode.KAFKA_UNREACHABLE,
                    "topic " + topic + ": " + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e); // restores the interrupt flag
        }
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
