package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Accounts;
import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.it.stage.WorkerPair;
import io.mysqlrelay.it.workload.Workload;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.connect.ConnectWorkerProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SIGSTOP of a worker in the middle of a transaction until another one has taken over, then SIGCONT: the one that wakes up
 * still thinks itself the owner, and must not get a change through.
 */
class PausedWorkerIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static Stack stack;
    private static WorkerPair workers;

    @BeforeAll
    static void start() {
        stack = Stack.startWithoutWorker(Stack.server(Versions.newer()), Stack.server(Versions.newer()));
        workers = new WorkerPair(stack);
        workers.first().start();
        workers.second().start();
    }

    @AfterAll
    static void stop() {
        workers.close();
        stack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sink", "source"})
    void theTargetIsEqualAfterAPausedWorkerWakesUp(String half) throws SQLException {
        String name = "paused_" + half;
        String database = name + "_data";
        long seed = Seed.next("PausedWorkerIT, " + half);
        try (Workload workload = new Workload(stack.source(), database, seed).createTables(2_000);
                Migration migration = Migration.through(stack, () -> workers.rest(), name)) {
            migration.start().awaitPhase("incremental");
            workload.start();
            String connector = name + "-" + half;
            ConnectWorkerProcess paused = workers.ofTask(connector);
            ConnectWorkerProcess other = paused == workers.first() ? workers.second() : workers.first();
            if (half.equals("sink")) {
                pauseInTransaction(paused, name);
            } else {
                paused.pause();
            }
            Awaitility.await("takeover").atMost(LIMIT).until(() -> workers.runsOn(other, connector));
            Print.line(name + ": taken over after " + workload.done() + " steps");
            long steps = workload.done();
            Awaitility.await("more steps").atMost(LIMIT).until(() -> workload.done() > steps + 100);
            paused.resume();
            long then = workload.done();
            Awaitility.await("more steps").atMost(LIMIT).until(() -> workload.done() > then + 300);
            workload.end();
            migration.awaitApplied();
            Equality.checkAfterRollbacks(stack.source(), stack.target(), database::equals);
        }
    }

    /**
     * The sink's transaction writes its checkpoint last: a lock on that row catches it with rows written and not committed.
     * The lock is gone before anyone takes over.
     */
    private static void pauseInTransaction(ConnectWorkerProcess worker, String migration) throws SQLException {
        try (Connection connection = stack.target().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery(
                    "SELECT * FROM mysql_relay.checkpoint WHERE migration = '" + migration + ".changes' FOR UPDATE");
            Awaitility.await("a transaction of the sink with rows")
                    .atMost(LIMIT)
                    .until(() -> hasUncommittedRows());
            worker.pause();
            connection.rollback();
        }
        assertThat(hasUncommittedRows()).as("the paused sink's transaction").isTrue();
    }

    private static boolean hasUncommittedRows() {
        return !Sql.rows(
                        stack.target(),
                        "SELECT trx_id FROM information_schema.innodb_trx t JOIN information_schema.processlist p"
                                + " ON p.id = t.trx_mysql_thread_id WHERE p.user = '" + Accounts.USER
                                + "' AND t.trx_rows_modified > 0")
                .isEmpty();
    }
}
