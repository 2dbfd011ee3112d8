package io.mysqlrelay.it.stage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What an administrator does to a topic with one partition. */
public final class TopicEnds {
    private TopicEnds() {}

    /** @return the offset behind the last record; 0 for a topic that does not exist */
    public static long latest(String bootstrapServers, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Admin admin = admin(bootstrapServers)) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw new IllegalStateException("cannot read the end of " + topic, e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public static void deleteTopic(String bootstrapServers, String topic) {
        try (Admin admin = admin(bootstrapServers)) {
            get(admin.deleteTopics(List.of(topic)).all());
        }
    }

    /** Makes the given offset the topic's first, as a retention limit does. */
    public static void deleteBefore(String bootstrapServers, String topic, long offset) {
        try (Admin admin = admin(bootstrapServers)) {
            get(admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                    .all());
        }
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    private static void get(KafkaFuture<?> answer) {
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refuses: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while Kafka was asked", e);
    }
}
