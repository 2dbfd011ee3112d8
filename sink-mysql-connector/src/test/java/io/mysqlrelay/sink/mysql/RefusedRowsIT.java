package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.delete;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.load;
import static io.mysqlrelay.sink.mysql.TargetHarness.row;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static io.mysqlrelay.sink.mysql.TargetHarness.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that the target refuses among thousands that it takes. */
class RefusedRowsIT {
    private static final String SECRET = "do not print me";
    private static final RowShape T = shape("rr", "t", column("id", ValueType.INTEGER), column("v", ValueType.STRING));

    private final List<Refused> handedOver = new ArrayList<>();
    private MySqlTarget target;

    @BeforeEach
    void prepare() throws Exception {
        sql(
                "DROP DATABASE IF EXISTS rr",
                "CREATE DATABASE rr",
                "CREATE TABLE rr.t (id INT PRIMARY KEY, v VARCHAR(4))",
                "DROP DATABASE IF EXISTS mysql_relay");
        target = target("refusedrows.changes");
        target.open();
    }

    @AfterEach
    void close() {
        target.close();
    }

    /** As the engine's: the change's number in the window is its place. */
    private Window window(boolean tolerated, boolean safe, List<RowChange> changes, Checkpoint after) {
        return new Window(changes, safe, after, new Origins() {
            @Override
            @SuppressWarnings("ReferenceEquality") // equal changes are different ones
            public Place of(RowChange change) {
                for (int i = 0; i < changes.size(); i++) {
                    if (changes.get(i) == change) {
                        return new Place(i, "b.1:4", i);
                    }
                }
                throw new IllegalArgumentException("not one of the window's");
            }

            @Override
            public boolean tolerated() {
                return tolerated;
            }

            @Override
            public void handOver(List<Refused> rows) {
                handedOver.addAll(rows);
            }
        });
    }

    private static List<RowChange> inserts(int count, List<Integer> bad, boolean loaded) {
        List<RowChange> changes = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            String value = bad.contains(id) ? SECRET : "ok";
            changes.add(loaded ? load(T, (long) id, value) : insert(T, (long) id, value));
        }
        return changes;
    }

    @Test
    void withoutToleranceTheFirstStopsTheWindowAndIsNamed() throws Exception {
        Checkpoint before = checkpoint();
        target.saveCheckpoint(before);
        assertThatThrownBy(() ->
                        target.apply(window(false, false, inserts(3_000, List.of(1_234, 2_000), false), checkpoint())))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALUE_CHANGED))
                .hasMessageContaining("offset 1234, change 1234 of transaction b.1:4")
                .hasMessageContaining("table rr.t")
                .hasMessageNotContaining(SECRET);
        assertThat(rows("SELECT COUNT(*) FROM rr.t")).containsExactly("0");
        assertThat(rows("SELECT next_offset FROM mysql_relay.checkpoint"))
                .containsExactly(Long.toString(before.nextOffset()));
    }

    @Test
    void withToleranceTheRestIsAppliedWithTheCheckpoint() throws Exception {
        for (boolean loaded : List.of(true, false)) {
            handedOver.clear();
            sql("DELETE FROM rr.t", "DELETE FROM mysql_relay.refused_rows");
            Checkpoint after = checkpoint();
            target.apply(window(true, false, inserts(3_000, List.of(0, 1_234, 1_235, 2_999), loaded), after));
            assertThat(rows("SELECT COUNT(*), SUM(v = 'ok') FROM rr.t")).containsExactly("2996,2996");
            assertThat(rows("SELECT record_offset, db, tbl, code FROM mysql_relay.refused_rows ORDER BY id"))
                    .containsExactly(
                            "0,rr,t,RELAY-4035",
                            "1234,rr,t,RELAY-4035",
                            "1235,rr,t,RELAY-4035",
                            "2999,rr,t,RELAY-4035");
            assertThat(rows("SELECT next_offset FROM mysql_relay.checkpoint"))
                    .containsExactly(Long.toString(after.nextOffset()));
            assertThat(handedOver).hasSize(4);
            assertThat(handedOver.toString()).doesNotContain("print");
            assertThat(rows("SELECT error FROM mysql_relay.refused_rows").toString())
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void manyRefusalsAreFoundToo() throws Exception {
        List<Integer> odd = new ArrayList<>();
        for (int id = 1; id < 600; id += 2) {
            odd.add(id);
        }
        target.apply(window(true, false, inserts(600, odd, false), checkpoint()));
        assertThat(rows("SELECT COUNT(*), SUM(id % 2) FROM rr.t")).containsExactly("300,0");
        assertThat(handedOver).hasSize(300);
    }

    @Test
    void laterChangesOfARefusedRowAreRefusedTooAndOthersGoOn() throws Exception {
        List<RowChange> changes = List.of(
                insert(T, 1L, SECRET),
                insert(T, 2L, "ok"),
                update(T, row(1L, SECRET), row(1L, "b")),
                update(T, row(2L, "ok"), row(2L, "b")),
                delete(T, 1L, "b"),
                // Of the first row alone only the last state would be written, and nothing be refused.
                insert(T, 3L, SECRET));
        target.apply(window(true, false, changes, checkpoint()));
        assertThat(rows("SELECT id, v FROM rr.t")).containsExactly("2,b");
        assertThat(rows("SELECT ordinal, code FROM mysql_relay.refused_rows ORDER BY id"))
                .containsExactly("0,RELAY-4035", "2,RELAY-4033", "4,RELAY-4033", "5,RELAY-4035");
    }

    @Test
    void aChangeOfSeveralStatementsIsTakenBackAsAWhole() throws Exception {
        sql("INSERT INTO rr.t VALUES (1, 'old')");
        target.apply(window(
                true, true, List.of(update(T, row(1L, "old"), row(1L, SECRET)), insert(T, 2L, "ok")), checkpoint()));
        assertThat(rows("SELECT id, v FROM rr.t ORDER BY id")).containsExactly("1,old", "2,ok");
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void whatATriggerRefusesIsOneRow() throws Exception {
        sql("CREATE TRIGGER rr.guard BEFORE INSERT ON rr.t FOR EACH ROW BEGIN IF NEW.id = 3 THEN"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'; END IF; END");
        target.apply(window(true, false, inserts(20, List.of(), false), checkpoint()));
        assertThat(rows("SELECT COUNT(*), SUM(id = 3) FROM rr.t")).containsExactly("19,0");
        assertThat(rows("SELECT code FROM mysql_relay.refused_rows")).containsExactly("RELAY-4036");
    }
}
