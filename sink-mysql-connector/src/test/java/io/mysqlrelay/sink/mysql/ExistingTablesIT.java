package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.load;
import static io.mysqlrelay.sink.mysql.TargetHarness.row;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.schemaDdl;
import static io.mysqlrelay.sink.mysql.TargetHarness.settings;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.update;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.MigrationState.Phase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExistingTablesIT {
    private static final TableName T = new TableName("ex", "t");
    private static final RowShape SHAPE =
            shape("ex", "t", column("id", ValueType.INTEGER), column("v", ValueType.INTEGER));

    private MySqlTarget target;

    @BeforeEach
    void tables() {
        sql(
                "DROP DATABASE IF EXISTS ex",
                "DROP DATABASE IF EXISTS mysql_relay",
                "CREATE DATABASE ex",
                "CREATE TABLE ex.t (id INT PRIMARY KEY, v INT, extra INT DEFAULT 5)",
                "INSERT INTO ex.t VALUES (1, 100, 1)");
    }

    @AfterEach
    void close() {
        target.close();
    }

    private void open(boolean proceed) throws Exception {
        target = new MySqlTarget(settings("existing.changes", "o", proceed), new Epoch());
        target.open();
    }

    private static void code(Throwable error, ErrorCode code) {
        assertThat(((RelayException) error).code()).isEqualTo(code);
    }

    @Test
    void allFoundNamesAreListedAtOnceAndNothingIsClaimed() throws Exception {
        for (int i = 0; i < 25; i++) {
            sql("CREATE TABLE ex.x" + i + " (id INT)");
        }
        open(false);
        List<TableName> names = IntStream.range(0, 25)
                .mapToObj(i -> new TableName("ex", "x" + i))
                .toList();
        assertThatThrownBy(() -> target.claimTables(names, true, checkpoint()))
                .satisfies(e -> code(e, ErrorCode.TABLES_EXIST))
                .hasMessageContaining("25 tables: ex.x0, ex.x1")
                .hasMessageContaining("and 5 more");
        assertThat(rows("SELECT COUNT(*) FROM mysql_relay.tables")).containsExactly("0");
        assertThatThrownBy(() -> target.claimTables(List.of(new TableName("ex", "no")), false, checkpoint()))
                .satisfies(e -> code(e, ErrorCode.TABLES_MISSING));
    }

    @Test
    void rowsAreKeptInTheLoadAndOverwrittenAfterwards() throws Exception {
        open(true);
        target.saveMigration(new MigrationState(Phase.SCHEMA, "schema,full,incremental", null, null), checkpoint());
        target.claimTables(List.of(T), true, checkpoint());
        target.execute(schemaDdl("ex", "CREATE TABLE t (id INT PRIMARY KEY, v INT)", T), checkpoint());
        target.beginTableLoad(T, false, null, checkpoint());
        target.apply(window(load(SHAPE, 1L, 1L), load(SHAPE, 2L, 2L)));
        target.endTableLoad(T, 2, checkpoint());
        assertThat(rows("SELECT * FROM ex.t ORDER BY id")).containsExactly("1,100,1", "2,2,5");
        target.close();
        open(true);
        target.apply(window(update(SHAPE, row(1L, 1L), row(1L, 9L)), update(SHAPE, row(3L, 3L), row(3L, 4L))));
        target.apply(window(insert(SHAPE, 2L, 7L)));
        assertThat(rows("SELECT * FROM ex.t ORDER BY id")).containsExactly("1,9,5", "2,7,5", "3,4,5");
        assertThat(rows("SELECT state, existed, row_count FROM mysql_relay.tables"))
                .containsExactly("loaded,1,2");
    }

    @Test
    void keylessTablesWithRowsCannotProceed() throws Exception {
        sql("CREATE TABLE ex.k (a INT)", "INSERT INTO ex.k VALUES (1)");
        open(true);
        target.saveMigration(new MigrationState(Phase.NEW, "full,incremental", null, null), checkpoint());
        assertThatThrownBy(() -> target.claimTables(List.of(new TableName("ex", "k")), false, checkpoint()))
                .satisfies(e -> code(e, ErrorCode.KEYLESS_EXISTING));
    }

    @Test
    void aFullLoadWithoutSchemaNeedsEmptyTables() throws Exception {
        open(false);
        target.saveMigration(new MigrationState(Phase.NEW, "full,incremental", null, null), checkpoint());
        assertThatThrownBy(() -> target.claimTables(List.of(T), false, checkpoint()))
                .satisfies(e -> code(e, ErrorCode.TABLES_NOT_EMPTY));
        sql("DELETE FROM ex.t");
        target.claimTables(List.of(T), false, checkpoint());
        assertThat(rows("SELECT state, existed FROM mysql_relay.tables")).containsExactly("existing,0");
    }

    @Test
    void aRowWhoseKeyIsClippedToThatOfAnotherIsNotTakenForIt() throws Exception {
        sql("CREATE TABLE ex.k (id TINYINT PRIMARY KEY, v INT)");
        TableName k = new TableName("ex", "k");
        RowShape shape = shape("ex", "k", column("id", ValueType.INTEGER), column("v", ValueType.INTEGER));
        open(false);
        target.claimTables(List.of(k), false, checkpoint());
        target.beginTableLoad(k, false, null, checkpoint());
        target.apply(window(load(shape, 127L, 1L)));
        assertThatThrownBy(() -> target.apply(window(load(shape, 126L, 2L), load(shape, 300L, 3L))))
                .satisfies(e -> code(e, ErrorCode.VALUE_CHANGED))
                .hasMessageContaining("column id");
        assertThat(rows("SELECT * FROM ex.k")).containsExactly("127,1");
    }

    @Test
    void aKeylessTableIsEmptiedBeforeItsRowsComeAgain() throws Exception {
        sql("CREATE TABLE ex.k (a INT)");
        RowShape shape = shape("ex", "k", column("a", ValueType.INTEGER));
        TableName k = new TableName("ex", "k");
        open(false);
        target.claimTables(List.of(k), false, checkpoint());
        target.beginTableLoad(k, true, "@binlog.000001:5", checkpoint());
        target.apply(window(load(shape, 1L), load(shape, 1L)));
        target.beginTableLoad(k, true, "@binlog.000001:9", checkpoint());
        target.apply(window(load(shape, 1L), load(shape, 1L), load(shape, 2L)));
        target.endTableLoad(k, 3, checkpoint());
        assertThat(rows("SELECT a FROM ex.k ORDER BY a")).containsExactly("1", "1", "2");
        target.close();
        target = new MySqlTarget(settings("existing.changes", "o", false), new Epoch());
        assertThat(target.open().skipUntil()).containsEntry(k, "@binlog.000001:9");
    }
}
