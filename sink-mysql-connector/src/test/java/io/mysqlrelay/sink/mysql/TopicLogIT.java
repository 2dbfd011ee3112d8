package io.mysqlrelay.sink.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.topic.KafkaTopicLog;
import io.mysqlrelay.sink.topic.TopicState;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.RetriableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine is told about a topic while it is made, and while its broker is away. */
class TopicLogIT {
    @TempDir
    static Path folder;

    @Test
    void aTopicIsWaitedForAndABrokerThatIsAwayIsAnOutage() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder)) {
            Map<String, Object> client = Map.of(
                    "bootstrap.servers",
                    broker.bootstrapServers(),
                    "default.api.timeout.ms",
                    "2000",
                    "request.timeout.ms",
                    "1000");
            try (Admin admin = Admin.create(client);
                    KafkaTopicLog topic = new KafkaTopicLog("later.changes", client)) {
                CompletableFuture<TopicState> state = CompletableFuture.supplyAsync(topic::read);
                assertThat(state).isNotDone();
                admin.createTopics(List.of(new NewTopic("later.changes", Optional.of(1), Optional.empty())))
                        .all()
                        .get();
                assertThat(state.get(30, TimeUnit.SECONDS).end()).isZero();
                broker.stop();
                assertThatThrownBy(topic::read)
                        .isInstanceOf(RelayException.class)
                        .hasMessageStartingWith("RELAY-3101")
                        .hasCauseInstanceOf(RetriableException.class);
            }
        }
    }
}
