package io.mysqlrelay.sink.mysql.apply;

import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.delete;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.row;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.update;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many updates in one statement find the rows that one update each would find, or none. */
class OverwrittenRowsIT {
    private static final int ROWS = 50;
    /** The name that the statement gives to its new rows elsewhere. */
    private static final RowShape N = table("n");

    private static final RowShape TWO_KEYS = table("two_keys");
    private static final RowShape TRIGGERED = table("triggered");

    private static RowShape table(String name) {
        return shape(
                "ow",
                name,
                column("id", ValueType.INTEGER),
                column("u", ValueType.INTEGER),
                column("t", ValueType.STRING));
    }

    private static List<RowChange> updates(RowShape table) {
        List<RowChange> changes = new ArrayList<>();
        for (long id = 0; id < ROWS; id++) {
            changes.add(update(table, row(id, id, "a"), row(id, id, "b")));
        }
        return changes;
    }

    private static Target open(LaneServer server) throws Exception {
        server.execute(List.of("DROP DATABASE IF EXISTS ow", "CREATE DATABASE ow"));
        for (String table : List.of("n", "two_keys", "triggered")) {
            server.execute(
                    List.of("CREATE TABLE ow." + table + " (id INT PRIMARY KEY AUTO_INCREMENT, u INT, t VARCHAR(5),"
                            + " stamp TIMESTAMP AS ('2020-01-01 00:00:00') STORED"
                            + (table.equals("two_keys") ? ", UNIQUE (u))" : ")")));
            for (int id = 0; id < ROWS; id++) {
                server.execute(List.of(
                        "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'",
                        "INSERT INTO ow." + table + " (id, u, t) VALUES (" + id + ", " + id + ", 'a')"));
            }
        }
        server.execute(List.of("CREATE TRIGGER ow.forbids BEFORE INSERT ON ow.triggered FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an insertion'"));
        Target target = server.target("overwritten.changes", 1);
        target.open();
        return target;
    }

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.testkit.mysql.MySqlDistribution#tested")
    void updatesFindTheRowsThatOneByOneWouldFind(MySqlDistribution version) throws Exception {
        try (LaneServer server = new LaneServer(version);
                Target target = open(server)) {
            for (RowShape table : List.of(N, TWO_KEYS, TRIGGERED)) {
                List<RowChange> changes = new ArrayList<>(updates(table));
                changes.add(delete(table, 7L, 7L, "b"));
                changes.add(insert(table, 7L, 700L, "c"));
                if (table == TRIGGERED) {
                    changes.remove(changes.size() - 1);
                }
                target.apply(window(changes.toArray(RowChange[]::new)));
                List<String> rows = server.rows(
                        "SELECT t, COUNT(*), SUM(u) FROM ow." + table.table().table() + " GROUP BY t");
                assertThat(rows)
                        .isEqualTo(
                                table == TRIGGERED
                                        ? List.of("b," + (ROWS - 1) + ",1218")
                                        : List.of("b," + (ROWS - 1) + ",1218", "c,1,700"));
            }
            assertThat(server.rows("SELECT auto_increment FROM information_schema.tables WHERE table_name = 'n'"))
                    .containsExactly(Integer.toString(ROWS));
            String updates = server.rows("SHOW GLOBAL STATUS LIKE 'Com_update'").get(0);
            long statements = Long.parseLong(updates.substring(updates.indexOf(',') + 1));
            assertThat(statements).as("updates one by one, of two tables").isBetween(2L * ROWS, 2L * ROWS + 20);
        }
    }

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.testkit.mysql.MySqlDistribution#tested")
    void aRowThatIsNotThereIsFoundOutAndNotInserted(MySqlDistribution version) throws Exception {
        try (LaneServer server = new LaneServer(version);
                Target target = open(server)) {
            server.execute(List.of("DELETE FROM ow.n WHERE id = 13"));
            assertThatThrownBy(() -> target.apply(window(updates(N).toArray(RowChange[]::new))))
                    .isInstanceOfSatisfying(
                            RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_DIVERGED));
            assertThat(server.rows("SELECT t, COUNT(*) FROM ow.n GROUP BY t")).containsExactly("a," + (ROWS - 1));
        }
    }

    /** Somebody has written to the target what comes; the count of such a row is that of an insertion. */
    @ParameterizedTest
    @MethodSource("io.mysqlrelay.testkit.mysql.MySqlDistribution#tested")
    void aRowThatIsAlreadyAsItWillBeIsNoError(MySqlDistribution version) throws Exception {
        try (LaneServer server = new LaneServer(version);
                Target target = open(server)) {
            server.execute(List.of("UPDATE ow.n SET t = 'b' WHERE id = 13"));
            target.apply(window(updates(N).toArray(RowChange[]::new)));
            assertThat(server.rows("SELECT t, COUNT(*) FROM ow.n GROUP BY t")).containsExactly("b," + ROWS);
        }
    }
}
