package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.ddl;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Checkpoint;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task that is stopped closes its target from another thread, and must not wait for what the server is doing. */
class AbortIT {
    private static final String MIGRATION = "aborted.changes";
    private static final RowShape T = shape("ab", "t", column("id", ValueType.INTEGER));
    /** Far below what the statements would take. */
    private static final int SOON_SECONDS = 20;

    @BeforeEach
    void table() {
        sql(
                "DROP DATABASE IF EXISTS ab",
                "CREATE DATABASE ab",
                "CREATE TABLE ab.t (id INT PRIMARY KEY)",
                "CREATE TABLE ab.other (id INT PRIMARY KEY)",
                "DROP DATABASE IF EXISTS mysql_relay");
    }

    @Test
    void aRunningRowChangeEndsAndTheSuccessorTakesItBack() throws Exception {
        sql("CREATE TRIGGER ab.slow BEFORE INSERT ON ab.t FOR EACH ROW DO SLEEP(60)");
        MySqlTarget target = target(MIGRATION);
        Checkpoint before = target.open().checkpoint();
        assertClosed(target, () -> target.apply(window(insert(T, 1L))), "User sleep");
        try (MySqlTarget successor = target(MIGRATION)) {
            assertThat(successor.open().checkpoint()).isEqualTo(before);
            // Not before: the server is still at it, and ends when the successor says so.
            sql("DROP TRIGGER ab.slow");
            assertThat(rows("SELECT id FROM ab.t")).isEmpty();
            successor.apply(window(insert(T, 1L)));
        }
        assertThat(rows("SELECT id FROM ab.t")).containsExactly("1");
    }

    @Test
    void aRunningStatementEndsAndTheSuccessorExecutesItOnce() throws Exception {
        MySqlTarget target = target(MIGRATION);
        target.open();
        var statement = ddl("ab", 1, "ALTER TABLE t ADD COLUMN v INT", new TableName("ab", "t"));
        try (Connection reader = TargetHarness.server().connection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT * FROM ab.t");
            assertClosed(target, () -> target.execute(statement, checkpoint()), "Waiting for table metadata lock");
            try (MySqlTarget successor = target(MIGRATION)) {
                successor.open();
                assertThat(sessions("Waiting for table metadata lock")).isEmpty();
                reader.rollback();
                successor.execute(statement, checkpoint());
            }
        }
        assertThat(rows("SELECT state FROM mysql_relay.ddl_log WHERE migration = '" + MIGRATION + "'"))
                .containsExactly("applied");
        assertThat(rows("SELECT v FROM ab.t")).isEmpty();
    }

    @Test
    void anOpeningEndsWhenTheTargetIsClosed() throws Exception {
        try (MySqlTarget first = target(MIGRATION)) {
            first.open();
        }
        MySqlTarget target = target(MIGRATION);
        try (Connection holder = TargetHarness.server().connection();
                Statement lock = holder.createStatement()) {
            lock.execute("LOCK TABLES mysql_relay.owner WRITE");
            assertClosed(target, target::open, "Waiting for table metadata lock");
        }
        try (MySqlTarget successor = target(MIGRATION)) {
            successor.open();
        }
    }

    /** @param state of the call's session, once it runs */
    private static void assertClosed(MySqlTarget target, ThrowingCallable call, String state) throws Exception {
        CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> catchThrowable(call));
        while (sessions(state).isEmpty()) {
            assertThat(outcome.isDone()).as("the call ended early: %s", outcome).isFalse();
            Thread.onSpinWait();
        }
        CompletableFuture<Void> close = CompletableFuture.runAsync(target::close);
        close.get(SOON_SECONDS, TimeUnit.SECONDS);
        assertThat(outcome.get(SOON_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }

    private static List<String> sessions(String state) throws Exception {
        return rows("SELECT id FROM information_schema.processlist WHERE state = '" + state + "'");
    }
}
