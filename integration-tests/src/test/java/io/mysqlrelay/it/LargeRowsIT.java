package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.connect.ConnectorStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows that are larger than a packet of MySQL's protocol (16 MB), and what a row meets that is larger than Kafka takes. */
@ExtendWith(SharedStacks.class)
class LargeRowsIT {
    private static String bytes(int kilobytes) {
        return "REPEAT(RANDOM_BYTES(1024), " + kilobytes + ")";
    }

    @Test
    void rowsOfMoreThanAPacketArriveWhole() {
        Stack stack = Stack.shared(Versions.older());
        stack.source()
                .execute(
                        "CREATE DATABASE huge",
                        "CREATE TABLE huge.t (id INT PRIMARY KEY, n INT, b LONGBLOB, c LONGTEXT)",
                        "CREATE TABLE huge.heap (n INT, b LONGBLOB)",
                        "INSERT INTO huge.t VALUES (1, 1, " + bytes(17 << 10) + ", NULL)",
                        "INSERT INTO huge.t VALUES (2, 2, NULL, REPEAT('\"ü\\n\\\\', 3 << 20))",
                        "INSERT INTO huge.heap VALUES (1, " + bytes(17 << 10) + ")");
        try (Migration migration = stack.migration("huge").start()) {
            migration.awaitPhase("incremental");
            stack.source()
                    .execute(
                            "UPDATE huge.t SET n = n + 10",
                            "UPDATE huge.heap SET n = 2",
                            "INSERT INTO huge.t SELECT id + 2, n, b, c FROM huge.t",
                            "DELETE FROM huge.t WHERE id = 1",
                            "INSERT INTO huge.heap SELECT 3, b FROM huge.heap",
                            "DELETE FROM huge.heap WHERE n = 2",
                            "XA START 'huge'",
                            "UPDATE huge.t SET n = 5 WHERE id = 3",
                            "XA END 'huge'",
                            "XA PREPARE 'huge'",
                            "XA COMMIT 'huge'");
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "huge"::equals);
        }
    }

    @Test
    void aRowThatKafkaDoesNotTakeIsNamedAndArrivesWhenTheLimitIsRaised() {
        Stack stack = Stack.shared(Versions.older());
        stack.source()
                .execute(
                        "CREATE DATABASE wide",
                        "CREATE TABLE wide.t (id INT PRIMARY KEY, b LONGBLOB)",
                        "INSERT INTO wide.t VALUES (1, 'small')");
        String size = "producer.override.max.request.size";
        try (Migration migration =
                stack.migration("wide").source(size, "4194304").start()) {
            migration.awaitPhase("incremental").awaitApplied();
            stack.source().execute("INSERT INTO wide.t VALUES (2, 'before'), (3, " + bytes(3 << 10) + ")");
            assertThat(migration.awaitSourceFailure())
                    .contains("RELAY-3105")
                    .contains("table wide.t")
                    .contains(size + "=4194304");
            stack.rest()
                    .put(
                            migration.sourceName(),
                            migration.source(size, "16777216").sourceConfig());
            // Not awaitRunning: until the new settings count, the old task is there as failed.
            stack.rest().await(migration.sourceName(), ConnectorStatus::isRunning, Duration.ofMinutes(1));
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "wide"::equals);
        }
    }
}
