package io.mysqlrelay.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.sink.target.MigrationState.Phase;
import io.mysqlrelay.sink.topic.TopicState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that a stock connector's records were made into: without markers, with runs that begin anywhere and overlap. */
class StockStreamTest {
    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final String SERVER = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final String START = "gtids=" + SERVER + ":1-10@b.1:4";

    private final List<SinkRecord> topic = new ArrayList<>();
    private FakeDatabase database = new FakeDatabase(new Random(1), 0);
    private FakeWorker worker;

    @AfterEach
    void stop() {
        if (worker != null) {
            worker.stop();
        }
    }

    /** One start of the stock connector's task. */
    private final class Run {
        private final String name;
        private long seq;
        private String behind;

        Run(String name) {
            this.name = "stock-" + name;
        }

        void write(String transaction, long ordinal, Struct value) {
            RecordIdentity identity = new RecordIdentity(name, seq++, ordinal, transaction);
            SinkRecord record = StreamRecords.record(topic.size(), identity, value);
            if (identity.seq() == 0) {
                record.headers().addString(StreamNames.BEGIN_HEADER, START);
            }
            if (behind != null) {
                record.headers().addString(StreamNames.BEHIND_HEADER, behind);
            }
            if (identity.inTransaction()) {
                behind = ordinal + "/" + transaction;
            }
            topic.add(record);
        }

        /** Changes have ids from 0; each transaction has three of them. */
        void change(long id) {
            write(SERVER + ":" + (11 + id / 3), (id % 3) << 32, StreamRecords.row(ORDERS, "c", id, "x"));
        }

        /** What a producer with errors.tolerance=all does. */
        void lose(long id) {
            change(id);
            SinkRecord lost = topic.remove(topic.size() - 1);
            assertThat(lost).isNotNull();
        }

        void changes(long from, long to) {
            LongStream.range(from, to).forEach(this::change);
        }
    }

    private void start(int window) {
        TopicState state = new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 100_000);
        worker = new FakeWorker(topic, state, database, window);
        worker.patience(Duration.ofMillis(300));
        worker.open();
    }

    private void pollUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            worker.poll(50);
            assertThat(System.nanoTime()).as("time").isLessThan(end);
        }
    }

    private void failsWith(String code) {
        assertThatThrownBy(() -> pollUntil(() -> false))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(code);
    }

    private List<Object> applied() {
        return database.applied().stream().map(FakeDatabase.Applied::id).toList();
    }

    @Test
    void aSnapshotAndItsChangesNeedNoMarkers() {
        Run run = new Run("a");
        run.write("-", 0, StreamRecords.ddl("schema", "CREATE TABLE orders (id INT)", List.of(ORDERS)));
        run.write("-", 0, StreamRecords.row(ORDERS, "r", 1_000, "x"));
        run.write("-", 0, StreamRecords.row(ORDERS, "r", 1_001, "x"));
        run.changes(0, 4);
        run.write(SERVER + ":13", 0, StreamRecords.ddl("incremental", "ALTER TABLE orders ADD c INT", List.of(ORDERS)));
        start(5_000);
        pollUntil(() -> database.applied().size() == 5);
        assertThat(database.loaded()).containsExactlyInAnyOrder("CREATE TABLE orders (id INT)", 1_000L, 1_001L);
        assertThat(database.applied()).allMatch(change -> !change.safe());
        assertThat(database.migration().phase()).isEqualTo(Phase.INCREMENTAL);
        assertThat(database.migration().types()).isEqualTo("schema,full,incremental");
    }

    @Test
    void aSecondSnapshotIsRefused() {
        Run first = new Run("a");
        first.write("-", 0, StreamRecords.row(ORDERS, "r", 1, "x"));
        Run second = new Run("b");
        second.write("-", 0, StreamRecords.row(ORDERS, "r", 1, "x"));
        start(5_000);
        failsWith("RELAY-3033");
    }

    @Test
    void aSnapshotBehindChangesIsRefused() {
        Run first = new Run("a");
        first.changes(0, 2);
        new Run("b").write("-", 0, StreamRecords.row(ORDERS, "r", 1, "x"));
        start(5_000);
        failsWith("RELAY-3033");
    }

    @Test
    void aRunThatBeginsInTheMiddleOfATransactionRepeatsNothing() {
        Run first = new Run("a");
        first.changes(0, 5);
        Run second = new Run("b");
        second.changes(4, 9);
        start(5_000);
        pollUntil(() -> database.applied().size() == 9);
        assertThat(applied())
                .containsExactlyElementsOf(LongStream.range(0, 9).boxed().toList());
    }

    @Test
    void recordsThatTheProducerHasLostStopTheSinkAndARunFromBeforeThemGoesOn() {
        Run first = new Run("a");
        first.changes(0, 4);
        first.lose(4);
        first.changes(5, 8);
        new Run("b").changes(7, 10); // begins behind the loss, as Connect's stored offset says
        start(5_000);
        failsWith("RELAY-3014");
        assertThat(applied()).containsExactly(0L, 1L, 2L, 3L);
        worker.stop();
        new Run("c").changes(2, 12);
        start(5_000);
        pollUntil(() -> database.applied().size() == 12);
        assertThat(applied())
                .containsExactlyElementsOf(LongStream.range(0, 12).boxed().toList());
    }

    @Test
    void aStockConnectorAndTheRelaysOwnSourceDoNotShareATopic() {
        new Run("a").changes(0, 2);
        topic.add(StreamRecords.record(topic.size(), new RecordIdentity("1-run", 0, 0, "-"), StreamRecords.run()));
        start(5_000);
        failsWith("RELAY-3001");
    }

    /** Runs that start at or before what Kafka has, that write on after they were replaced, and a sink that breaks down. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyChangeIsAppliedOnceHoweverRunsOverlap(long seed) {
        Random random = new Random(seed);
        database = new FakeDatabase(new Random(seed), 0.05);
        List<Run> runs = new ArrayList<>();
        List<Long> next = new ArrayList<>();
        long written = 0;
        for (int i = 0; i < 40; i++) {
            runs.add(new Run("r" + i));
            next.add(Math.max(0, written - random.nextInt(9)));
            for (int step = 0; step < 10; step++) {
                int which = random.nextInt(4) == 0 && i > 0 ? i - 1 : i;
                long id = next.get(which);
                runs.get(which).change(id);
                next.set(which, id + 1);
                written = Math.max(written, id + 1);
            }
        }
        long end = written;
        start(1 + random.nextInt(20));
        for (int restarts = 0; restarts < 3; restarts++) {
            long half = end * (restarts + 1) / 4;
            pollUntil(() -> database.applied().size() >= half);
            worker.stop();
            worker.open();
        }
        pollUntil(() -> database.applied().size() >= end);
        assertThat(applied())
                .containsExactlyElementsOf(LongStream.range(0, end).boxed().toList());
    }
}
