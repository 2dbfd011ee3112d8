package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.delete;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.row;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static io.mysqlrelay.sink.mysql.TargetHarness.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.XaName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XaTransactionsIT {
    private static final RowShape T = shape("xa", "t", column("id", ValueType.INTEGER), column("v", ValueType.STRING));
    private static final RowShape HEAP = shape("xa", "heap", column("a", ValueType.INTEGER));
    private static final String ROWS = "SELECT id, v FROM xa.t ORDER BY id";
    private static final String PIECES = "SELECT xid, piece, txn FROM mysql_relay.xa_pending ORDER BY xid, piece";
    private static final XaName A = new XaName("xid.1.41.", "binlog.000001:100");

    private MySqlTarget target;

    @BeforeEach
    void openTarget() throws Exception {
        sql(
                "DROP DATABASE IF EXISTS xa",
                "CREATE DATABASE xa CHARACTER SET utf8mb4",
                "CREATE TABLE xa.t (id INT PRIMARY KEY, v MEDIUMTEXT)",
                "CREATE TABLE xa.heap (a INT)",
                "INSERT INTO xa.t VALUES (1, 'one'), (2, 'two')",
                "INSERT INTO xa.heap VALUES (1)");
        target = target("xa.changes");
        target.open();
        sql("DELETE FROM mysql_relay.xa_pending");
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    private static ParkedChanges prepared(XaName name, boolean safe, TableName... contained) {
        return new ParkedChanges(name.xid(), null, safe, Set.of(contained));
    }

    @Test
    void changesOutliveTheTargetAndCountOnce() throws Exception {
        target.park(A, List.of(update(T, row(1L, "one"), row(1L, "changed"))), checkpoint());
        target.park(A, List.of(insert(T, 3L, "three"), insert(HEAP, 5L), delete(T, 2L, "two")), checkpoint());
        target.prepared(A, checkpoint());
        target.close();
        target = target("xa.changes");
        target.open();
        assertThat(rows(ROWS)).containsExactly("1,one", "2,two");
        target.applyParked(prepared(A, false), checkpoint());
        assertThat(rows(ROWS)).containsExactly("1,changed", "3,three");
        assertThat(rows("SELECT a FROM xa.heap ORDER BY a")).containsExactly("1", "5");
        assertThat(rows(PIECES)).isEmpty();
    }

    @Test
    void aFailureOfAnyPieceTakesAllOfThemBackAndNamesTheRow() throws Exception {
        target.park(A, List.of(update(T, row(1L, "one"), row(1L, "changed"))), checkpoint());
        target.park(A, List.of(insert(T, 2L, "again")), checkpoint());
        target.prepared(A, checkpoint());
        assertThatThrownBy(() -> target.applyParked(prepared(A, false), checkpoint()))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_DUPLICATE));
        assertThat(rows(ROWS)).containsExactly("1,one", "2,two");
        assertThat(rows(PIECES)).hasSize(3);
        target.applyParked(prepared(A, true), checkpoint());
        assertThat(rows(ROWS)).containsExactly("1,changed", "2,again");
    }

    @Test
    void whatWasRolledBackIsForgotten() throws Exception {
        target.park(A, List.of(delete(T, 1L, "one")), checkpoint());
        target.prepared(A, checkpoint());
        target.dropParked(A.xid(), checkpoint());
        assertThat(rows(PIECES)).isEmpty();
        assertThat(rows(ROWS)).containsExactly("1,one", "2,two");
    }

    @Test
    void aCommitOfWhatWasNeverPreparedIsRefused() throws Exception {
        target.park(A, List.of(delete(T, 1L, "one")), checkpoint());
        assertThatThrownBy(() -> target.applyParked(prepared(A, false), checkpoint()))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.XA_UNKNOWN));
    }

    @Test
    void piecesThatAnotherTransactionOfTheSameNameHasLeftDoNotCount() throws Exception {
        target.park(A, List.of(delete(T, 1L, "one")), checkpoint());
        XaName next = new XaName(A.xid(), "binlog.000001:900");
        target.park(next, List.of(delete(T, 2L, "two")), checkpoint());
        target.applyParked(new ParkedChanges(A.xid(), next.transaction(), false, Set.of()), checkpoint());
        assertThat(rows(ROWS)).containsExactly("1,one");
        assertThat(rows(PIECES)).isEmpty();
    }

    @Test
    void rowsThatTheSnapshotContainsAreLeftOut() throws Exception {
        target.park(A, List.of(insert(HEAP, 1L), insert(T, 3L, "three")), checkpoint());
        target.prepared(A, checkpoint());
        target.applyParked(prepared(A, false, HEAP.table()), checkpoint());
        assertThat(rows("SELECT a FROM xa.heap")).containsExactly("1");
        assertThat(rows(ROWS)).hasSize(3);
    }

    @Test
    void manyChangesAreKeptInPieces() throws Exception {
        List<RowChange> changes = new ArrayList<>();
        for (long i = 10; i < 40; i++) {
            String text = "x".repeat(100_000);
            changes.add(new RowChange(T, RowChange.Op.INSERT, null, row(i, text), false, 100_000));
        }
        target.park(A, changes, checkpoint());
        target.prepared(A, checkpoint());
        assertThat(rows(PIECES)).hasSizeGreaterThan(3);
        target.applyParked(prepared(A, false), checkpoint());
        assertThat(rows("SELECT COUNT(*), SUM(LENGTH(v)) FROM xa.t WHERE id >= 10"))
                .containsExactly("30,3000000");
    }
}
