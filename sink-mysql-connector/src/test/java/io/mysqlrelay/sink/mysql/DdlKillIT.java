package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.ddl;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.testkit.Seed;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The process that applies a statement ends at one of the commands that it sends for it, and its successor sometimes too: in
 * the end the statement was executed once, with its checkpoint. With {@code -Drelay.faults} it ends at each.
 */
class DdlKillIT {
    private static final String MIGRATION = "ddlkill.changes";
    private static final TableName T = new TableName("dk", "t");
    private static final TableName U = new TableName("dk", "u");

    private static CutConnections connections;
    private static int number;

    @BeforeAll
    static void listen() {
        sql("DROP DATABASE IF EXISTS mysql_relay");
        connections = new CutConnections(TargetHarness.server().port());
    }

    @AfterAll
    static void close() throws Exception {
        connections.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ADD COLUMN w INT NOT NULL DEFAULT 7",
                "RENAME TABLE t TO x, u TO t, x TO u",
                "CREATE VIEW v AS SELECT id FROM t"
            })
    void aStatementIsExecutedOnceWhereverItsProcessEnds(String statement) throws Exception {
        Random random = new Random(Seed.next("DdlKillIT, " + statement));
        List<String> expected = withoutKill(statement);
        boolean ended = true;
        // At every command in a long run, else at some, which differ from seed to seed.
        int most = System.getProperty("relay.faults", "").isBlank() ? 12 : 1;
        for (int at = 1 + random.nextInt(most); ended; at += 1 + random.nextInt(most)) {
            create();
            DdlChange change = change(statement);
            ended = killed(change, at);
            if (ended && random.nextInt(3) == 0) {
                killed(change, 1 + random.nextInt(at));
            }
            finish(change, expected);
        }
    }

    @Test
    void anAlterThatStillRunsIsEndedOrWaitedFor() throws Exception {
        String statement = "ALTER TABLE t ADD COLUMN w INT NOT NULL DEFAULT 7, ALGORITHM = COPY";
        create();
        sql(
                "SET SESSION cte_max_recursion_depth = 1000000",
                "INSERT INTO dk.t WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 150000)"
                        + " SELECT i, i FROM n");
        DdlChange change = change(statement);
        MySqlTarget target = throughConnections();
        target.open();
        CompletableFuture<Throwable> outcome =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> target.execute(change, checkpoint())));
        while (rows("SELECT id FROM information_schema.processlist WHERE state = 'copy to tmp table'")
                .isEmpty()) {
            assertThat(outcome.isDone()).isFalse();
            Thread.onSpinWait();
        }
        connections.cut();
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(TransientTargetException.class);
        target.close();
        try (MySqlTarget next = target(MIGRATION)) {
            next.open();
            next.execute(change, checkpoint());
        }
        assertThat(rows("SELECT COUNT(*), SUM(w) FROM dk.t")).containsExactly("150000,1050000");
        assertThat(state(change)).containsExactly("applied");
    }

    /** By a successor that nobody kills. */
    private static void finish(DdlChange change, List<String> expected) throws Exception {
        Checkpoint after = checkpoint();
        try (MySqlTarget next = target(MIGRATION)) {
            next.open();
            next.execute(change, after);
        }
        assertThat(outcome()).isEqualTo(expected);
        assertThat(state(change)).containsExactly("applied");
        assertThat(rows("SELECT next_offset FROM mysql_relay.checkpoint WHERE migration = '" + MIGRATION + "'"))
                .containsExactly(Long.toString(after.nextOffset()));
    }

    private static List<String> state(DdlChange change) throws Exception {
        return rows("SELECT state FROM mysql_relay.ddl_log WHERE ordinal = " + change.ordinal());
    }

    private static MySqlTarget throughConnections() {
        return target(
                MIGRATION,
                Map.of(
                        "connection.url",
                        "jdbc:mysql://127.0.0.1:" + connections.port() + "/",
                        "connection.ssl.mode",
                        "disabled"));
    }

    private static DdlChange change(String statement) {
        return ddl("dk", ++number, statement, T, U);
    }

    private static List<String> withoutKill(String statement) throws Exception {
        create();
        try (MySqlTarget target = target(MIGRATION)) {
            target.open();
            target.execute(change(statement), checkpoint());
        }
        return outcome();
    }

    private static void create() {
        sql(
                "DROP DATABASE IF EXISTS dk",
                "CREATE DATABASE dk",
                "CREATE TABLE dk.t (id INT PRIMARY KEY, v INT)",
                "CREATE TABLE dk.u (id INT PRIMARY KEY, other INT)",
                "INSERT INTO dk.t VALUES (1, 1), (2, 2)");
    }

    /** @return false if the statement was done before the chosen command came */
    private static boolean killed(DdlChange change, int command) throws Exception {
        MySqlTarget target = throughConnections();
        target.open();
        connections.cutAt(command);
        Throwable failure = catchThrowable(() -> target.execute(change, checkpoint()));
        boolean cut = connections.hasCut();
        assertThat(failure != null).as("failed: " + failure).isEqualTo(cut);
        if (cut) {
            assertThat(failure).isInstanceOf(TransientTargetException.class);
        }
        target.close();
        return cut;
    }

    /** Structure and rows. */
    private static List<String> outcome() throws Exception {
        List<String> found = rows("SELECT table_name, ordinal_position, column_name FROM information_schema.columns"
                + " WHERE table_schema = 'dk' ORDER BY 1, 2");
        found.addAll(rows("SELECT * FROM dk.t ORDER BY id"));
        return found;
    }
}
