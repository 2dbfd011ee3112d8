package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.cluster;
import static io.mysqlrelay.sink.adb.TargetHarness.column;
import static io.mysqlrelay.sink.adb.TargetHarness.ddl;
import static io.mysqlrelay.sink.adb.TargetHarness.delete;
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
import io.mysqlrelay.sink.change.TableBefore;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.testkit.adb.AdbFaults.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements behind which the target would silently have other rows: they stop, or what is remembered goes with them. */
class StoppingStatementsIT extends TargetCase {
    private static final RowShape T = shape(
            "ss", "t", column("id", ValueType.INTEGER), column("a", ValueType.INTEGER), column("b", ValueType.STRING));

    StoppingStatementsIT() {
        super("stopping", "ss", Map.of("ddl.error.policy", "log_and_continue", "adb.socket.timeout.seconds", "1"));
    }

    @BeforeEach
    void fillTable() throws Exception {
        create("CREATE TABLE t (id int primary key, a int, b varchar(20))");
        target.apply(window(insert(T, 1L, 10L, "x"), insert(T, 2L, 20L, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t DROP PRIMARY KEY, ADD n int",
                "ALTER TABLE t ADD n int, DROP PRIMARY KEY, ADD PRIMARY KEY (id, a)",
                "DROP INDEX `PRIMARY` ON t",
                "ALTER TABLE t ADD n int, ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t (id) ON DELETE CASCADE",
                "RENAME TABLE t TO t_del, t_gho TO t"
            })
    void stopsWhateverThePolicyIs(String statement) throws Exception {
        assertThatThrownBy(() -> execute(1, statement)).hasMessageContaining("RELAY-");
        assertThat(rows("SHOW TABLES FROM ss")).containsExactly("t");
        assertThat(rows("SELECT * FROM ss.t ORDER BY id")).containsExactly("1,10,x", "2,20,null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop | binary(8) | ALTER TABLE t ADD n int, MODIFY b BINARY(12)",
                "rebuild | enum('x') | ALTER TABLE t ADD n int, MODIFY b INT",
                "rebuild | enum('\u00e9') CHARACTER SET latin1 | ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4"
            })
    void valuesThatTheSourceChangesByThemselvesStop(String mode, String before, String statement) throws Exception {
        reopen("ddl.type.change.mode", mode);
        DdlChange plain = ddl("ss", 1, statement);
        DdlChange change = new DdlChange(
                false,
                "ss",
                plain.statement(),
                "utf8mb4",
                statement,
                plain.session(),
                List.of(),
                plain.transaction(),
                1,
                0,
                new TableBefore("utf8mb4", List.of(new TableBefore.Column("b", before, true, false))));
        Checkpoint place = TargetHarness.checkpoint();
        List<String> checkpoints = rows("SELECT * FROM mysql_relay.checkpoint");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> target.execute(change, place))
                    .hasMessageContaining("RELAY-4066")
                    .hasMessageContaining("rows that are there");
        }
        assertThat(rows("SELECT * FROM ss.t ORDER BY id")).containsExactly("1,10,x", "2,20,null");
        assertThat(rows("SELECT * FROM mysql_relay.checkpoint")).isEqualTo(checkpoints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP DATABASE ss", "DROP TABLE t"})
    void aTableThatWasLeftIsNotTakenForItsSuccessor(String drop) throws Exception {
        reopen("ddl.drop.table.enabled", "false");
        execute(1, drop);
        execute(2, "CREATE DATABASE IF NOT EXISTS ss");
        for (String create :
                new String[] {"CREATE TABLE t (id int primary key)", "CREATE TABLE IF NOT EXISTS t LIKE t"}) {
            assertThatThrownBy(() -> execute(3, create)).hasMessageContaining("the earlier table of this name");
        }
        sql("DROP TABLE ss.t");
        execute(3, "CREATE TABLE t (id int primary key)");
        assertThat(rows("SELECT COUNT(*) FROM ss.t")).containsExactly("0");
        execute(4, "CREATE TABLE IF NOT EXISTS t (id int primary key)");
    }

    @Test
    void generatedColumnsMustComeWithTheRows() {
        assertThatThrownBy(() -> target.requireGenerated(new TableName("ss", "t"), List.of("g")))
                .hasMessageContaining("RELAY-4069");
    }

    @Test
    void thePasswordOfAForeignServerIsNotKept() throws Exception {
        execute(1, "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (USER 'u', PASSWORD 'secret')");
        assertThat(rows("SELECT state, statement FROM mysql_relay.ddl_log"))
                .containsExactly("skipped,(statement about the server)");
    }

    @Test
    void aRebuildThatFailsStops() throws Exception {
        reopen("ddl.type.change.mode", "rebuild");
        sql("INSERT INTO ss.t (id, a, b) VALUES (3, 30, '7')");
        assertThatThrownBy(() -> execute(1, "ALTER TABLE t MODIFY b int, ADD n int"))
                .hasMessageContaining("RELAY-40");
        assertThat(rows("SELECT id FROM ss.t ORDER BY id")).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"by the source", "by hand", "by an order"})
    void rowsWithoutAKeyAreFoundByAColumnThatCameLater(String how) throws Exception {
        create("CREATE TABLE k (a int)");
        RowShape before = shape("ss", "k", column("a", ValueType.INTEGER));
        target.apply(window(insert(before, 1L)));
        String name = "k2";
        if (how.equals("by the source")) {
            execute(1, "ALTER TABLE k ADD c int, RENAME TO k2");
        } else if (how.equals("by hand")) {
            name = "k";
            sql("ALTER TABLE ss.k ADD COLUMN c INT");
        } else {
            name = "k";
            sql("REPLACE INTO mysql_relay.ddl_orders (migration, txn, ordinal, action, statement) VALUES"
                    + " ('stopping', 'uuid:9', 1, 'replace', 'ALTER TABLE ss.k ADD COLUMN c INT')");
            execute(1, "ALTER TABLE k ADD c int");
        }
        RowShape now = shape("ss", name, column("a", ValueType.INTEGER), column("c", ValueType.INTEGER));
        target.apply(window(insert(now, 1L, 5L), insert(now, 1L, 6L)));
        target.apply(window(delete(now, 1L, 6L)));
        assertThat(rows("SELECT a, c FROM ss." + name + " ORDER BY c")).containsExactly("1,null", "1,5");
        target.apply(window(delete(now, 1L, null)));
        assertThat(rows("SELECT a, c FROM ss." + name)).containsExactly("1,5");
    }

    @Test
    void aSwapIsRememberedOnceWhereverItIsInterrupted() throws Exception {
        RowShape[] shapes = new RowShape[2];
        for (int write = 0; write < 4; write++) {
            String one = "one" + write;
            String two = "two" + write;
            create("CREATE TABLE " + one + " (a int)");
            create("CREATE TABLE " + two + " (a int, b int)");
            shapes[0] = shape("ss", two, column("a", ValueType.INTEGER));
            shapes[1] = shape("ss", one, column("a", ValueType.INTEGER), column("b", ValueType.INTEGER));
            int[] left = {write};
            cluster().faults().next(Fault.DISCONNECT_AFTER, 1, s -> s.contains("`ddl_log`") && left[0]-- == 0);
            String swap = "RENAME TABLE " + one + " TO x, " + two + " TO " + one + ", x TO " + two;
            long ordinal = 10L + write;
            assertThatThrownBy(() -> execute(ordinal, swap)).isInstanceOf(TransientTargetException.class);
            reopen();
            execute(ordinal, swap);
            target.apply(window(insert(shapes[0], 1L), insert(shapes[1], 1L, 2L), insert(shapes[1], 1L, 3L)));
            target.apply(window(delete(shapes[0], 1L), delete(shapes[1], 1L, 3L)));
            assertThat(rows("SELECT a, b FROM ss." + one)).containsExactly("1,2");
            assertThat(rows("SELECT a FROM ss." + two)).isEmpty();
        }
    }
}
