package io.mysqlrelay.sink.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.RecordIdentity;
import org.junit.jupiter.api.Test;

class StreamCursorTest {
    private static final String SERVER = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    private StreamCursor cursor = new StreamCursor(StreamCursor.start("id"));

    private Verdict take(String run, long seq, long ordinal, String transaction) {
        RecordIdentity identity = new RecordIdentity(run, seq, ordinal, transaction);
        if (seq == 0) {
            return begin(run, null);
        }
        Verdict verdict = cursor.judge(identity);
        cursor.advance(cursor.nextOffset(), identity, verdict);
        cursor = new StreamCursor(cursor.checkpoint()); // a restart at any place changes nothing
        return verdict;
    }

    private Verdict begin(String run, String after) {
        return begin(run, after, null);
    }

    private Verdict begin(String run, String after, GtidSet start) {
        RecordIdentity identity = new RecordIdentity(run, 0, 0, "-");
        Verdict verdict = cursor.judgeRun(identity, RunAfter.parse(after));
        cursor.advanceRun(cursor.nextOffset(), identity, verdict, RunAfter.parse(after), start);
        cursor = new StreamCursor(cursor.checkpoint());
        return verdict;
    }

    @Test
    void aRunMustBeginWhereTheOneBeforeItCame() {
        begin("1-a", null);
        take("1-a", 1, 0, "b.1:4");
        assertThat(begin("3-c", "1-a/1")).isEqualTo(Verdict.NEW_RUN);
        assertThat(begin("4-d", "1-a/1")).as("the run before stored nothing").isEqualTo(Verdict.NEW_RUN);
        assertThat(begin("2-b", null)).as("announced before").isEqualTo(Verdict.VOID);
        take("4-d", 1, 0, "b.1:4");
        assertThat(take("4-d", 2, 0, "b.1:8")).isEqualTo(Verdict.NEW);
        assertThat(begin("5-e", "4-d/3")).isEqualTo(Verdict.NEW_RUN_BEHIND_LOSS);
        assertThat(take("5-e", 1, 0, "b.1:16")).isEqualTo(Verdict.VOID);
        assertThat(begin("6-f", "5-e/1")).isEqualTo(Verdict.NEW_RUN_BEHIND_LOSS);
        assertThat(take("4-d", 3, 0, "b.1:12")).isEqualTo(Verdict.DROPPED);
        assertThat(begin("7-g", "4-d/2")).isEqualTo(Verdict.NEW_RUN);
        assertThat(take("7-g", 1, 0, "b.1:12")).isEqualTo(Verdict.NEW);
    }

    @Test
    void aRunBehindAHoleIsNotBelieved() {
        begin("1-a", null);
        take("1-a", 1, 0, "b.1:4");
        assertThat(take("1-a", 3, 0, "b.1:12")).isEqualTo(Verdict.HOLE);
        assertThat(begin("2-b", "1-a/3")).isEqualTo(Verdict.NEW_RUN_BEHIND_LOSS);
        assertThat(begin("3-c", "1-a/1")).isEqualTo(Verdict.NEW_RUN);
    }

    @Test
    void recordsOfAReplacedRunAreVoid() {
        assertThat(take("1-a", 0, 0, "-")).isEqualTo(Verdict.NEW_RUN);
        assertThat(take("1-a", 1, 0, "b.1:4")).isEqualTo(Verdict.NEW);
        assertThat(take("2-b", 0, 0, "-")).isEqualTo(Verdict.NEW_RUN);
        assertThat(take("1-a", 2, 1, "b.1:4")).isEqualTo(Verdict.VOID);
        assertThat(take("2-b", 1, 0, "b.1:4")).isEqualTo(Verdict.DUPLICATE);
        assertThat(take("2-b", 2, 1, "b.1:4")).isEqualTo(Verdict.NEW);
    }

    @Test
    void afterALossTheRestOfTheRunIsDroppedUntilTheNext() {
        take("1-a", 0, 0, "-");
        assertThat(take("1-a", 2, 1, "b.1:4")).isEqualTo(Verdict.HOLE);
        assertThat(take("1-a", 3, 2, "b.1:4")).isEqualTo(Verdict.DROPPED);
        assertThat(take("2-b", 0, 0, "-")).isEqualTo(Verdict.NEW_RUN);
        assertThat(take("2-b", 1, 0, "b.1:4")).isEqualTo(Verdict.NEW);
        assertThat(take("2-b", 1, 0, "b.1:4")).as("retry of the producer").isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void recordBeforeTheFirstRunMarkerIsVoid() {
        assertThat(take("1-a", 5, 0, "b.1:4")).isEqualTo(Verdict.VOID);
    }

    @Test
    void transactionsAreCompleteWhenALaterOneBegins() {
        cursor.begin(SourcePosition.decode("gtids=" + SERVER + ":1-10@b.1:4"));
        take("1-a", 0, 0, "-");
        assertThat(take("1-a", 1, 0, SERVER + ":10")).as("before the start").isEqualTo(Verdict.DUPLICATE);
        assertThat(take("1-a", 2, 0, SERVER + ":12")).isEqualTo(Verdict.NEW);
        assertThat(take("1-a", 3, 1, SERVER + ":12")).isEqualTo(Verdict.NEW);
        assertThat(cursor.checkpoint().executed()).isEqualTo(SERVER + ":1-10");
        assertThat(take("1-a", 4, 0, SERVER + ":11")).as("not in number order").isEqualTo(Verdict.NEW);
        assertThat(cursor.checkpoint().executed()).isEqualTo(SERVER + ":1-10:12");
        take("2-b", 0, 0, "-");
        assertThat(take("2-b", 1, 1, SERVER + ":12")).isEqualTo(Verdict.DUPLICATE);
        assertThat(take("2-b", 2, 0, SERVER + ":11")).isEqualTo(Verdict.DUPLICATE);
        assertThat(take("2-b", 3, 1, SERVER + ":11")).isEqualTo(Verdict.NEW);
        assertThat(cursor.checkpoint().executed()).isEqualTo(SERVER + ":1-10:12");
        assertThat(take("2-b", 4, 0, "-")).isEqualTo(Verdict.NEW);
    }

    @Test
    void anotherServerMayBringTheTransactionOfTheSwitchBehindLaterOnes() {
        cursor.begin(SourcePosition.decode("gtids=" + SERVER + ":1-10@b.1:4"));
        begin("1-a", null, GtidSet.parse(SERVER + ":1-10"));
        take("1-a", 1, 0, SERVER + ":11");
        take("1-a", 2, 0, SERVER + ":12");
        take("1-a", 3, 1, SERVER + ":12");
        begin("2-b", "1-a/2", GtidSet.parse(SERVER + ":1-11"));
        assertThat(take("2-b", 1, 0, SERVER + ":13")).isEqualTo(Verdict.NEW);
        assertThat(cursor.checkpoint().executed()).isEqualTo(SERVER + ":1-11");
        assertThat(cursor.checkpoint().unfinished()).isEqualTo(SERVER + ":12=1");
        begin("3-c", "2-b/1", GtidSet.parse(SERVER + ":1-11"));
        assertThat(take("3-c", 1, 0, SERVER + ":14")).isEqualTo(Verdict.NEW);
        assertThat(take("3-c", 2, 1, SERVER + ":12")).isEqualTo(Verdict.DUPLICATE);
        assertThat(take("3-c", 3, 2, SERVER + ":12")).isEqualTo(Verdict.NEW);
        assertThat(take("3-c", 4, 0, SERVER + ":13")).isEqualTo(Verdict.DUPLICATE);
        assertThat(take("3-c", 5, 1, SERVER + ":13")).isEqualTo(Verdict.NEW);
        assertThat(take("3-c", 6, 0, SERVER + ":15")).isEqualTo(Verdict.NEW);
        assertThat(cursor.checkpoint().executed()).isEqualTo(SERVER + ":1-14");
        assertThat(cursor.checkpoint().unfinished()).isNull();
    }

    @Test
    void whatTheNextRunBeginsBehindIsComplete() {
        cursor.begin(SourcePosition.decode("gtids=" + SERVER + ":1-10@b.1:4"));
        begin("1-a", null, GtidSet.parse(SERVER + ":1-10"));
        take("1-a", 1, 0, SERVER + ":11");
        begin("2-b", "1-a/1", GtidSet.parse(SERVER + ":1-10"));
        assertThat(take("2-b", 1, 0, SERVER + ":11")).isEqualTo(Verdict.DUPLICATE);
        assertThat(take("2-b", 2, 0, SERVER + ":12")).isEqualTo(Verdict.NEW);
        begin("3-c", "2-b/2", GtidSet.parse(SERVER + ":1-12"));
        assertThat(cursor.checkpoint().executed()).isEqualTo(SERVER + ":1-12");
        assertThat(cursor.checkpoint().unfinished()).isNull();
    }

    @Test
    void fileNumbersAreComparedAsNumbers() {
        take("1-a", 0, 0, "-");
        assertThat(take("1-a", 1, 0, "binlog.999999:4")).isEqualTo(Verdict.NEW);
        assertThat(take("1-a", 2, 0, "binlog.1000000:4")).isEqualTo(Verdict.NEW);
        assertThat(take("1-a", 3, 0, "binlog.999999:4")).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void changeOfTheGtidModeIsRefused() {
        take("1-a", 0, 0, "-");
        take("1-a", 1, 0, "binlog.999999:4");
        assertThatThrownBy(() -> take("1-a", 2, 0, SERVER + ":1")).hasMessageContaining("RELAY-3023");
    }
}
