package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.TopicEnds;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectorStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands between source and sink: Connect's own converter, the relay's, and the change from one to the other. */
@ExtendWith(SharedStacks.class)
class ConverterIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String COMPACT = "io.mysqlrelay.converter.CompactConverter";

    @Test
    void aWorkerFindsTheConverterInBothArchives() {
        List<String> found = new ArrayList<>();
        for (JsonNode plugin : Stack.shared(Versions.older()).rest().plugins()) {
            if (plugin.path("class").asText().equals(COMPACT)) {
                found.add(plugin.path("type").asText());
            }
        }
        assertThat(found).contains("converter", "header_converter");
    }

    @Test
    void theConverterOfAMigrationChangesWhileRecordsWait() {
        Stack stack = Stack.shared(Versions.older());
        stack.source()
                .execute(
                        "CREATE DATABASE mixed",
                        "CREATE TABLE mixed.t (id INT AUTO_INCREMENT PRIMARY KEY, n BIGINT UNSIGNED, d DECIMAL(30,8) DEFAULT 1,"
                                + " f DOUBLE, s VARCHAR(50) DEFAULT 'x', l VARCHAR(20) CHARACTER SET latin1, b BLOB, b1 BIT(9),"
                                + " e ENUM('a','','ü'), j JSON, ts TIMESTAMP(6) NULL, g POINT)");
        write(stack);
        try (Migration migration = stack.migration("mixed").json().start()) {
            migration.awaitPhase("incremental").awaitApplied();
            ConnectRest rest = stack.rest();
            stop(rest, migration.sinkName());
            writeIntoTopic(stack, migration);
            // The reader first.
            migration.sink("value.converter", COMPACT).startSink();
            migration.source("value.converter", COMPACT).startSource();
            rest.await(migration.sourceName(), ConnectorStatus::isRunning, LIMIT);
            writeIntoTopic(stack, migration);
            rest.resume(migration.sinkName());
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "mixed"::equals);
            // The sink reads both, so a source may go back at any time.
            migration.source("value.converter", Migration.JSON_CONVERTER).startSource();
            write(stack);
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "mixed"::equals);
        }
    }

    private static void stop(ConnectRest rest, String connector) {
        rest.stop(connector);
        rest.await(
                connector,
                status -> status.state().equals("STOPPED") && status.tasks().isEmpty(),
                LIMIT);
    }

    private static void writeIntoTopic(Stack stack, Migration migration) {
        String kafka = stack.broker().bootstrapServers();
        long before = TopicEnds.latest(kafka, migration.topic());
        write(stack);
        migration.await("the rows on the topic", () -> TopicEnds.latest(kafka, migration.topic()) >= before + 6, LIMIT);
    }

    private static void write(Stack stack) {
        stack.source()
                .execute(
                        "INSERT INTO mixed.t VALUES (NULL, 18446744073709551615, -0.00000001, 1e300, 'é😀?', 'ü',"
                                + " X'00FF', b'101', 'ü', '{\"a\": [1, null]}', '2024-02-29 01:02:03.000004',"
                                + " ST_GeomFromText('POINT(1 2)'))",
                        "INSERT INTO mixed.t (n, d, s) VALUES (0, NULL, NULL), (NULL, DEFAULT, DEFAULT)",
                        "UPDATE mixed.t SET f = -0.5, s = CONCAT('z', LEFT(s, 40)), e = 2 WHERE id % 2 = 1",
                        "INSERT INTO mixed.t (n, s) VALUES (3, REPEAT('?', 50)), (4, '\uFFFD')");
    }
}
