package io.mysqlrelay.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.core.stream.XaEnd;
import io.mysqlrelay.sink.order.RunAfter;
import io.mysqlrelay.sink.target.MigrationState.Phase;
import io.mysqlrelay.sink.topic.TopicState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelaySinkTaskTest {
    private static final TableName ORDERS = new TableName("shop", "orders");

    private final List<SinkRecord> topic = new ArrayList<>();
    private final FakeDatabase database = new FakeDatabase(new Random(1), 0);
    private FakeWorker worker;
    private long seq;

    @AfterEach
    void stop() {
        database.release();
        if (worker != null) {
            worker.stop();
        }
    }

    private void write(String transaction, long ordinal, Struct value) {
        topic.add(StreamRecords.record(topic.size(), new RecordIdentity("1-run", seq++, ordinal, transaction), value));
    }

    private void writeXaRow(String xid, String transaction, long ordinal, long id) {
        write(transaction, ordinal, StreamRecords.row(ORDERS, "c", id, "x"));
        StreamRecords.inXa(topic.get(topic.size() - 1), xid);
    }

    private void writeBeginning() {
        write("-", 0, StreamRecords.run());
        write(
                "-",
                0,
                StreamRecords.marker(MarkerType.BEGIN, Map.of("start", "@b.1:4", "migration_types", "incremental")));
        write("-", 0, StreamRecords.marker(MarkerType.INCREMENTAL_BEGIN, Map.of("start", "@b.1:4")));
    }

    private FakeWorker start(String topicId, long logStart) {
        TopicState state = new TopicState(StreamRecords.TOPIC, topicId, 1, logStart, 1_000);
        worker = new FakeWorker(topic, state, database, 5_000);
        worker.open();
        return worker;
    }

    private void pollUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            worker.poll(500);
            assertThat(System.nanoTime()).as("time").isLessThan(end);
        }
    }

    private void pollUntilFailure(String code) {
        assertThatThrownBy(() -> pollUntil(() -> false))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(code);
    }

    /** Connect would poll until its next commit of offsets, and the paused partition gives it no reason to end sooner. */
    @Test
    void connectIsAskedToPollShortlyUntilRecordsFlow() {
        writeBeginning();
        TopicState state = new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 1_000);
        worker = new FakeWorker(topic, state, database, 5_000);
        for (int poll = 0; poll < 3; poll++) {
            assertThat(worker.takeTimeout()).isBetween(1L, 500L);
            worker.poll(0);
        }
        worker.open();
        do {
            assertThat(worker.isPaused()).isTrue();
            assertThat(worker.takeTimeout()).isBetween(1L, 500L);
            worker.poll(500);
        } while (worker.isPaused());
        pollUntil(() -> database.checkpoint() != null);
    }

    @Test
    void rowsOfXaTransactionsCountWhenTheyAreCommitted() {
        writeBeginning();
        writeXaRow("xid.1.A.", "b.1:100", 0, 1);
        writeXaRow("xid.1.A.", "b.1:100", 1, 2);
        write("b.1:100", 2, StreamRecords.xa("xid.1.A.", XaEnd.PREPARE));
        writeXaRow("xid.1.B.", "b.1:200", 0, 3);
        write("b.1:200", 1, StreamRecords.xa("xid.1.B.", XaEnd.PREPARE));
        write("b.1:300", 0, StreamRecords.row(ORDERS, "c", 4, "x"));
        writeXaRow("xid.1.C.", "b.1:400", 0, 5);
        write("b.1:400", 1, StreamRecords.xa("xid.1.C.", XaEnd.ONE_PHASE));
        write("b.1:500", 0, StreamRecords.xa("xid.1.B.", XaEnd.ROLLBACK));
        write("b.1:600", 0, StreamRecords.xa("xid.1.A.", XaEnd.COMMIT));
        write("b.1:700", 0, StreamRecords.row(ORDERS, "c", 6, "x"));
        start(StreamRecords.TOPIC_ID, 0);
        pollUntil(() -> database.applied().size() == 5);
        assertThat(database.applied()).extracting(FakeDatabase.Applied::id).containsExactly(4L, 5L, 1L, 2L, 6L);
    }

    @Test
    void anXaTransactionThatComesAgainFromItsStartIsKeptOnce() {
        writeBeginning();
        writeXaRow("xid.1.A.", "b.1:100", 0, 1);
        writeXaRow("xid.1.A.", "b.1:100", 1, 2);
        start(StreamRecords.TOPIC_ID, 0);
        pollUntil(() -> database.checkpoint() != null && database.checkpoint().ordinal() == 1);
        topic.add(run("2-run", new RunAfter("1-run", seq - 1)));
        List<Struct> values = List.of(
                StreamRecords.row(ORDERS, "c", 1L, "x"),
                StreamRecords.row(ORDERS, "c", 2L, "x"),
                StreamRecords.row(ORDERS, "c", 3L, "x"),
                StreamRecords.xa("xid.1.A.", XaEnd.PREPARE));
        for (int i = 0; i < values.size(); i++) {
            SinkRecord again =
                    StreamRecords.record(topic.size(), new RecordIdentity("2-run", i + 1, i, "b.1:100"), values.get(i));
            topic.add(i < 3 ? StreamRecords.inXa(again, "xid.1.A.") : again);
        }
        topic.add(StreamRecords.record(
                topic.size(),
                new RecordIdentity("2-run", 5, 0, "b.1:200"),
                StreamRecords.xa("xid.1.A.", XaEnd.COMMIT)));
        pollUntil(() -> !database.applied().isEmpty());
        assertThat(database.applied()).extracting(FakeDatabase.Applied::id).containsExactly(1L, 2L, 3L);
    }

    @Test
    void idleTaskAppliesAtOnceAndSavesMereProgressLater() {
        writeBeginning();
        write("b.1:100", 0, StreamRecords.row(ORDERS, "c", 1, "x"));
        start(StreamRecords.TOPIC_ID, 0);
        pollUntil(() -> database.applied().size() == 1);
        assertThat(database.migration().phase()).isEqualTo(Phase.INCREMENTAL);
        write("-", 0, StreamRecords.heartbeat(777));
        pollUntil(() -> database.checkpoint().sourceMillis() == 777);
        pollUntil(() -> worker.commit() == 5);
    }

    @Test
    void longStatementDoesNotBlockPutAndPausesThePartition() {
        writeBeginning();
        write("b.1:100", 0, StreamRecords.ddl("incremental", "ALTER", List.of(ORDERS)));
        write("b.1:200", 0, StreamRecords.ddl("incremental", "ALTER 2", List.of(ORDERS)));
        CountDownLatch entered = database.holdStatements();
        start(StreamRecords.TOPIC_ID, 0);
        pollUntil(() -> entered.getCount() == 0);
        pollUntil(() -> worker.isPaused());
        assertThat(database.applied()).isEmpty();
        database.release();
        pollUntil(() -> database.applied().size() == 2 && !worker.isPaused());
    }

    @Test
    void closeAbortsWorkThatDoesNotEnd() {
        writeBeginning();
        write("b.1:100", 0, StreamRecords.ddl("incremental", "ALTER", List.of(ORDERS)));
        CountDownLatch entered = database.holdStatements();
        start(StreamRecords.TOPIC_ID, 0);
        pollUntil(() -> entered.getCount() == 0);
        worker.close();
        database.forbidChanges(true);
        assertThat(database.applied()).isEmpty();
        database.forbidChanges(false);
        database.release();
        worker.open();
        pollUntil(() -> database.applied().size() == 1);
    }

    @Test
    void replacedOrTruncatedTopicIsRefusedBeforeAnythingIsRead() {
        writeBeginning();
        start(StreamRecords.TOPIC_ID, 3);
        pollUntilFailure("RELAY-3013");
        assertThat(database.checkpoint()).isNull();
    }

    private static RelayException unreachable(ApiException cause) {
        return new RelayException(ErrorCode.KAFKA_UNREACHABLE, cause.getMessage(), cause);
    }

    private void startWhileTopicFails(int times, RelayException failure) {
        TopicState state = new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 1_000);
        worker = new FakeWorker(topic, state, database, 5_000);
        worker.topicFails(times, failure);
        worker.open();
    }

    @Test
    void aBrokerThatDoesNotAnswerIsWaitedForAsTheTargetIs() {
        writeBeginning();
        write("b.1:100", 0, StreamRecords.row(ORDERS, "c", 1, "x"));
        startWhileTopicFails(3, unreachable(new TimeoutException("no broker")));
        pollUntil(() -> database.applied().size() == 1);
        worker.topicFails(3, unreachable(new DisconnectException("gone")));
        worker.rewind(0);
        write("b.1:200", 0, StreamRecords.row(ORDERS, "c", 2, "x"));
        pollUntil(() -> database.applied().size() == 2);
    }

    @Test
    void aBrokerThatRefusesIsNotWaitedFor() {
        writeBeginning();
        startWhileTopicFails(1, unreachable(new TopicAuthorizationException("denied")));
        pollUntilFailure("RELAY-3101");
    }

    @Test
    void aTaskThatWaitsForABrokerCanBeStopped() {
        writeBeginning();
        startWhileTopicFails(Integer.MAX_VALUE, unreachable(new TimeoutException("no broker")));
        worker.poll(1);
        assertTimeoutPreemptively(Duration.ofSeconds(20), worker::stop);
        assertThat(database.checkpoint()).isNull();
    }

    @Test
    void runForAnotherTopicIsRefused() {
        writeBeginning();
        start("another", 0);
        pollUntilFailure("RELAY-3012");
    }

    @Test
    void foreignRecordFailsThePutThatBringsIt() {
        writeBeginning();
        topic.add(new SinkRecord(StreamRecords.TOPIC, 0, null, null, null, Map.of("a", 1), topic.size()));
        start(StreamRecords.TOPIC_ID, 0);
        pollUntilFailure("RELAY-3001");
    }

    @Test
    void recordsThatStayMissingStopTheTaskAndTheRunThatRepeatsThemHealsIt() {
        writeBeginning();
        write("b.1:100", 0, StreamRecords.row(ORDERS, "c", 1, "x"));
        seq++;
        write("b.1:300", 0, StreamRecords.row(ORDERS, "c", 3, "x"));
        topic.add(run("2-run", new RunAfter("1-run", 5)));
        TopicState state = new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 1_000);
        worker = new FakeWorker(topic, state, database, 5_000);
        worker.patience(Duration.ofMillis(300));
        worker.open();
        pollUntilFailure("RELAY-3014 behind seq 3 of run 1-run; the target holds everything up to transaction b.1:100");
        worker.stop();
        topic.add(run("3-run", new RunAfter("1-run", 3)));
        topic.add(StreamRecords.record(
                topic.size(), new RecordIdentity("3-run", 1, 0, "b.1:200"), StreamRecords.row(ORDERS, "c", 2, "x")));
        start(StreamRecords.TOPIC_ID, 0);
        pollUntil(() -> database.applied().size() == 2);
    }

    private SinkRecord run(String name, RunAfter after) {
        return StreamRecords.record(topic.size(), new RecordIdentity(name, 0, 0, "-"), StreamRecords.run(after));
    }

    @Test
    void settingsThatOnlyTheTaskSeesWrongAreNamed() {
        worker = new FakeWorker(
                topic, new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 9), database, 1);
        worker.setting("bad", "${env:UNSET}");
        worker.open();
        pollUntilFailure("RELAY-1001 Invalid value ${env:UNSET} for configuration bad: must not be there");
    }

    @Test
    void secondFullLoadIsRefusedWithItsPlace() {
        writeBeginning();
        write("-", 0, StreamRecords.marker(MarkerType.LOAD_BEGIN, Map.of()));
        start(StreamRecords.TOPIC_ID, 0);
        assertThatThrownBy(() -> pollUntil(() -> false))
                .hasMessageContaining("RELAY-3021 record shop.changes-0@3: LOAD_BEGIN");
    }

    private void startWithReporter(String tolerance, ErrantRecordReporter reporter) {
        writeBeginning();
        for (int id = 1; id <= 5; id++) {
            write("b.1:" + id * 100, 0, StreamRecords.row(ORDERS, "c", id, "x"));
        }
        database.refuse(2L);
        database.refuse(4L);
        worker = new FakeWorker(
                topic, new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 1_000), database, 5_000);
        worker.setting("errors.tolerance", tolerance);
        worker.reporter(reporter);
        worker.open();
    }

    @Test
    void refusedRowsGoToTheReporterWhenTheUserToleratesThem() {
        Map<Long, String> reported = new ConcurrentHashMap<>();
        startWithReporter("all", (record, error) -> {
            reported.put(record.kafkaOffset(), error.getMessage());
            return CompletableFuture.completedFuture(null);
        });
        pollUntil(() -> database.applied().size() == 3);
        assertThat(database.applied()).extracting(FakeDatabase.Applied::id).containsExactly(1L, 3L, 5L);
        assertThat(reported).containsOnlyKeys(4L, 6L);
        assertThat(reported.get(4L)).contains("offset 4, change 0 of transaction b.1:200");
        assertThat(database.checkpoint().nextOffset()).isEqualTo(8);
    }

    @Test
    void refusedRowsStopTheTaskWithoutToleranceAndWithoutReporter() {
        List<SinkRecord> reported = new ArrayList<>();
        startWithReporter("none", (record, error) -> {
            reported.add(record);
            return CompletableFuture.completedFuture(null);
        });
        pollUntilFailure("RELAY-4036 offset 4, change 0 of transaction b.1:200");
        assertThat(reported).isEmpty();
        worker.stop();
        worker.setting("errors.tolerance", "all");
        worker.reporter(null);
        worker.open();
        pollUntilFailure("RELAY-4036");
        assertThat(database.applied()).isEmpty();
    }

    @Test
    void aReporterThatFailsKeepsTheCheckpointBeforeTheRow() {
        startWithReporter(
                "all",
                (record, error) ->
                        CompletableFuture.failedFuture(new java.util.concurrent.TimeoutException("no such topic")));
        pollUntilFailure("RELAY-4083 2 records from offset 4 on");
        assertThat(database.checkpoint().nextOffset()).isLessThanOrEqualTo(4);
    }

    private void startWithMarkedRow(String tolerance, ErrantRecordReporter reporter) {
        writeBeginning();
        for (int id = 1; id <= 3; id++) {
            write("b.1:" + id * 100, 0, StreamRecords.row(ORDERS, "c", id, "x"));
        }
        topic.get(4).headers().addString(StreamNames.REFUSED_HEADER, "RELAY-3042 table shop.orders: too large");
        worker = new FakeWorker(
                topic, new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 1_000), database, 5_000);
        worker.setting("errors.tolerance", tolerance);
        worker.reporter(reporter);
        worker.open();
    }

    @Test
    void aRowThatIsMarkedIsHandedOverInPlaceOfBeingApplied() {
        Map<Long, String> reported = new ConcurrentHashMap<>();
        startWithMarkedRow("all", (record, error) -> {
            reported.put(record.kafkaOffset(), error.getMessage());
            return CompletableFuture.completedFuture(null);
        });
        pollUntil(() -> database.applied().size() == 2);
        assertThat(database.applied()).extracting(FakeDatabase.Applied::id).containsExactly(1L, 3L);
        assertThat(database.leftOut()).containsExactly(2L);
        assertThat(reported).containsOnlyKeys(4L);
        assertThat(reported.get(4L)).startsWith("RELAY-3042 record shop.changes-0@4: table shop.orders: too large");
    }

    @Test
    void aRowThatIsMarkedStopsTheTaskWithoutTolerance() {
        startWithMarkedRow("none", (record, error) -> CompletableFuture.completedFuture(null));
        pollUntilFailure("RELAY-3042 record shop.changes-0@4: table shop.orders: too large");
        assertThat(database.leftOut()).isEmpty();
    }

    @Test
    void putBeforeOpenFailsLoudly() {
        writeBeginning();
        worker = new FakeWorker(
                topic, new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 9), database, 1);
        assertThatThrownBy(() -> worker.poll(1)).isInstanceOf(IllegalStateException.class);
    }
}
