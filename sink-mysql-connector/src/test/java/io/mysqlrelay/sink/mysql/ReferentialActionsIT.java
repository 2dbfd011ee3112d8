package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.delete;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.row;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.safe;
import static io.mysqlrelay.sink.mysql.TargetHarness.settings;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static io.mysqlrelay.sink.mysql.TargetHarness.update;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.MigrationState.Phase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferentialActionsIT {
    private static final RowShape PARENT =
            shape("ra", "parent", column("id", ValueType.INTEGER), column("u", ValueType.INTEGER));
    private static final RowShape CHILD =
            shape("ra", "child", column("id", ValueType.INTEGER), column("p", ValueType.INTEGER));
    private static final String CHILDREN = "SELECT id, p FROM ra.child ORDER BY id";

    private MySqlTarget target;

    @BeforeEach
    void openTarget() throws Exception {
        sql(
                "DROP DATABASE IF EXISTS ra",
                "CREATE DATABASE ra CHARACTER SET utf8mb4",
                "CREATE TABLE ra.parent (id INT PRIMARY KEY, u INT UNIQUE)",
                "CREATE TABLE ra.child (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES ra.parent (id)"
                        + " ON DELETE CASCADE ON UPDATE CASCADE)",
                "INSERT INTO ra.parent VALUES (1, 10), (2, 20), (3, 30)",
                "INSERT INTO ra.child VALUES (1, 1), (2, 2), (3, 3), (4, 1)");
        target = target("actions.changes");
        target.open();
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    private static RowChange unchecked(RowChange c) {
        return new RowChange(c.shape(), c.op(), c.before(), c.after(), true, c.bytes());
    }

    @Test
    void anActionMeetsTheChildrenAsTheChangesBeforeItLeftThem() throws Exception {
        target.apply(window(
                update(CHILD, row(4L, 1L), row(4L, 2L)),
                delete(PARENT, 1L, 10L),
                insert(PARENT, 1L, 10L),
                insert(CHILD, 5L, 1L),
                update(PARENT, row(2L, 20L), row(22L, 20L)),
                insert(CHILD, 6L, 2L),
                update(CHILD, row(2L, 22L), row(2L, 1L))));
        assertThat(rows(CHILDREN)).containsExactly("2,1", "3,3", "4,22", "5,1", "6,2");
    }

    @Test
    void withoutChecksAtTheSourceNothingActs() throws Exception {
        target.apply(
                window(unchecked(delete(PARENT, 1L, 10L)), unchecked(update(PARENT, row(2L, 20L), row(22L, 20L)))));
        assertThat(rows(CHILDREN)).containsExactly("1,1", "2,2", "3,3", "4,1");
    }

    @Test
    void whenAWindowIsAppliedOneByOneTheActionsAreTheSame() throws Exception {
        // The last one was taken along by its parent: a statement that deletes from both tables logs both.
        target.apply(window(delete(PARENT, 3L, 30L), insert(CHILD, 7L, 9L), delete(CHILD, 3L, 3L)));
        assertThat(rows(CHILDREN)).containsExactly("1,1", "2,2", "4,1", "7,9");
        target.apply(window(delete(PARENT, 1L, 10L)));
        assertThat(rows(CHILDREN)).containsExactly("2,2", "7,9");
    }

    @Test
    void inSafeModeAParentThatIsGoneOrChangedStillActs() throws Exception {
        sql("SET foreign_key_checks = 0", "DELETE FROM ra.parent WHERE id < 3", "INSERT INTO ra.parent VALUES (9, 20)");
        target.apply(safe(
                delete(PARENT, 1L, 10L),
                update(PARENT, row(2L, 40L), row(22L, 20L)),
                update(PARENT, row(3L, 30L), row(3L, 31L))));
        assertThat(rows(CHILDREN)).containsExactly("2,22", "3,3");
        assertThat(rows("SELECT * FROM ra.parent ORDER BY id")).containsExactly("3,31", "22,20");
    }

    @Test
    void aForeignKeyThatOnlyTheTargetHasStopsWithItsCode() {
        sql("CREATE TABLE ra.own (p INT, FOREIGN KEY (p) REFERENCES ra.parent (id))", "INSERT INTO ra.own VALUES (1)");
        assertThatThrownBy(() -> target.apply(window(delete(PARENT, 1L, 10L))))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFERENTIAL_CHANGE))
                .hasMessageContaining("1451");
    }

    @Test
    void rowsFromBeforeTheMigrationAreNotEmptiedForASnapshot() throws Exception {
        target.close();
        target = new MySqlTarget(settings("kept.changes", "o", true), new Epoch());
        target.open();
        target.saveMigration(new MigrationState(Phase.NEW, "full,incremental", null, null), checkpoint());
        TableName child = new TableName("ra", "child");
        target.claimTables(List.of(child), false, checkpoint());
        assertThatThrownBy(() -> target.beginTableLoad(child, false, "@binlog.000001:5", checkpoint()))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEYLESS_EXISTING));
        assertThat(rows(CHILDREN)).hasSize(4);
    }
}
