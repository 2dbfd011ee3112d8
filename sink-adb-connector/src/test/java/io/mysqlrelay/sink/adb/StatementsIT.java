package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.cluster;
import static io.mysqlrelay.sink.adb.TargetHarness.column;
import static io.mysqlrelay.sink.adb.TargetHarness.ddl;
import static io.mysqlrelay.sink.adb.TargetHarness.insert;
import static io.mysqlrelay.sink.adb.TargetHarness.rows;
import static io.mysqlrelay.sink.adb.TargetHarness.shape;
import static io.mysqlrelay.sink.adb.TargetHarness.sql;
import static io.mysqlrelay.sink.adb.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.testkit.adb.AdbFaults.Fault;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementsIT extends TargetCase {
    private static final RowShape T = shape(
            "st", "t", column("id", ValueType.INTEGER), column("a", ValueType.INTEGER), column("b", ValueType.STRING));

    StatementsIT() {
        super("statements", "st", Map.of());
    }

    @BeforeEach
    void fillTable() throws Exception {
        create("CREATE TABLE t (id int primary key, a int, b varchar(20))");
        target.apply(window(insert(T, 1L, 10L, "x"), insert(T, 2L, 20L, null)));
    }

    /** Not the note of it in ddl_log, which has the same words. */
    private static boolean isAboutTables(String sql) {
        return sql.startsWith("ALTER") || sql.startsWith("INSERT");
    }

    @Test
    void clausesAreAppliedOneByOneAndOnce() throws Exception {
        DdlChange alter = ddl(
                "st",
                1,
                "ALTER TABLE t ADD n int NOT NULL DEFAULT 7, RENAME COLUMN a TO b2, DROP b,"
                        + " COMMENT 'changed', ADD INDEX (n)");
        execute(alter);
        assertThat(rows("SELECT id, b2, n FROM st.t ORDER BY id")).containsExactly("1,10,7", "2,20,7");
        assertThat(
                        rows(
                                "SELECT table_comment FROM information_schema.tables WHERE table_schema = 'st' AND table_name = 't'"))
                .containsExactly("changed");
        execute(alter);
        assertThat(rows("SELECT state FROM mysql_relay.ddl_log")).containsExactly("applied");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BUSY", "DISCONNECT_BEFORE", "DISCONNECT_AFTER"})
    void aSwapOfTablesRecoversAtEveryStep(Fault fault) throws Exception {
        for (int step = 0; step < 3; step++) {
            execute(10 + 10 * step, "DROP TABLE IF EXISTS t_new");
            execute(11 + 10 * step, "CREATE TABLE t_new LIKE t");
            String before = rows("SELECT COUNT(*) FROM st.t").get(0);
            DdlChange swap = ddl("st", 12 + 10 * step, "RENAME TABLE t TO t_x, t_new TO t, t_x TO t_new");
            int[] seen = {step};
            cluster().faults().next(fault, 1, s -> isAboutTables(s) && s.contains(" RENAME ") && seen[0]-- == 0);
            assertThatThrownBy(() -> execute(swap)).isInstanceOf(TransientTargetException.class);
            reopen();
            execute(swap);
            assertThat(rows("SELECT COUNT(*) FROM st.t")).containsExactly("0");
            assertThat(rows("SELECT COUNT(*) FROM st.t_new")).containsExactly(before);
            assertThat(rows("SHOW TABLES FROM st")).containsExactlyInAnyOrder("t", "t_new");
            execute(13 + 10 * step, "RENAME TABLE t TO t_y, t_new TO t, t_y TO t_new");
        }
    }

    @Test
    void aSwapOfColumnsRecoversInItsMiddle() throws Exception {
        DdlChange swap = ddl("st", 1, "ALTER TABLE t ADD c int DEFAULT 5, RENAME COLUMN a TO c2, RENAME COLUMN c TO a");
        execute(swap);
        DdlChange second = ddl("st", 2, "ALTER TABLE t RENAME COLUMN a TO c2, RENAME COLUMN c2 TO a");
        cluster()
                .faults()
                .next(Fault.DISCONNECT_AFTER, 1, s -> isAboutTables(s) && s.contains("RENAME COLUMN `c2` TO `a`"));
        assertThatThrownBy(() -> execute(second)).isInstanceOf(TransientTargetException.class);
        reopen();
        execute(second);
        assertThat(rows("SELECT id, a, c2 FROM st.t ORDER BY id")).containsExactly("1,10,5", "2,20,5");
    }

    @Test
    void truncateWaitsForABackup() throws Exception {
        cluster().faults().truncateBusy(2);
        DdlChange truncate = ddl("st", 1, "TRUNCATE TABLE t");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> execute(truncate)).isInstanceOf(TransientTargetException.class);
            reopen();
        }
        execute(truncate);
        assertThat(rows("SELECT COUNT(*) FROM st.t")).containsExactly("0");
    }

    @Test
    void aChangeOfTypeStopsWithTheStepsAndGoesOnWhenTheyAreDone() throws Exception {
        DdlChange modify = ddl("st", 1, "ALTER TABLE t MODIFY a varchar(20), ADD z int");
        String[] steps = new String[1];
        assertThatThrownBy(() -> execute(modify)).isInstanceOfSatisfying(RelayException.class, e -> {
            assertThat(e).hasMessageContaining("RELAY-4065");
            steps[0] = e.getMessage();
        });
        // The message's own statements, as a person would copy them.
        for (String step : steps[0].substring(steps[0].indexOf("1. "), steps[0].indexOf("; then restart"))
                .split("; ")) {
            String statement = step.substring(3);
            if (!statement.startsWith("compare")) {
                sql("USE st", statement);
            }
        }
        reopen();
        execute(modify);
        assertThat(rows("SELECT id, a, z FROM st.t ORDER BY id")).containsExactly("1,10,null", "2,20,null");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HALF", "DISCONNECT_AFTER", "RUNS_LATER_UNSEEN"})
    void aTableIsRebuiltForAnotherTypeWhateverInterrupts(Fault fault) throws Exception {
        reopen("ddl.type.change.mode", "rebuild");
        DdlChange modify = ddl("st", 1, "ALTER TABLE t ADD z int DEFAULT 3, MODIFY a varchar(20), ADD y int");
        for (String at : new String[] {"INSERT INTO `st`.`t_relay_new`", "RENAME `t_relay_old`", "RENAME `t`"}) {
            // Statements about tables are whole or not at all.
            if (fault != Fault.HALF || at.startsWith("INSERT")) {
                cluster().faults().next(fault, 1, s -> isAboutTables(s) && s.contains(at));
                assertThatThrownBy(() -> execute(modify))
                        .isInstanceOf(fault == Fault.HALF ? RelayException.class : TransientTargetException.class);
                if (fault == Fault.HALF) {
                    assertThat(rows("SELECT id FROM st.t_relay_new")).hasSize(1);
                }
                reopen();
            }
        }
        execute(modify);
        assertThat(rows("SELECT id, a, b, z, y FROM st.t ORDER BY id"))
                .containsExactly("1,10,x,3,null", "2,20,null,3,null");
        assertThat(rows("SHOW TABLES FROM st")).containsExactly("t");
        assertThat(
                        rows(
                                "SELECT column_type FROM information_schema.columns WHERE table_schema = 'st' AND column_name = 'a'"))
                .containsExactly("varchar");
    }

    @Test
    void wideningIsTriedInPlace() throws Exception {
        execute(1, "ALTER TABLE t MODIFY a bigint");
        assertThat(
                        rows(
                                "SELECT column_type FROM information_schema.columns WHERE table_schema = 'st' AND column_name = 'a'"))
                .containsExactly("bigint");
    }

    @Test
    void partitionsThatTakeRowsWithThemStopWhateverThePolicyIs() throws Exception {
        reopen("ddl.error.policy", "log_and_continue");
        assertThatThrownBy(() -> execute(1, "ALTER TABLE t DROP PARTITION p0")).hasMessageContaining("RELAY-4066");
        execute(2, "ALTER TABLE t DROP id, ADD n int");
        assertThat(rows("SELECT state FROM mysql_relay.ddl_log WHERE ordinal = 2"))
                .containsExactly("failed");
        assertThat(rows("SELECT n FROM st.t WHERE id = 1")).containsExactly("null");
    }

    @Test
    void anOrderSkipsOrReplacesAStatement() throws Exception {
        sql(
                "REPLACE INTO mysql_relay.ddl_orders (migration, txn, ordinal, action) VALUES ('statements', 'uuid:9', 1, 'skip')",
                "REPLACE INTO mysql_relay.ddl_orders (migration, txn, ordinal, action, statement) VALUES"
                        + " ('statements', 'uuid:9', 2, 'replace', 'ALTER TABLE st.t ADD COLUMN other INT')");
        execute(1, "ALTER TABLE t DROP PARTITION p0");
        execute(2, "ALTER TABLE t ADD PRIMARY KEY (a)");
        assertThat(rows("SELECT state FROM mysql_relay.ddl_log ORDER BY ordinal"))
                .containsExactly("skipped", "replaced");
        assertThat(rows("SELECT other FROM st.t WHERE id = 1")).containsExactly("null");
    }

    @Test
    void aTableWhoseKeyCannotBeRepresentedIsRefusedBeforeItIsMade() {
        assertThatThrownBy(() -> create("CREATE TABLE bad (f float primary key, g int)"))
                .hasMessageContaining("RELAY-4062");
    }

    @Test
    void aReplacedTaskGivesUpAndItsSuccessorEndsItsSessions() throws Exception {
        AnalyticDbTarget old = target;
        target = TargetHarness.open("statements", Map.of());
        assertThatThrownBy(() -> old.apply(window(insert(T, 3L, 1L, "late")))).isInstanceOf(Exception.class);
        assertThat(rows("SELECT COUNT(*) FROM st.t")).containsExactly("2");
        old.close();
        target.apply(window(insert(T, 4L, 1L, "ours")));
        assertThat(rows("SELECT epoch FROM mysql_relay.owner")).containsExactly("2");
    }

    @Test
    void dropAndCreateAgain() throws Exception {
        execute(1, "DROP TABLE t");
        execute(2, "CREATE TABLE t (id int primary key, a int)");
        assertThat(rows("SELECT COUNT(*) FROM st.t")).containsExactly("0");
        assertThatThrownBy(() -> {
                    sql("CREATE TABLE st.foreign_one (id BIGINT NOT NULL, PRIMARY KEY (id)) DISTRIBUTED BY HASH(id)");
                    execute(3, "CREATE TABLE foreign_one (id int primary key)");
                })
                .hasMessageContaining("RELAY-4010");
    }
}
