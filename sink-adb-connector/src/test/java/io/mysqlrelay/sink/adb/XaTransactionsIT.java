package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.adb.TargetHarness.cluster;
import static io.mysqlrelay.sink.adb.TargetHarness.column;
import static io.mysqlrelay.sink.adb.TargetHarness.delete;
import static io.mysqlrelay.sink.adb.TargetHarness.insert;
import static io.mysqlrelay.sink.adb.TargetHarness.row;
import static io.mysqlrelay.sink.adb.TargetHarness.rows;
import static io.mysqlrelay.sink.adb.TargetHarness.shape;
import static io.mysqlrelay.sink.adb.TargetHarness.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.XaName;
import io.mysqlrelay.testkit.adb.AdbFaults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of XA transactions wait in the cluster until it is known whether they count. */
class XaTransactionsIT extends TargetCase {
    private static final RowShape T = shape("xa", "t", column("id", ValueType.INTEGER), column("v", ValueType.STRING));
    private static final RowShape HEAP = shape("xa", "heap", column("a", ValueType.INTEGER));
    private static final String ROWS = "SELECT id, v FROM xa.t ORDER BY id";
    private static final String HEAP_ROWS = "SELECT a FROM xa.heap ORDER BY a";
    private static final String PIECES = "SELECT xid, piece, txn FROM mysql_relay.xa_pending ORDER BY xid, piece";
    private static final XaName A = new XaName("xid.1.41.", "binlog.000001:100");

    XaTransactionsIT() {
        super("xa.changes", "xa", Map.of());
    }

    @BeforeEach
    void fillTables() throws Exception {
        create("CREATE TABLE t (id int primary key, v mediumtext)");
        create("CREATE TABLE heap (a int)");
        target.apply(TargetHarness.window(insert(T, 1L, "one"), insert(T, 2L, "two"), insert(HEAP, 1L)));
    }

    private static ParkedChanges prepared(XaName name, TableName... contained) {
        return new ParkedChanges(name.xid(), null, false, Set.of(contained));
    }

    @Test
    void changesOutliveTheTargetAndCountOnce() throws Exception {
        target.park(A, List.of(update(T, row(1L, "one"), row(1L, "changed"))), checkpoint());
        target.park(A, List.of(insert(T, 3L, "three"), insert(HEAP, 5L), delete(T, 2L, "two")), checkpoint());
        target.prepared(A, checkpoint());
        reopen();
        assertThat(rows(ROWS)).containsExactly("1,one", "2,two");
        target.applyParked(prepared(A), checkpoint());
        assertThat(rows(ROWS)).containsExactly("1,changed", "3,three");
        assertThat(rows(HEAP_ROWS)).containsExactly("1", "5");
        assertThat(rows(PIECES)).isEmpty();
        assertThat(rows("SELECT xid FROM mysql_relay.xa_prepared")).isEmpty();
    }

    /** There is no transaction around the pieces, so each of them may be in the target when the others are not. */
    @Test
    void faultsAtEachStatementLeaveTheRowsThatCameOnce() throws Exception {
        long id = 100;
        for (Fault fault : List.of(Fault.HALF, Fault.DISCONNECT_AFTER)) {
            for (int at = 0; ; at++) {
                id += 10;
                XaName name = new XaName("xid.1." + id + ".", "binlog.000001:" + id);
                target.park(name, List.of(insert(T, id, "a"), insert(HEAP, id), insert(HEAP, id)), checkpoint());
                target.park(name, List.of(delete(T, id, "a"), insert(T, id + 1, "b"), delete(HEAP, id)), checkpoint());
                target.prepared(name, checkpoint());
                if (!applyWith(fault, at, name)) {
                    break;
                }
                assertThat(rows("SELECT id, v FROM xa.t WHERE id >= " + id))
                        .as("%s at statement %d", fault, at)
                        .containsExactly((id + 1) + ",b");
                assertThat(rows("SELECT a FROM xa.heap WHERE a >= " + id))
                        .as("%s at statement %d", fault, at)
                        .containsExactly(String.valueOf(id));
            }
        }
    }

    /** @return false when it has fewer statements */
    private boolean applyWith(Fault fault, int at, XaName name) throws Exception {
        AtomicInteger statements = new AtomicInteger();
        cluster().faults().next(fault, 1, sql -> statements.getAndIncrement() == at);
        Checkpoint after = checkpoint();
        boolean hit = false;
        try {
            target.applyParked(prepared(name), after);
        } catch (TransientTargetException e) {
            hit = true;
        }
        cluster().faults().clear();
        reopen();
        String offset = rows("SELECT next_offset FROM mysql_relay.checkpoint").get(0);
        if (hit && !offset.equals(String.valueOf(after.nextOffset()))) {
            target.applyParked(prepared(name), after);
        }
        return hit;
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
        assertThatThrownBy(() -> target.applyParked(prepared(A), checkpoint()))
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
        target.applyParked(prepared(A, HEAP.table()), checkpoint());
        assertThat(rows(HEAP_ROWS)).containsExactly("1");
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
        assertThat(rows(PIECES)).hasSizeGreaterThan(2);
        target.applyParked(prepared(A), checkpoint());
        assertThat(rows("SELECT COUNT(*), SUM(LENGTH(v)) FROM xa.t WHERE id >= 10"))
                .containsExactly("30,3000000");
    }
}
