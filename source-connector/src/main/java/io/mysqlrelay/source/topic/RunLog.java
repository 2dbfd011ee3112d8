package io.mysqlrelay.source.topic;

import static io.mysqlrelay.source.topic.KafkaCalls.failed;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.record.SourceOffset;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic of runs: every start of the source task, numbered, and how far the newest one is. Connect's own offsets can be
 * ahead of what counts: a task that was replaced while it was paused stores, when it wakes, the offset of records that its
 * successor's RUN marker made void, and a start from there would lose them.
 *
 * <p>Record {@code start} announces a run and the offset it begins at; {@code progress} moves that offset, and counts only
 * while its run is the newest. Thread-safe.
 */
public final class RunLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);
    private static final String START = "start";
    private static final String PROGRESS = "progress";
    private static final long SECONDS = 30;

    private final SourceConfig config;
    private final TopicPartition partition;
    private final KafkaProducer<byte[], byte[]> producer;

    public RunLog(SourceConfig config) {
        this.config = config;
        this.partition = new TopicPartition(config.runsTopic(), 0);
        Properties client = config.kafka().clientConfig();
        client.setProperty("acks", "all");
        try {
            this.producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw failed("create a producer for Kafka from the kafka.* settings", e);
        }
    }

    /**
     * Becomes the newest run.
     *
     * @param stored source offset that Connect has; null for none
     * @param begun true if the change topic holds records
     * @throws RelayException RELAY-3104 if the topic of runs was lost, RELAY-3101 if Kafka does not answer
     */
    public RunTicket announce(Map<String, ?> stored, boolean begun) {
        long writer = stored == null ? 0 : SourceOffset.generation(stored);
        while (true) {
            Newest newest = newest();
            if (newest.generation == 0 && writer == 0 && begun) {
                throw new RelayException(ErrorCode.RUN_LOG_LOST, "topic " + partition.topic() + " is empty");
            }
            Map<String, ?> from = stored;
            if (writer > 0 && newest.generation > 0 && writer != newest.generation) {
                LOG.info(
                        "Connect's offset was stored by run {}, which run {} has replaced: going on from the latter's",
                        writer,
                        newest.generation);
                from = newest.offset;
            }
            long generation = Math.max(newest.generation, writer) + 1;
            long place = write(START, RunLogEntry.of(generation, from));
            if (newest().place == place) {
                return new RunTicket(generation, from);
            }
            LOG.info("Another start took the number {} at the same moment", generation);
        }
    }

    /**
     * Moves the offset at which a successor begins that cannot trust Connect's.
     *
     * @param offset what Connect has stored; ignored unless the given run wrote it
     */
    public void progress(long generation, Map<String, ?> offset) {
        if (offset != null && SourceOffset.generation(offset) == generation) {
            write(PROGRESS, RunLogEntry.of(generation, offset));
        }
    }

    private Newest newest() {
        Newest newest = new Newest();
        TopicReading.read(config.kafka(), partition, Long.MAX_VALUE, record -> {
            RunLogEntry entry = RunLogEntry.decode(partition.topic(), record.value());
            boolean start = START.equals(new String(record.key(), UTF_8));
            // Of two starts with one number the first has it; the other one sees that and takes the next.
            if (start && entry.generation() > newest.generation) {
                newest.generation = entry.generation();
                newest.place = record.offset();
                newest.offset = entry.offset();
            } else if (!start && entry.generation() == newest.generation) {
                newest.offset = entry.offset();
            }
            return false;
        });
        return newest;
    }

    private long write(String key, RunLogEntry entry) {
        String doing = "write to topic " + partition.topic();
        try {
            return producer.send(new ProducerRecord<>(partition.topic(), 0, key.getBytes(UTF_8), entry.encode()))
                    .get(SECONDS, TimeUnit.SECONDS)
                    .offset();
        } catch (ExecutionException e) {
            throw failed(doing, e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw failed(doing, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(doing, e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    /** The newest run; generation 0 for none. */
    private static final class Newest {
        private long generation;
        private long place = -1;
        private Map<String, ?> offset;
    }
}
