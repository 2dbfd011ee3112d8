package io.mysqlrelay.source.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeTopicIT {
    private static final String BEGIN = "gtids=3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5@binlog.000002:157";
    private static final String LATER = "gtids=3e11fa47-71ca-11e1-9e33-c80aa9429562:1-9@binlog.000003:400";

    @TempDir
    static Path folder;

    private static KafkaBroker kafka;
    private static Admin admin;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(folder);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        kafka.close();
    }

    @Test
    void theTopicsAreCreatedAndTheirOwnPropertiesPassTheCheck() {
        try (ChangeTopic topic = topic("fresh")) {
            topic.ensure();
            topic.ensure();
            assertThat(topic.firstBegin()).isEmpty();
            assertThat(topic.id()).hasSize(22).isEqualTo(topic.id());
        }
    }

    @Test
    void aDeletedAndRecreatedTopicHasAnotherId() throws Exception {
        try (ChangeTopic topic = topic("again")) {
            topic.ensure();
            String first = topic.id();
            admin.deleteTopics(List.of("again.changes")).all().get();
            // The controller has deleted it; the broker that is asked for the id learns it a moment later.
            while (admin.listTopics().names().get().contains("again.changes")) {
                Thread.sleep(20);
            }
            topic.ensure();
            assertThat(topic.id()).isNotEqualTo(first);
        }
    }

    @Test
    void theFirstBeginIsFoundAndKept() throws Exception {
        try (ChangeTopic topic = topic("begun")) {
            topic.ensure();
            produce("begun.changes", null, BEGIN, null, LATER);
            assertThat(topic.firstBegin()).contains(SourcePosition.decode(BEGIN));
        }
    }

    @Test
    void recordsWithoutABeginningAreRefused() throws Exception {
        try (ChangeTopic topic = topic("foreign")) {
            topic.ensure();
            produce("foreign.changes", null, null);
            assertThatThrownBy(topic::firstBegin)
                    .hasMessageContaining("RELAY-3103")
                    .hasMessageContaining("foreign.changes");
        }
    }

    @Test
    void aTopicThatLostItsBeginningIsRefused() throws Exception {
        try (ChangeTopic topic = topic("cut")) {
            topic.ensure();
            produce("cut.changes", BEGIN, null, null);
            admin.deleteRecords(Map.of(new TopicPartition("cut.changes", 0), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
            assertThatThrownBy(topic::firstBegin)
                    .hasMessageContaining("RELAY-3103")
                    .hasMessageContaining("offset 2");
        }
    }

    @Test
    void anExistingTopicThatWouldLoseOrReorderChangesIsRefusedWithTheFix() throws Exception {
        admin.createTopics(List.of(new NewTopic("wide.changes", Optional.of(3), Optional.empty())))
                .all()
                .get();
        try (ChangeTopic topic = topic("wide")) {
            assertThatThrownBy(topic::ensure).hasMessageContaining("RELAY-3102").hasMessageContaining("3 partitions");
        }
        admin.createTopics(List.of(new NewTopic("short.changes", Optional.of(1), Optional.empty())
                        .configs(Map.of("cleanup.policy", "compact"))))
                .all()
                .get();
        try (ChangeTopic topic = topic("short")) {
            assertThatThrownBy(topic::ensure)
                    .hasMessageContaining("RELAY-3102")
                    .hasMessageContaining("kafka-configs.sh --alter")
                    .hasMessageContaining("--entity-name short.changes")
                    .hasMessageContaining("cleanup.policy=delete,retention.ms=-1");
        }
    }

    private static ChangeTopic topic(String prefix) {
        return new ChangeTopic(SourceConfig.parse(
                Settings.with("topic.prefix", prefix, "kafka.bootstrap.servers", kafka.bootstrapServers())));
    }

    /** @param begins value of the BEGIN header of each record; null for a record without one */
    private static void produce(String topic, String... begins) throws Exception {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String begin : begins) {
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, 0, null, new byte[] {1});
                if (begin != null) {
                    record.headers().add(StreamNames.BEGIN_HEADER, begin.getBytes(UTF_8));
                }
                producer.send(record).get();
            }
        }
    }
}
