package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.checkpoint;
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

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.testkit.adb.AdbFaults.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Under {@code ddl.error.policy=stop}, which views never heed. */
class ViewsIT extends TargetCase {
    private static final RowShape T = shape("vw", "t", column("id", ValueType.INTEGER), column("a", ValueType.INTEGER));

    ViewsIT() {
        super("views", "vw", Map.of("ddl.views.enabled", "true"));
    }

    @BeforeEach
    void fillTable() throws Exception {
        create("CREATE TABLE t (id int primary key, a int)");
        target.apply(window(insert(T, 1L, 10L), insert(T, 2L, 20L)));
    }

    private static List<String> log() throws Exception {
        return rows("SELECT txn, ordinal, state FROM mysql_relay.ddl_log ORDER BY txn, ordinal");
    }

    private static List<String> views() throws Exception {
        return rows("SELECT view_name, state FROM mysql_relay.views ORDER BY view_name");
    }

    private static List<String> error(long ordinal) throws Exception {
        return rows("SELECT error FROM mysql_relay.ddl_log WHERE ordinal = " + ordinal);
    }

    @Test
    void theSchemaPhaseMakesViewsAgainAndLeavesOutWhatCannotBe() throws Exception {
        for (int i = 0; i < 2; i++) {
            create(
                    "CREATE DEFINER=`x`@`%` SQL SECURITY DEFINER VIEW `vw`.`v` (`n`) AS select `vw`.`t`.`a` AS `a` from `vw`.`t`");
            create("CREATE VIEW `vw`.`on_v` AS select `v`.`n` AS `n` from `vw`.`v`");
            create("CREATE VIEW `vw`.`f` AS select `vw`.`never`(1) AS `x`");
            create("CREATE VIEW `vw`.`a view` AS select 1 AS `x`");
        }
        assertThat(rows("SELECT n FROM vw.on_v ORDER BY n")).containsExactly("10", "20");
        assertThat(views()).containsExactly("a view,left_out", "f,left_out", "on_v,made", "v,made");
        assertThat(log()).containsExactly("- `vw`.`a view`,0,failed", "- `vw`.`f`,0,failed");
        assertThat(rows("SELECT error FROM mysql_relay.ddl_log WHERE txn = '- `vw`.`f`'")
                        .get(0))
                .contains("RELAY-4070", "view vw.f");
    }

    @Test
    void statementsMakeAlterRenameAndDropViews() throws Exception {
        execute(1, "CREATE VIEW v AS SELECT * FROM t WHERE a > 10");
        execute(2, "CREATE VIEW w (x) AS SELECT 1");
        assertThat(rows("SELECT id, a FROM vw.v")).containsExactly("2,20");
        execute(3, "ALTER ALGORITHM = MERGE VIEW v AS SELECT a FROM t WITH CHECK OPTION");
        assertThat(rows("SELECT a FROM vw.v ORDER BY a")).containsExactly("10", "20");
        execute(4, "RENAME TABLE w TO x, t TO w, x TO t");
        assertThat(rows("SELECT x FROM vw.t")).containsExactly("1");
        assertThat(rows("SELECT COUNT(*) FROM vw.w")).containsExactly("2");
        assertThat(
                        rows(
                                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'vw' AND table_type = 'VIEW'"))
                .containsExactlyInAnyOrder("v", "t");
        execute(5, "CREATE TABLE keyless (c int, d int)");
        execute(6, "CREATE VIEW u AS SELECT * FROM keyless");
        assertThat(
                        rows(
                                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'vw' AND table_name = 'u'"))
                .containsExactlyInAnyOrder("c", "d");
        execute(7, "DROP VIEW IF EXISTS t, v, u, never");
        assertThat(rows("SHOW TABLES FROM vw")).containsExactlyInAnyOrder("w", "keyless");
        assertThat(views()).isEmpty();
        assertThat(rows("SELECT DISTINCT state FROM mysql_relay.ddl_log")).containsExactly("applied");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BUSY", "DISCONNECT_AFTER"})
    void aSwapRecoversAtEveryStep(Fault fault) throws Exception {
        reopen("adb.socket.timeout.seconds", "1");
        create("CREATE VIEW v AS SELECT 1 AS one");
        create("CREATE VIEW w AS SELECT 2 AS two");
        for (int step = 0; step < 6; step++) {
            DdlChange swap = ddl("vw", step, "RENAME TABLE v TO x, w TO v, x TO w");
            int[] seen = {step};
            cluster().faults().next(fault, 1, s -> s.matches("(CREATE OR REPLACE|DROP) VIEW .*") && seen[0]-- == 0);
            assertThatThrownBy(() -> execute(swap)).isInstanceOf(TransientTargetException.class);
            reopen();
            execute(swap);
            boolean swapped = step % 2 == 0;
            assertThat(rows("SELECT * FROM vw.v")).containsExactly(swapped ? "2" : "1");
            assertThat(rows("SELECT * FROM vw.w")).containsExactly(swapped ? "1" : "2");
            assertThat(rows("SHOW TABLES FROM vw")).containsExactlyInAnyOrder("t", "v", "w");
        }
        assertThat(views()).containsExactly("v,made", "w,made");
    }

    @Test
    void aViewThatIsRefusedStopsNothingAndTakesItsFormerFormWithIt() throws Exception {
        execute(1, "CREATE VIEW v AS SELECT id FROM t");
        execute(2, "CREATE OR REPLACE VIEW v AS SELECT id, vw.never(id) AS x FROM t");
        execute(3, "RENAME TABLE v TO w");
        execute(4, "CREATE VIEW u AS SELECT x.* FROM t x, t y");
        assertThat(rows("SHOW TABLES FROM vw")).containsExactly("t");
        assertThat(views()).containsExactly("u,left_out", "w,left_out");
        assertThat(log()).containsExactly("uuid:9,1,applied", "uuid:9,2,failed", "uuid:9,3,skipped", "uuid:9,4,failed");
        assertThat(error(2).get(0)).contains("RELAY-4070", "view vw.v");
        execute(5, "CREATE OR REPLACE VIEW w AS SELECT id FROM t");
        assertThat(rows("SELECT COUNT(*) FROM vw.w")).containsExactly("2");
        assertThat(views()).containsExactly("u,left_out", "w,made");
    }

    @Test
    void noNameIsTakenFromAnybody() throws Exception {
        sql("CREATE VIEW vw.theirs AS SELECT 7 AS n");
        create("CREATE VIEW theirs AS SELECT 1 AS one");
        execute(1, "CREATE OR REPLACE VIEW theirs AS SELECT 1 AS one");
        execute(2, "CREATE VIEW t AS SELECT 1 AS one");
        execute(3, "DROP VIEW theirs");
        assertThat(rows("SELECT n FROM vw.theirs")).containsExactly("7");
        assertThat(log())
                .containsExactly("- `vw`.`theirs`,0,failed", "uuid:9,1,failed", "uuid:9,2,failed", "uuid:9,3,skipped");
        assertThatThrownBy(() -> execute(4, "CREATE TABLE theirs (id int primary key)"))
                .hasMessageContaining("the target has a view of this name");
        assertThatThrownBy(() -> target.claimTables(List.of(new TableName("vw", "theirs")), true, checkpoint()))
                .hasMessageContaining("RELAY-4067");
    }

    @Test
    void viewsThatAreLeftOutAreKnownAsViews() throws Exception {
        reopen("ddl.views.enabled", "false");
        create("CREATE VIEW v AS SELECT 1 AS one");
        execute(1, "CREATE VIEW w AS SELECT 2 AS two");
        execute(2, "RENAME TABLE v TO x, w TO v");
        execute(3, "DROP TABLE IF EXISTS v");
        execute(4, "CREATE TABLE IF NOT EXISTS v (id int primary key)");
        assertThat(rows("SHOW TABLES FROM vw")).containsExactly("t");
        assertThat(views()).containsExactly("v,left_out", "x,left_out");
        assertThat(rows("SELECT DISTINCT state FROM mysql_relay.ddl_log")).containsExactly("skipped");
        assertThatThrownBy(() -> execute(5, "RENAME TABLE unknown TO y")).hasMessageContaining("RELAY-4011");
    }

    @Test
    void anOrderTakesAStatementsPlace() throws Exception {
        sql(
                "REPLACE INTO mysql_relay.ddl_orders (migration, txn, ordinal, action) VALUES ('views', 'uuid:9', 1, 'skip')",
                "REPLACE INTO mysql_relay.ddl_orders (migration, txn, ordinal, action, statement) VALUES"
                        + " ('views', 'uuid:9', 2, 'replace', 'CREATE VIEW vw.w AS SELECT 3 AS three')");
        execute(1, "CREATE VIEW v AS SELECT 1 AS one");
        execute(2, "CREATE VIEW w AS SELECT vw.never() AS x");
        assertThat(views()).containsExactly("v,left_out", "w,made");
        execute(3, "RENAME TABLE w TO x");
        assertThat(views()).containsExactly("v,left_out", "x,left_out");
        assertThat(error(3).get(0)).contains("known to AnalyticDB alone");
    }
}
