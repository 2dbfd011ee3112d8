package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.ddl;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.schemaDdl;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.MigrationState.Phase;
import io.mysqlrelay.sink.target.TransientTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementsIT {
    private static final String MIGRATION = "statements.changes";
    private static final TableName T = new TableName("st", "t");

    private MySqlTarget target;

    @BeforeEach
    void openTarget() throws Exception {
        sql(
                "DROP DATABASE IF EXISTS st",
                "DROP DATABASE IF EXISTS st2",
                "CREATE DATABASE st CHARACTER SET utf8mb4",
                "CREATE TABLE st.t (id INT PRIMARY KEY, v INT)",
                "DROP DATABASE IF EXISTS mysql_relay");
        target = target(MIGRATION);
        target.open();
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    private void reopen() throws Exception {
        target.close();
        target = target(MIGRATION);
        target.open();
    }

    private static List<String> log() throws Exception {
        return rows("SELECT ordinal, state FROM mysql_relay.ddl_log ORDER BY id");
    }

    @Test
    void aStatementThatComesAgainIsExecutedOnce() throws Exception {
        DdlChange add = ddl("st", 1, "ALTER TABLE t ADD COLUMN w INT", T);
        target.execute(add, checkpoint());
        target.execute(add, checkpoint());
        assertThat(rows("SELECT column_name FROM information_schema.columns WHERE table_schema = 'st'"))
                .containsExactlyInAnyOrder("id", "v", "w");
        assertThat(log()).containsExactly("1,applied");
    }

    @Test
    void aTableThatIsLoadedAnewLeavesTheStatementsAfterItTheirSession() throws Exception {
        TableName again = new TableName("st", "again");
        target.saveMigration(new MigrationState(Phase.SCHEMA, "schema,full,incremental", null, null), checkpoint());
        target.claimTables(List.of(again), true, checkpoint());
        target.execute(schemaDdl("st", "CREATE TABLE again (id INT PRIMARY KEY)", again), checkpoint());
        sql("CREATE TABLE st.child (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES st.again (id))");
        target.forgetTable(again, false, checkpoint());
        assertThat(rows("SHOW TABLES FROM st LIKE 'again'")).isEmpty();
        sql("CREATE TABLE st.parent (id INT PRIMARY KEY)", "INSERT INTO st.t VALUES (1, 7)");
        // The row has no parent, which only a session that checks foreign keys sees.
        DdlChange add = ddl("st", 1, "ALTER TABLE t ADD FOREIGN KEY (v) REFERENCES parent (id)", T);
        assertThatThrownBy(() -> target.execute(add, checkpoint())).hasMessageContaining("1452");
    }

    @Test
    void aStatementThatWasExecutedBeforeACrashIsNotRepeated() throws Exception {
        DdlChange add = ddl("st", 1, "ALTER TABLE t ADD COLUMN w INT", T);
        target.execute(add, checkpoint());
        sql("UPDATE mysql_relay.ddl_log SET state = 'started', finished_at = NULL");
        reopen();
        target.execute(add, checkpoint());
        assertThat(log()).containsExactly("1,applied");
    }

    /** The owner dies in the middle of an ALTER that waits for a lock; its session goes on waiting in the server. */
    @Test
    void anAlterOfAnEndedOwnerIsEndedAndExecutedByTheNext() throws Exception {
        DdlChange add = ddl("st", 1, "ALTER TABLE t ADD COLUMN w INT", T);
        sql("INSERT INTO st.t VALUES (1, 1)");
        try (Connection reader = TargetHarness.server().connection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM st.t").close();
            CompletableFuture<Throwable> outcome =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> target.execute(add, checkpoint())));
            while (rows("SELECT id FROM information_schema.processlist WHERE state LIKE 'Waiting for table metadata%'")
                    .isEmpty()) {
                assertThat(outcome.isDone()).isFalse();
                Thread.onSpinWait();
            }
            MySqlTarget next = target(MIGRATION);
            next.open();
            assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(TransientTargetException.class);
            assertThat(log()).containsExactly("1,started");
            reader.rollback();
            next.execute(add, checkpoint());
            next.close();
        }
        assertThat(log()).containsExactly("1,applied");
        assertThat(rows("SELECT w FROM st.t")).containsExactly("null");
    }

    @Test
    void aSwapOfNamesFollowsTheBookkeeping() throws Exception {
        TableName new_ = new TableName("st", "t_new");
        sql("CREATE TABLE st.t_new (id INT PRIMARY KEY, v INT, w INT)");
        target.execute(ddl("st", 1, "RENAME TABLE t TO t_old, t_new TO t", T, new_), checkpoint());
        assertThat(
                        rows(
                                "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = 'st' AND table_name = 't'"))
                .containsExactly("3");
    }

    @Test
    void databasesComeAndGoAndTheSessionSurvives() throws Exception {
        target.execute(ddl("st2", 1, "CREATE DATABASE st2 CHARACTER SET latin1"), checkpoint());
        target.execute(ddl("st2", 2, "CREATE TABLE x (id INT PRIMARY KEY)", new TableName("st2", "x")), checkpoint());
        target.execute(ddl("st2", 3, "DROP DATABASE st2"), checkpoint());
        target.execute(ddl("st2", 4, "CREATE TABLE st.y (id INT)", new TableName("st", "y")), checkpoint());
        target.execute(ddl(null, 5, "CREATE TABLE st.z (id INT)", new TableName("st", "z")), checkpoint());
        assertThat(rows("SHOW TABLES FROM st")).containsExactlyInAnyOrder("t", "y", "z");
        assertThatThrownBy(() -> target.execute(
                        ddl("st2", 6, "CREATE TABLE q (id INT)", new TableName("st2", "q")), checkpoint()))
                .hasMessageContaining("RELAY-4040");
    }

    @Test
    void bytesOfTheStatementArriveAsTheyAre() throws Exception {
        inCharset(
                1,
                "utf8mb4",
                StandardCharsets.UTF_8,
                "CREATE TABLE `tä日` (a INT COMMENT '日 ?{x}', b VARCHAR(9) DEFAULT '😀é')");
        inCharset(
                2,
                "latin1",
                StandardCharsets.ISO_8859_1,
                "CREATE TABLE l (a INT COMMENT 'äöü', b VARCHAR(9) DEFAULT 'é\\\\')");
        inCharset(
                3,
                "gbk",
                Charset.forName("GBK"),
                "/* ping */ CREATE TABLE g (a INT COMMENT '啊誠乗', b VARCHAR(9) DEFAULT '誠')");
        assertThat(rows("SELECT table_name, column_comment, HEX(column_default) FROM information_schema.columns"
                        + " WHERE table_schema = 'st' AND table_name <> 't' ORDER BY table_name, ordinal_position"))
                .containsExactlyInAnyOrder(
                        "g,啊誠乗,null", "g,,E8AAA0", "l,äöü,null", "l,,C3A95C", "tä日,日 ?{x},null", "tä日,,3FC3A9");
        // information_schema shows defaults in three-byte UTF-8; the row has the true one.
        sql("INSERT INTO st.`tä日` (a) VALUES (1)");
        assertThat(rows("SELECT b FROM st.`tä日`")).containsExactly("😀é");
    }

    private void inCharset(long ordinal, String charset, Charset java, String text) throws Exception {
        String collation = Map.of(
                        "utf8mb4", "utf8mb4_general_ci", "latin1", "latin1_swedish_ci", "gbk", "gbk_chinese_ci")
                .get(charset);
        target.execute(
                new DdlChange(
                        false,
                        "st",
                        text.getBytes(java),
                        charset,
                        text,
                        Map.of("character_set_client", charset, "collation_connection", collation, "sql_mode", "0"),
                        List.of(),
                        "binlog.000001:100",
                        ordinal,
                        0),
                checkpoint());
    }

    @Test
    void theSourcesSessionIsMadeAndUndone() throws Exception {
        Map<String, String> session = Map.of(
                "sql_mode", "ANSI_QUOTES,NO_AUTO_CREATE_USER",
                "timestamp", "1000000000.5",
                "time_zone", "+05:00",
                "foreign_key_checks", "0",
                "collation_server", "latin1_german2_ci",
                "lc_time_names", "de_DE",
                "auto_increment_increment", "7",
                "collation_database", "latin1_swedish_ci");
        String text = "ALTER TABLE \"t\" ADD \"at\" DATETIME(1) NOT NULL DEFAULT CURRENT_TIMESTAMP(1)";
        sql("INSERT INTO st.t VALUES (1, 1)");
        target.execute(
                new DdlChange(
                        false,
                        "st",
                        text.getBytes(StandardCharsets.UTF_8),
                        "utf8mb4",
                        text,
                        session,
                        List.of(T),
                        "x:1",
                        1,
                        0),
                checkpoint());
        assertThat(rows("SELECT at FROM st.t")).containsExactly("2001-09-09 06:46:40.5");
        target.execute(
                ddl("st", 2, "ALTER TABLE t ADD b DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP", T), checkpoint());
        assertThat(rows("SELECT b > '2020-01-01' FROM st.t")).containsExactly("1");
    }

    @Test
    void unknownVariablesAreRefused() {
        DdlChange evil = new DdlChange(
                false, "st", new byte[] {'x'}, "utf8mb4", "x", Map.of("sql_log_bin", "0"), List.of(T), "x:1", 1, 0);
        assertThatThrownBy(() -> target.execute(evil, checkpoint())).hasMessageContaining("RELAY-4042");
    }

    @Test
    void whatIsNotAppliedIsLoggedAsSkipped() throws Exception {
        target.execute(ddl("st", 1, "ALTER EVENT none ENABLE"), checkpoint());
        target.execute(ddl("st", 2, "ANALYZE TABLE t"), checkpoint());
        target.execute(ddl("st", 4, "ALTER USER a IDENTIFIED WITH 'x' AS 'hash'"), checkpoint());
        assertThat(log()).containsExactly("1,skipped", "2,skipped", "4,skipped");
        assertThat(rows("SELECT statement FROM mysql_relay.ddl_log").toString())
                .contains("EVENT")
                .doesNotContain("hash");
        assertThatThrownBy(() -> target.execute(
                        ddl("st", 3, "CREATE TABLE c SELECT 1 AS a", new TableName("st", "c")), checkpoint()))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CREATE_WITH_ROWS));
    }

    @Test
    void aFailureStopsAndIsTriedAgain() throws Exception {
        DdlChange drop = ddl("st", 1, "ALTER TABLE t DROP COLUMN nope", T);
        assertThatThrownBy(() -> target.execute(drop, checkpoint()))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DDL_FAILED))
                .hasMessageContaining("nope");
        assertThat(log()).containsExactly("1,failed");
        sql("ALTER TABLE st.t ADD COLUMN nope INT");
        reopen();
        target.execute(drop, checkpoint());
        assertThat(log()).containsExactly("1,applied");
    }

    @Test
    void theSchemaPhaseCreatesTablesOnce() throws Exception {
        TableName child = new TableName("st", "child");
        target.claimTables(List.of(child), true, checkpoint());
        target.execute(schemaDdl("st", "CREATE DATABASE `st` /*!40100 DEFAULT CHARACTER SET utf8mb4 */"), checkpoint());
        DdlChange create = schemaDdl(
                "st", "CREATE TABLE `child` (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES later (id))", child);
        target.execute(create, checkpoint());
        target.execute(create, checkpoint());
        reopen();
        target.execute(create, checkpoint());
        assertThat(rows("SELECT tbl, state FROM mysql_relay.tables")).containsExactly("child,created");
    }
}
