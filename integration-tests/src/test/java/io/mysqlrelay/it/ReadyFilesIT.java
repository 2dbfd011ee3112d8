package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Accounts;
import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Plugins;
import io.mysqlrelay.it.stage.ReadyFiles;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectWorkerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files in {@code config} as they are, on a worker whose machine has the poorest locale. */
@ExtendWith(SharedStacks.class)
class ReadyFilesIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void theFilesMoveADatabaseWithWordsOfAllLanguages() throws IOException {
        Stack stack = Stack.shared(Versions.newer());
        stack.source()
                .execute(
                        "CREATE DATABASE shop",
                        "CREATE TABLE shop.`Größe €` (id INT PRIMARY KEY, `ö` VARCHAR(20) DEFAULT 'ä😀' COMMENT 'ß')",
                        "INSERT INTO shop.`Größe €` VALUES (1, '日本語'), (2, DEFAULT)");
        try (ConnectWorkerProcess worker = worker(stack)) {
            worker.start();
            ConnectRest rest = worker.rest();
            rest.create(ReadyFiles.name("source.json"), ReadyFiles.source());
            rest.create(ReadyFiles.name("sink-mysql.json"), ReadyFiles.sink());
            rest.awaitRunning(ReadyFiles.name("source.json"), LIMIT);
            rest.awaitRunning(ReadyFiles.name("sink-mysql.json"), LIMIT);
            awaitTable(stack, "Größe €");
            stack.source()
                    .execute(
                            "UPDATE shop.`Größe €` SET `ö` = 'Ελλάδα' WHERE id = 2",
                            "CREATE TABLE shop.`Ñandú` (`é` ENUM('ja', 'não') DEFAULT 'não')",
                            "INSERT INTO shop.`Ñandú` VALUES (DEFAULT)",
                            "CREATE TABLE shop.last_one (id INT PRIMARY KEY)");
            awaitTable(stack, "last_one");
            Equality.check(stack.source(), stack.target(), "shop"::equals);
            String log = Files.readString(worker.log());
            assertThat(log).doesNotContain(Accounts.ASCII_PASSWORD);
            rest.delete(ReadyFiles.name("source.json"));
            rest.delete(ReadyFiles.name("sink-mysql.json"));
        }
    }

    private static void awaitTable(Stack stack, String table) {
        Awaitility.await(table)
                .atMost(LIMIT)
                .until(() -> Sql.rows(
                                stack.target(),
                                "SELECT table_name FROM information_schema.tables" + " WHERE table_schema = 'shop'")
                        .contains(table));
    }

    private static ConnectWorkerProcess worker(Stack stack) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", stack.broker().bootstrapServers());
        environment.put("SOURCE_HOST", stack.source().host());
        environment.put("SOURCE_PORT", Integer.toString(stack.source().port()));
        environment.put("SOURCE_USER", Accounts.ASCII_USER);
        environment.put("SOURCE_PASSWORD", Accounts.ASCII_PASSWORD);
        environment.put("TARGET_HOST", stack.target().host());
        environment.put("TARGET_PORT", Integer.toString(stack.target().port()));
        environment.put("TARGET_USER", Accounts.ASCII_USER);
        environment.put("TARGET_PASSWORD", Accounts.ASCII_PASSWORD);
        environment.put("LANG", "C");
        environment.put("LC_ALL", "C");
        return new ConnectWorkerProcess(
                        stack.folder().resolve("ready"),
                        stack.broker().bootstrapServers(),
                        Plugins.path(),
                        workerProperties(),
                        List.of("-Xmx512m", "-Dfile.encoding=US-ASCII"))
                .withEnvironment(environment);
    }

    private static Map<String, String> workerProperties() throws IOException {
        Properties file = new Properties();
        try (InputStream input = Files.newInputStream(Path.of("..", "config", "worker.properties"))) {
            file.load(input);
        }
        // What is the machine's, not the user's.
        List.of("bootstrap.servers", "listeners", "plugin.path").forEach(file::remove);
        Map<String, String> settings = new HashMap<>();
        file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
        // Another cluster than that of the other tests.
        settings.put("group.id", "ready");
        for (String kind : List.of("config", "offset", "status")) {
            settings.put(kind + ".storage.topic", "ready-" + kind);
        }
        return settings;
    }
}
