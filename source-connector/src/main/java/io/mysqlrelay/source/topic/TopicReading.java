package io.mysqlrelay.source.topic;

import static io.mysqlrelay.source.topic.KafkaCalls.failed;

import io.mysqlrelay.source.config.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning, with a consumer that lives for one reading. */
final class TopicReading {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private TopicReading() {}

    /**
     * @param limit offset of the first record that is not read any more; the topic's end if that comes first
     * @param visit returns true to end the reading
     * @throws io.mysqlrelay.core.error.RelayException RELAY-3101 when nothing comes for a minute
     */
    static void read(
            KafkaAccess kafka, TopicPartition partition, long limit, Predicate<ConsumerRecord<byte[], byte[]>> visit) {
        Properties client = kafka.readerConfig();
        client.setProperty("enable.auto.commit", "false");
        client.setProperty("isolation.level", "read_committed");
        client.setProperty("auto.offset.reset", "none");
        String doing = "read topic " + partition.topic();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition));
            long end = Math.min(limit, ends.get(partition));
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    deadline = System.nanoTime() + PATIENCE_NANOS;
                    if (visit.test(record)) {
                        return;
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw failed(
                            doing,
                            new TimeoutException("no record within "
                                    + Duration.ofNanos(PATIENCE_NANOS).toSeconds() + " s"));
                }
            }
        } catch (KafkaException e) {
            throw failed(doing, e);
        }
    }
}
