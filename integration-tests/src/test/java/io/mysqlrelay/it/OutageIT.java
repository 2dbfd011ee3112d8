package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Accounts;
import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.it.stage.XaSession;
import io.mysqlrelay.it.workload.Workload;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the connectors stand on goes away and comes back, and nobody touches the connectors. */
class OutageIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(Versions.newer());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void connectionsThatAreKilledAreOpenedAgain() throws Exception {
        long seed = Seed.next("OutageIT, connections");
        Random random = new Random(seed);
        migrate("cut", seed, () -> {
            for (int i = 0; i < 10; i++) {
                Thread.sleep(random.nextInt(1_500));
                Print.line("cut " + (i + 1));
                killConnections(stack.source());
                killConnections(stack.target());
            }
        });
    }

    @Test
    void serversAndBrokerAreStartedAgain() throws Exception {
        long seed = Seed.next("OutageIT, servers");
        migrate("restart", seed, () -> {
            Print.line("restart of the source");
            stack.source().restart();
            Thread.sleep(2_000);
            Print.line("crash of the source");
            stack.source().kill();
            stack.source().start();
            Thread.sleep(2_000);
            Print.line("restart of the target");
            stack.target().restart();
            Thread.sleep(2_000);
            Print.line("crash of the target");
            stack.target().kill();
            Thread.sleep(3_000);
            stack.target().start();
            Thread.sleep(2_000);
            Print.line("restart of the broker");
            stack.broker().stop();
            Thread.sleep(1_000);
            stack.broker().start();
        });
    }

    @Test
    void preparedXaTransactionsOutliveTheSource() throws Exception {
        stack.source()
                .execute(
                        "CREATE DATABASE survivors",
                        "CREATE TABLE survivors.t (id INT PRIMARY KEY, v VARCHAR(20))",
                        "INSERT INTO survivors.t VALUES (1, 'one'), (2, 'two')");
        try (Migration migration = stack.migration("survivors").start()) {
            migration.awaitPhase("incremental").awaitApplied();
            try (XaSession kept = new XaSession(stack.source());
                    XaSession dropped = new XaSession(stack.source())) {
                kept.prepare("kept", "UPDATE survivors.t SET v = 'kept' WHERE id = 1");
                dropped.prepare("dropped", "UPDATE survivors.t SET v = 'dropped' WHERE id = 2");
                migration.awaitApplied();
            }
            stack.source().kill();
            stack.source().start();
            stack.source().execute("INSERT INTO survivors.t VALUES (3, 'three')", "XA COMMIT 'kept'");
            stack.source().restart();
            stack.source().execute("XA ROLLBACK 'dropped'", "INSERT INTO survivors.t VALUES (4, 'four')");
            migration.awaitApplied(LIMIT);
            assertThat(Sql.rows(stack.target(), "SELECT id, v FROM survivors.t ORDER BY id"))
                    .containsExactly("1|kept", "2|two", "3|three", "4|four");
            Equality.check(stack.source(), stack.target(), "survivors"::equals);
        }
    }

    private interface Fault {
        void happen() throws InterruptedException;
    }

    private static void migrate(String name, long seed, Fault fault) throws InterruptedException {
        String database = name + "_data";
        try (Workload workload = new Workload(stack.source(), database, seed).createTables(2_000);
                Migration migration = stack.migration(name)) {
            migration.start().awaitPhase("incremental");
            workload.start().changeStructure();
            fault.happen();
            workload.end();
            migration.awaitApplied(LIMIT);
            Print.line(name + ": " + workload.done() + " steps applied");
            Equality.checkAfterRollbacks(stack.source(), stack.target(), database::equals);
        }
    }

    private static void killConnections(MySqlServer server) {
        List<String> ids =
                Sql.rows(server, "SELECT id FROM information_schema.processlist WHERE user = '" + Accounts.USER + "'");
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement()) {
            for (String id : ids) {
                kill(statement, id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot kill connections: " + e.getMessage(), e);
        }
    }

    private static void kill(Statement statement, String id) throws SQLException {
        try {
            statement.execute("KILL " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() != 1094) { // ER_NO_SUCH_THREAD: it has ended by itself
                throw e;
            }
        }
    }
}
