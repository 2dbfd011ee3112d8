package io.mysqlrelay.sink.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.RecordIdentity;
import org.junit.jupiter.api.Test;

class StreamCursorTest {
    private static final String SERVER = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    private StreamCursor cursor = new StreamCursor(StreamCursor.start("id"));

    private Verdict take(String run, long seq, long ordinal, String transaction) {
        RecordIdentity identity = new RecordIdentity(run, seq, ordinal, transaction);
        Verdict verdict = cursor.judge(identity, seq == 0);
        cursor.advance(cursor.nextOffset(), identity, verdict);
        cursor = new StreamCursor(cursor.checkpoint()); // a restart at any place changes nothing
        return verdict;
    }

    @Test
    void recordsOfAReplacedRunAreVoid() {
        assertThat(take("a", 0, 0, "-")).isEqualTo(Verdict.NEW_RUN);
        assertThat(take("a", 1, 0, "b.1:4")).isEqualTo(Verdict.NEW);
        assertThat(take("b", 0, 0, "-")).isEqualTo(Verdict.NEW_RUN);
        assertThat(take("a", 2, 1, "b.1:4")).isEqualTo(Verdict.VOID);
        assertThat(take("b", 1, 0, "b.1:4")).isEqualTo(Verdict.DUPLICATE);
        assertThat(take("b", 2, 1, "b.1:4")).isEqualTo(Verdict.NEW);
    }

    @Test
    void afterALossTheRestOfTheRunIsDroppedUntilTheNext() {
        take("a", 0, 0, "-");
        assertThat(take("a", 2, 1, "b.1:4")).isEqualTo(Verdict.HOLE);
        assertThat(take("a", 3, 2, "b.1:4")).isEqualTo(Verdict.DROPPED);
        assertThat(take("b", 0, 0, "-")).isEqualTo(Verdict.NEW_RUN);
        assertThat(take("b", 1, 0, "b.1:4")).isEqualTo(Verdict.NEW);
        assertThat(take("b", 1, 0, "b.1:4")).as("retry of the producer").isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void recordBeforeTheFirstRunMarkerIsVoid() {
        assertThat(take("a", 5, 0, "b.1:4")).isEqualTo(Verdict.VOID);
    }

    @Test
    void transactionsAreCompleteWhenALaterOneBegins() {
        cursor.begin(SourcePosition.decode("gtids=" + SERVER + ":1-10@b.1:4"));
        take("a", 0, 0, "-");
        assertThat(take("a", 1, 0, SERVER + ":10")).as("before the start").isEqualTo(Verdict.DUPLICATE);
        assertThat(take("a", 2, 0, SERVER + ":12")).isEqualTo(Verdict.NEW);
        assertThat(take("a", 3, 1, SERVER + ":12")).isEqualTo(Verdict.NEW);
        assertThat(cursor.checkpoint().executed()).isEqualTo(SERVER + ":1-10");
        assertThat(take("a", 4, 0, SERVER + ":11")).as("not in number order").isEqualTo(Verdict.NEW);
        assertThat(cursor.checkpoint().executed()).isEqualTo(SERVER + ":1-10:12");
        take("b", 0, 0, "-");
        assertThat(take("b", 1, 1, SERVER + ":12")).isEqualTo(Verdict.DUPLICATE);
        assertThat(take("b", 2, 0, SERVER + ":11")).isEqualTo(Verdict.DUPLICATE);
        assertThat(take("b", 3, 1, SERVER + ":11")).isEqualTo(Verdict.NEW);
        assertThat(cursor.checkpoint().executed()).isEqualTo(SERVER + ":1-10:12");
        assertThat(take("b", 4, 0, "-")).isEqualTo(Verdict.NEW);
    }

    @Test
    void fileNumbersAreComparedAsNumbers() {
        take("a", 0, 0, "-");
        assertThat(take("a", 1, 0, "binlog.999999:4")).isEqualTo(Verdict.NEW);
        assertThat(take("a", 2, 0, "binlog.1000000:4")).isEqualTo(Verdict.NEW);
        assertThat(take("a", 3, 0, "binlog.999999:4")).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void changeOfTheGtidModeIsRefused() {
        take("a", 0, 0, "-");
        take("a", 1, 0, "binlog.999999:4");
        assertThatThrownBy(() -> take("a", 2, 0, SERVER + ":1")).hasMessageContaining("RELAY-3023");
    }
}
