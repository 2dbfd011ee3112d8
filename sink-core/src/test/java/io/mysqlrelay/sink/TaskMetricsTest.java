package io.mysqlrelay.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.metric.PhaseNumber;
import io.mysqlrelay.core.metric.SinkMetric;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.XaEnd;
import io.mysqlrelay.sink.meter.ApplyMeter;
import io.mysqlrelay.sink.meter.WorkerMetrics;
import io.mysqlrelay.sink.topic.TopicState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a task shows to its worker while it works. */
class TaskMetricsTest {
    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final TopicState STATE = new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 1_000);

    private final List<SinkRecord> topic = new ArrayList<>();
    private FakeDatabase database = new FakeDatabase(new Random(1), 0);
    private FakeWorker worker;
    private long seq;

    @AfterEach
    void stop() {
        database.release();
        if (worker != null) {
            worker.stop();
        }
    }

    private SinkRecord write(String transaction, long ordinal, Struct value) {
        topic.add(StreamRecords.record(topic.size(), new RecordIdentity("1-run", seq++, ordinal, transaction), value));
        return topic.get(topic.size() - 1);
    }

    private void writeMarker(MarkerType type, Map<String, String> attributes) {
        write("-", 0, StreamRecords.marker(type, attributes));
    }

    private void writeBeginning(String types) {
        write("-", 0, StreamRecords.run());
        writeMarker(MarkerType.BEGIN, Map.of("start", "@b.1:4", "migration_types", types));
    }

    private void writeChanges() {
        writeMarker(MarkerType.INCREMENTAL_BEGIN, Map.of("start", "@b.1:4"));
    }

    private void start() {
        worker = new FakeWorker(topic, STATE, database, 7);
        worker.open();
    }

    private void pollUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            worker.poll(10);
            assertThat(System.nanoTime()).as("time").isLessThan(end);
        }
    }

    private double value(SinkMetric metric) {
        return worker.metric(metric);
    }

    /** Connect starts another instance when the first has not ended in time. */
    @Test
    void anEarlierInstanceThatStillShowsItsMetricsIsNoError() {
        writeBeginning("incremental");
        start();
        double before = value(SinkMetric.ROWS_APPLIED);
        WorkerMetrics.of(worker, new ApplyMeter(System::currentTimeMillis)).show();
        assertThat(value(SinkMetric.ROWS_APPLIED)).isEqualTo(before);
    }

    @Test
    void rowsAreCountedOnceHoweverOftenTheTargetFailsBeforeOrAfterItsCommit() {
        database = new FakeDatabase(new Random(4), 0.2);
        writeBeginning("incremental");
        writeChanges();
        for (int i = 0; i < 100; i++) {
            write("b.1:" + (100 + i), 0, StreamRecords.row(ORDERS, "c", i, "x"));
        }
        for (int i = 0; i < 3; i++) {
            StreamRecords.inXa(write("b.1:300", i, StreamRecords.row(ORDERS, "c", 200 + i, "x")), "xid.1.A.");
        }
        write("b.1:300", 3, StreamRecords.xa("xid.1.A.", XaEnd.PREPARE));
        write("b.1:400", 0, StreamRecords.xa("xid.1.A.", XaEnd.COMMIT));
        StreamRecords.inXa(write("b.1:500", 0, StreamRecords.row(ORDERS, "c", 300, "x")), "xid.1.B.");
        write("b.1:500", 1, StreamRecords.xa("xid.1.B.", XaEnd.PREPARE));
        write("b.1:600", 0, StreamRecords.xa("xid.1.B.", XaEnd.ROLLBACK));
        start();
        pollUntil(
                () -> database.applied().size() == 103 && database.checkpoint().nextOffset() == topic.size());
        pollUntil(() -> value(SinkMetric.OUTAGE) == 0);
        assertThat(value(SinkMetric.ROWS_APPLIED)).isEqualTo(103);
        assertThat(value(SinkMetric.WINDOWS)).isBetween(15.0, 100.0);
        assertThat(value(SinkMetric.RETRIES)).isPositive();
    }

    @Test
    void anIdleSourceShowsNoLagAndASilentOneAGrowingLag() {
        writeBeginning("incremental");
        writeChanges();
        start();
        pollUntil(() -> value(SinkMetric.PHASE) == PhaseNumber.INCREMENTAL);
        assertThat(value(SinkMetric.LAG)).as("before the first change").isNaN();
        long minuteAgo = System.currentTimeMillis() - 60_000;
        write("-", 0, StreamRecords.heartbeat(minuteAgo));
        pollUntil(() -> value(SinkMetric.LAG) >= 60_000);
        long now = System.currentTimeMillis();
        write("-", 0, StreamRecords.heartbeat(now));
        pollUntil(() -> value(SinkMetric.LAG) < 30_000);
        assertThat(value(SinkMetric.LAG)).isBetween(0.0, (double) System.currentTimeMillis() - now);
        pollUntil(() -> value(SinkMetric.LAG) >= 500);
        pollUntil(() -> database.checkpoint().sourceMillis() == now);
        assertThat(value(SinkMetric.LAG)).isBetween(500.0, (double) System.currentTimeMillis() - now);
    }

    @Test
    void heartbeatsBehindWorkThatIsNotDoneDoNotHideTheLag() throws InterruptedException {
        writeBeginning("incremental");
        writeChanges();
        long minuteAgo = System.currentTimeMillis() - 60_000;
        write("-", 0, StreamRecords.heartbeat(minuteAgo));
        start();
        pollUntil(() -> value(SinkMetric.LAG) >= 60_000);
        var entered = database.holdStatements();
        write("b.1:100", 0, StreamRecords.ddl("incremental", "ALTER", List.of(ORDERS)));
        pollUntil(() -> entered.getCount() == 0);
        write("-", 0, StreamRecords.heartbeat(System.currentTimeMillis()));
        for (int i = 0; i < 50; i++) {
            worker.poll(10);
        }
        assertThat(value(SinkMetric.LAG)).isGreaterThanOrEqualTo(60_000);
        database.release();
        pollUntil(() -> value(SinkMetric.LAG) < 30_000);
    }

    @Test
    void phaseAndSafeModeAreThoseOfTheTarget() {
        writeBeginning("full,incremental");
        writeMarker(MarkerType.LOAD_BEGIN, Map.of());
        start();
        pollUntil(() -> value(SinkMetric.PHASE) == PhaseNumber.FULL);
        writeMarker(MarkerType.LOAD_END, Map.of("end", "@b.1:200"));
        writeChanges();
        write("b.1:100", 0, StreamRecords.row(ORDERS, "c", 1, "x"));
        pollUntil(() -> database.applied().size() == 1);
        assertThat(value(SinkMetric.PHASE)).isEqualTo(PhaseNumber.INCREMENTAL);
        assertThat(value(SinkMetric.SAFE_MODE)).isEqualTo(1);
        write("b.1:300", 0, StreamRecords.row(ORDERS, "c", 2, "x"));
        pollUntil(() -> database.applied().size() == 2);
        assertThat(value(SinkMetric.SAFE_MODE)).isZero();
    }

    @Test
    void aTargetThatCannotBeOpenedShowsRetriesAndAnAgeingCheckpoint() {
        database = new FakeDatabase(new Random(1), 1);
        start();
        pollUntil(() -> value(SinkMetric.RETRIES) >= 3 && value(SinkMetric.OUTAGE) > 1);
        assertThat(value(SinkMetric.CHECKPOINT_AGE)).isGreaterThan(value(SinkMetric.OUTAGE));
        assertThat(value(SinkMetric.PHASE)).isNaN();
    }

    @Test
    void aWorkerThatKnowsNoMetricsOfPluginsRunsTheTask() {
        writeBeginning("incremental");
        writeChanges();
        write("b.1:100", 0, StreamRecords.row(ORDERS, "c", 1, "x"));
        worker = FakeWorker.old(topic, STATE, database);
        worker.open();
        pollUntil(() -> database.applied().size() == 1);
    }
}
