package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.ddl;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that the target refuses: each policy, and what an operator can order for them. */
class DdlErrorsIT {
    private static final String MIGRATION = "refused.changes";
    private static final TableName T = new TableName("de", "t");
    private static final DdlChange REFUSED = ddl("de", 1, "ALTER TABLE t ADD COLUMN v INT", T);

    private MySqlTarget target;

    @BeforeEach
    void prepare() {
        sql(
                "DROP DATABASE IF EXISTS de",
                "CREATE DATABASE de",
                "CREATE TABLE de.t (id INT PRIMARY KEY, v INT)",
                "DROP DATABASE IF EXISTS mysql_relay");
    }

    @AfterEach
    void close() {
        target.close();
    }

    private void open(String policy) throws Exception {
        if (target != null) {
            target.close();
        }
        target = target(MIGRATION, Map.of("ddl.error.policy", policy));
        target.open();
    }

    private void refused(ErrorCode code) {
        assertThatThrownBy(() -> target.execute(REFUSED, checkpoint()))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** As docs/runbook.md says it. */
    private static void order(String action, String statement) {
        sql("INSERT INTO mysql_relay.ddl_orders (migration, txn, ordinal, action, statement)"
                + " SELECT migration, txn, ordinal, '" + action + "', " + statement
                + " FROM mysql_relay.ddl_log WHERE ordinal = 1");
    }

    private static List<String> log() throws Exception {
        return rows("SELECT ordinal, state FROM mysql_relay.ddl_log ORDER BY id");
    }

    private static List<String> columns() throws Exception {
        return rows("SELECT column_name FROM information_schema.columns WHERE table_schema = 'de' AND table_name = 't'"
                + " ORDER BY ordinal_position");
    }

    private static List<String> unused() throws Exception {
        return rows("SELECT action FROM mysql_relay.ddl_orders WHERE used_at IS NULL");
    }

    @Test
    void goingOnStoresTheCheckpointAndKeepsTheFailure() throws Exception {
        open("log_and_continue");
        Checkpoint behind = checkpoint();
        target.execute(REFUSED, behind);
        assertThat(rows("SELECT next_offset FROM mysql_relay.checkpoint"))
                .containsExactly(Long.toString(behind.nextOffset()));
        target.execute(ddl("de", 2, "ALTER TABLE t ADD COLUMN w INT", T), checkpoint());
        assertThat(log()).containsExactly("1,failed", "2,applied");
        assertThat(rows("SELECT error FROM mysql_relay.ddl_log WHERE state = 'failed'")
                        .get(0))
                .contains("Duplicate column");
        assertThat(columns()).containsExactly("id", "v", "w");
    }

    @Test
    void aMissingPrivilegeStopsWhateverThePolicy() throws Exception {
        sql(
                "DROP USER IF EXISTS poor",
                "CREATE USER poor IDENTIFIED BY ''",
                "GRANT SELECT, INSERT, CREATE ON *.* TO poor",
                "GRANT ALL ON mysql_relay.* TO poor");
        target = target(MIGRATION, Map.of("ddl.error.policy", "log_and_continue", "connection.user", "poor"));
        target.open();
        assertThatThrownBy(() -> target.execute(ddl("de", 1, "DROP TABLE t", T), checkpoint()))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_PRIVILEGE))
                .hasMessageContaining("DROP");
        assertThat(log()).containsExactly("1,failed");
    }

    @Test
    void aSessionVariableThatCannotBeSetStopsWhateverThePolicy() throws Exception {
        open("log_and_continue");
        DdlChange change = ddl("de", 1, "ALTER TABLE t ADD COLUMN w INT", T);
        DdlChange elsewhere = new DdlChange(
                false,
                change.database(),
                change.statement(),
                change.charset(),
                change.text(),
                Map.of("time_zone", "Nowhere/Never"),
                change.tables(),
                change.transaction(),
                change.ordinal(),
                change.sourceMillis());
        assertThatThrownBy(() -> target.execute(elsewhere, checkpoint()))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SESSION_VARIABLE))
                .hasMessageContaining("Nowhere/Never");
        assertThat(log()).containsExactly("1,failed");
        assertThat(columns()).containsExactly("id", "v");
    }

    @Test
    void retryingIsLeftToTheEngineUntilSomebodyHelps() throws Exception {
        open("retry");
        assertThatThrownBy(() -> target.execute(REFUSED, checkpoint()))
                .isInstanceOfSatisfying(
                        TransientTargetException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.OTHER))
                .hasMessageContaining("RELAY-4040");
        sql("ALTER TABLE de.t DROP COLUMN v");
        open("retry");
        target.execute(REFUSED, checkpoint());
        assertThat(log()).containsExactly("1,applied");
    }

    @Test
    void aSkippedStatementIsPassed() throws Exception {
        open("stop");
        refused(ErrorCode.DDL_FAILED);
        order("skip", "NULL");
        open("stop");
        Checkpoint behind = checkpoint();
        target.execute(REFUSED, behind);
        assertThat(log()).containsExactly("1,skipped");
        assertThat(unused()).isEmpty();
        assertThat(rows("SELECT next_offset FROM mysql_relay.checkpoint"))
                .containsExactly(Long.toString(behind.nextOffset()));
    }

    @Test
    void anotherStatementIsExecutedInItsPlaceAndOnce() throws Exception {
        open("stop");
        refused(ErrorCode.DDL_FAILED);
        order("replace", "'ALTER TABLE t ADD COLUMN `wä` INT DEFAULT 7;'");
        open("stop");
        target.execute(REFUSED, checkpoint());
        assertThat(log()).containsExactly("1,replaced");
        assertThat(unused()).isEmpty();
        // As if the task had been killed between the statement and its checkpoint.
        sql("UPDATE mysql_relay.ddl_log SET state = 'replacing'", "UPDATE mysql_relay.ddl_orders SET used_at = NULL");
        open("stop");
        target.execute(REFUSED, checkpoint());
        assertThat(log()).containsExactly("1,replaced");
        assertThat(columns()).containsExactly("id", "v", "wä");
    }

    @Test
    void anOrderMayComeBeforeItsStatement() throws Exception {
        open("log_and_continue");
        sql("INSERT INTO mysql_relay.ddl_orders (migration, txn, ordinal, action) VALUES ('" + MIGRATION
                + "', 'binlog.000001:100', 3, 'skip')");
        target.execute(ddl("de", 3, "DROP TABLE t", T), checkpoint());
        assertThat(log()).containsExactly("3,skipped");
        assertThat(columns()).containsExactly("id", "v");
    }

    @Test
    void anOrderAboutWhatWasExecutedBeforeACrashComesTooLate() throws Exception {
        open("stop");
        DdlChange add = ddl("de", 4, "ALTER TABLE t ADD COLUMN w INT", T);
        target.execute(add, checkpoint());
        sql(
                "UPDATE mysql_relay.ddl_log SET state = 'started', finished_at = NULL",
                "INSERT INTO mysql_relay.ddl_orders (migration, txn, ordinal, action) VALUES ('" + MIGRATION
                        + "', 'binlog.000001:100', 4, 'skip')");
        open("stop");
        target.execute(add, checkpoint());
        assertThat(log()).containsExactly("4,applied");
        assertThat(columns()).containsExactly("id", "v", "w");
        assertThat(unused()).hasSize(1);
    }

    @Test
    void ordersThatCannotBeCarriedOutAreNamed() throws Exception {
        open("stop");
        refused(ErrorCode.DDL_FAILED);
        order("replace", "NULL");
        refused(ErrorCode.DDL_ORDER);
        sql("UPDATE mysql_relay.ddl_orders SET statement = 'DELETE FROM t'");
        refused(ErrorCode.DDL_ORDER);
        sql("UPDATE mysql_relay.ddl_orders SET statement = 'ALTER TABLE t DROP COLUMN nope'");
        assertThatThrownBy(() -> target.execute(REFUSED, checkpoint()))
                .hasMessageContaining("RELAY-4040")
                .hasMessageContaining("ddl_orders");
        assertThat(unused()).containsExactly("replace");
        assertThat(log()).containsExactly("1,failed");
    }
}
