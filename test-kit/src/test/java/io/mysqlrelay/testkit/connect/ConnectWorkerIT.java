package io.mysqlrelay.testkit.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.testkit.kafka.KafkaBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectWorkerIT {
    @TempDir
    static Path folder;

    private static KafkaBroker broker;
    private static Path plugins;

    @BeforeAll
    static void start() throws Exception {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        broker = KafkaBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aWorkerWithAnEmptyPluginFolderAnswers() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (ConnectWorker worker = ConnectWorker.start(broker.bootstrapServers(), List.of(plugins))) {
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
            assertThat(worker.rest().connectors()).isEmpty();
            assertThat(worker.rest().connectorPlugins()).noneMatch(name -> name.startsWith("io.mysqlrelay"));
            assertThatThrownBy(() -> worker.rest().create("c", Map.of("connector.class", "no.such.Connector")))
                    .isInstanceOf(ConnectRestException.class)
                    .hasMessageContaining("no.such.Connector");
        }
    }

    @Test
    void aWorkerProcessCanBePausedAndKilledAndStartedAgain() throws Exception {
        try (ConnectWorkerProcess worker = new ConnectWorkerProcess(
                folder.resolve("worker"),
                broker.bootstrapServers(),
                List.of(plugins),
                Map.of("group.id", "child"),
                List.of("-Xmx256m"))) {
            worker.start();
            assertThat(worker.rest().connectors()).isEmpty();

            worker.pause();
            CompletableFuture<List<String>> answer =
                    CompletableFuture.supplyAsync(() -> worker.rest().connectors());
            assertThatThrownBy(() -> answer.get(1, TimeUnit.SECONDS)).isInstanceOf(Exception.class);
            worker.resume();
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEmpty();

            worker.kill();
            assertThat(worker.isRunning()).isFalse();
            worker.start();
            worker.rest().awaitReady(Duration.ofSeconds(30));
        }
    }
}
