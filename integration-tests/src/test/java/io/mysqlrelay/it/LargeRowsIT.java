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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are larger than a packet of MySQL's protocol (16 MB), and what a row meets that is larger than Kafka takes. */
@ExtendWith(SharedStacks.class)
class LargeRowsIT {
    private static String bytes(int kilobytes) {
        return "REPEAT(RANDOM_BYTES(1024), " + kilobytes + ")";
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowsOfMoreThanAPacketArriveWhole(boolean json) {
        Stack stack = Stack.shared(Versions.older());
        String name = json ? "json_huge" : "huge";
        stack.source()
                .execute(
                        "CREATE DATABASE " + name,
                        "USE " + name,
                        "CREATE TABLE t (id INT PRIMARY KEY, n INT, b LONGBLOB, c LONGTEXT)",
                        "CREATE TABLE heap (n INT, b LONGBLOB)",
                        "INSERT INTO t VALUES (1, 1, " + bytes(17 << 10) + ", NULL)",
                        "INSERT INTO t VALUES (2, 2, NULL, REPEAT('\"ü\\n\\\\', 3 << 20))",
                        "INSERT INTO heap VALUES (1, " + bytes(17 << 10) + ")");
        Migration made = stack.migration(name);
        try (Migration migration = (json ? made.json() : made).start()) {
            migration.awaitPhase("incremental");
            stack.source()
                    .execute(
                            "USE " + name,
                            "UPDATE t SET n = n + 10",
                            "UPDATE heap SET n = 2",
                            "INSERT INTO t SELECT id + 2, n, b, c FROM t",
                            "DELETE FROM t WHERE id = 1",
                            "INSERT INTO heap SELECT 3, b FROM heap",
                            "DELETE FROM heap WHERE n = 2",
                            "XA START 'huge'",
                            "UPDATE t SET n = 5 WHERE id = 3",
                            "XA END 'huge'",
                            "XA PREPARE 'huge'",
                            "XA COMMIT 'huge'");
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), name::equals);
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
            stack.source().execute("INSERT INTO wide.t VALUES (2, 'before'), (3, " + bytes(5 << 10) + ")");
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
