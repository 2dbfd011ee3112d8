package io.mysqlrelay.testkit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {
    @TempDir
    Path folder;

    @Test
    void aTopicKeepsItsIdOverRestarts() throws Exception {
        Uuid id;
        try (KafkaBroker broker = KafkaBroker.start(folder)) {
            try (Admin admin = admin(broker)) {
                admin.createTopics(List.of(new NewTopic("t", 1, (short) 1)))
                        .all()
                        .get();
                id = topicId(admin);
            }
            String address = broker.bootstrapServers();
            broker.stop();
            broker.start();
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            try (Admin admin = admin(broker)) {
                assertThat(topicId(admin)).isEqualTo(id);
            }
        }
        try (KafkaBroker other = KafkaBroker.start(folder);
                Admin admin = admin(other)) {
            assertThat(topicId(admin)).isEqualTo(id);
        }
    }

    @Test
    void aSecondBrokerOnTheSameFolderIsRefused() {
        try (KafkaBroker broker = KafkaBroker.start(folder)) {
            assertThatThrownBy(() -> KafkaBroker.start(folder))
                    .hasMessageContaining("RELAY-5002")
                    .hasMessageContaining(folder.toString());
            assertThat(broker.port()).isPositive();
        }
    }

    private static Admin admin(KafkaBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    /** The broker hears of a topic from its controller, some moments after who made it. */
    private static Uuid topicId(Admin admin) throws Exception {
        for (long end = System.nanoTime() + 30_000_000_000L; ; Thread.sleep(50)) {
            try {
                return admin.describeTopics(List.of("t"))
                        .allTopicNames()
                        .get()
                        .get("t")
                        .topicId();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }
}
