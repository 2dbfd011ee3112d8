package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The source is killed while a large transaction is on its way, and a replica takes its place, found by GTID. */
class FailoverIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ROWS = 120_000;

    /** The replica writes small row events, and transactions that do not touch the same rows as they end. */
    private static MySqlServer replica() {
        return Stack.server(Versions.older())
                .option("binlog-row-event-max-size", "1024")
                .option("loose-slave-parallel-type", "LOGICAL_CLOCK")
                .option("loose-slave-parallel-workers", "4")
                .option("loose-slave-preserve-commit-order", "OFF")
                .start();
    }

    @Test
    void aReplicaTakesOverInTheMiddleOfATransaction() throws SQLException {
        try (MySqlServer replica = replica();
                Stack stack = Stack.startWithoutWorker(
                        Stack.server(Versions.older())
                                .option("transaction-write-set-extraction", "XXHASH64")
                                .option("binlog-transaction-dependency-tracking", "WRITESET")
                                .option("binlog-transaction-dependency-history-size", "1000000"),
                        Stack.server(Versions.older()))) {
            MySqlServer source = stack.source();
            replica.execute(
                    "CHANGE MASTER TO MASTER_HOST = '" + source.host() + "', MASTER_PORT = " + source.port()
                            + ", MASTER_USER = 'root', MASTER_AUTO_POSITION = 1, MASTER_CONNECT_RETRY = 1",
                    "START SLAVE");
            source.execute(
                    "CREATE DATABASE moved",
                    "CREATE TABLE moved.t (id INT PRIMARY KEY, v VARCHAR(200))",
                    "CREATE TABLE moved.heap (v INT)",
                    "CREATE TABLE moved.later (id INT PRIMARY KEY)");
            stack.startWorker();
            try (Migration migration = stack.migration("moved").start();
                    Connection prepared = source.connection()) {
                migration.awaitPhase("incremental").awaitApplied();
                prepare(prepared);
                write(source);
                Awaitility.await("replica has everything")
                        .atMost(LIMIT)
                        .until(() -> Sql.rows(
                                        replica, "SELECT GTID_SUBSET('" + executed(source) + "', @@gtid_executed)")
                                .equals(java.util.List.of("1")));
                migration.await("rows of the transaction", () -> count(stack.target()) > 0, LIMIT);
                source.kill();
                int applied = count(stack.target());
                Print.line(applied + " of " + ROWS + " rows were applied when the source went");
                assertThat(applied).isLessThan(ROWS);
                replica.execute("STOP SLAVE", "RESET SLAVE ALL");
                assertThat(smallBeforeLarge(replica))
                        .as("order in the replica's binlog, which is not the source's")
                        .isTrue();
                replica.execute("XA COMMIT 'over'", "UPDATE moved.t SET v = 'new' WHERE id = 5");
                stack.rest()
                        .put(
                                migration.sourceName(),
                                migration
                                        .source("database.port", Integer.toString(replica.port()))
                                        .sourceConfig());
                migration.await(
                        "row of the new source",
                        () -> "new".equals(Sql.valueOrNull(stack.target(), "SELECT v FROM moved.t WHERE id = 5")),
                        LIMIT);
                Equality.check(replica, stack.target(), "moved"::equals);
            }
        }
    }

    private static void prepare(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            for (String sql : new String[] {
                "XA START 'over'", "INSERT INTO moved.later VALUES (1000)", "XA END 'over'", "XA PREPARE 'over'"
            }) {
                statement.execute(sql);
            }
        }
    }

    /** One transaction with a key and without one, and a small one that depends on nothing in it. */
    private static void write(MySqlServer source) throws SQLException {
        String numbers = "WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c WHERE n < " + ROWS + ")";
        try (Connection connection = source.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION cte_max_recursion_depth = " + ROWS);
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO moved.t " + numbers + " SELECT n, CONCAT(n, REPEAT('x', 150)) FROM c");
            statement.execute("UPDATE moved.t SET v = 'changed' WHERE id % 7 = 0");
            connection.commit();
        }
        source.execute("INSERT INTO moved.later VALUES (1), (2)");
        source.execute("INSERT INTO moved.heap VALUES (1), (1), (2)", "DELETE FROM moved.heap WHERE v = 1 LIMIT 1");
    }

    private static String executed(MySqlServer server) {
        return Sql.rows(server, "SELECT REPLACE(@@gtid_executed, '\n', '')").get(0);
    }

    private static int count(MySqlServer target) {
        return Integer.parseInt(Sql.rows(target, "SELECT COUNT(*) FROM moved.t").get(0));
    }

    /** @return whether the replica's binlog has the small transaction before the large one */
    private static boolean smallBeforeLarge(MySqlServer replica) throws SQLException {
        long large = -1;
        long small = -1;
        for (String event : Sql.rows(replica, "SHOW BINLOG EVENTS")) {
            String[] columns = event.split("\\|", -1);
            if (event.contains("(moved.t)") && large < 0) {
                large = Long.parseLong(columns[1]);
            } else if (event.contains("(moved.later)")) {
                small = Long.parseLong(columns[1]);
            }
        }
        return small < large;
    }
}
