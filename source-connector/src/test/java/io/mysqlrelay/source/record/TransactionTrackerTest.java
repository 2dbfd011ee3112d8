package io.mysqlrelay.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.Gtid;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransactionTrackerTest {
    private static final String SERVER = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    private static TransactionTracker tracker(String gtids, Map<String, ?> extra) {
        GtidSet executed = gtids == null ? null : GtidSet.parse(gtids);
        return new TransactionTracker(new SourcePosition(executed, new BinlogPosition("b.000001", 4)), extra);
    }

    @Test
    void offsetsPointAtTheStartOfTheTransaction() {
        TransactionTracker tracker = tracker(SERVER + ":1-5", Map.of());
        tracker.begin(new Gtid(SERVER, 6), 100, 7_000);
        Transaction transaction = tracker.current(180, 8_000);
        assertThat(transaction.id()).isEqualTo(SERVER + ":6");
        assertThat(transaction.sourceMillis()).isEqualTo(7_000);
        assertThat(transaction.offset().get("gtids")).isEqualTo(SERVER + ":1-5");
        assertThat(transaction.offset().get("pos")).isEqualTo(100L);
        assertThat(transaction.offset().get("ts_sec")).isEqualTo(7L);
        tracker.commit(300);
        assertThat(tracker.inTransaction()).isFalse();
        assertThat(tracker.endOffset(7_000).get("gtids")).isEqualTo(SERVER + ":1-6");
        assertThat(tracker.endOffset(7_000).get("pos")).isEqualTo(300L);
    }

    @Test
    void anEmptySetIsASetAndNotTheAbsenceOfGtids() {
        TransactionTracker tracker = tracker("", Map.of());
        tracker.begin(new Gtid(SERVER, 1), 4, 0);
        assertThat(tracker.current(4, 0).offset().get("gtids")).isEqualTo("");
        assertThat(SourceOffset.position(tracker.current(4, 0).offset()).gtids())
                .isEqualTo(new GtidSet());
    }

    @Test
    void withoutGtidsTheFirstEventNamesTheTransaction() {
        TransactionTracker tracker = tracker(null, Map.of());
        tracker.begin(null, 100, 0);
        assertThat(tracker.current(165, 0).id()).isEqualTo("b.000001:100");
        tracker.commit(200);
        assertThat(tracker.current(200, 0).id()).isEqualTo("b.000001:200");
        assertThat(tracker.current(200, 0).offset()).doesNotContainKey("gtids");
    }

    @Test
    void theFileBehind999999Follows() {
        TransactionTracker tracker = tracker(null, Map.of());
        tracker.rotate(new BinlogPosition("b.999999", 4));
        SourcePosition before = tracker.after(4);
        tracker.rotate(new BinlogPosition("b.1000000", 4));
        tracker.begin(null, 126, 0);
        assertThat(tracker.current(126, 0).id()).isEqualTo("b.1000000:126");
        assertThat(tracker.reached(before)).isTrue();
    }

    @Test
    void aPositionBehindAStatementCountsItsTransaction() {
        TransactionTracker tracker = tracker(SERVER + ":1", Map.of());
        tracker.begin(new Gtid(SERVER, 2), 100, 0);
        assertThat(tracker.after(150).gtids()).isEqualTo(GtidSet.parse(SERVER + ":1-2"));
        assertThat(tracker.reached(tracker.after(150))).isFalse();
    }

    @Test
    void extraKeysAreCarriedUntilTheyAreDropped() {
        TransactionTracker tracker = tracker(null, Map.of("load_end", "@b.000001:500"));
        assertThat(tracker.current(4, 0).offset().get("load_end")).isEqualTo("@b.000001:500");
        tracker.commit(600);
        assertThat(tracker.reached(SourcePosition.decode("@b.000001:500"))).isTrue();
        tracker.dropExtra();
        assertThat(tracker.endOffset(0)).doesNotContainKey("load_end");
    }

    @Test
    void ordinalsCountFromZeroInEachTransaction() {
        TransactionTracker tracker = tracker(null, Map.of());
        Transaction first = tracker.current(4, 0);
        assertThat(first.takeOrdinal()).isZero();
        assertThat(first.takeOrdinal()).isEqualTo(1);
        assertThat(first.ordinal()).isEqualTo(1);
        tracker.commit(100);
        assertThat(tracker.current(100, 0).takeOrdinal()).isZero();
    }
}
