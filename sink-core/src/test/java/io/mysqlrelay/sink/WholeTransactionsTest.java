package io.mysqlrelay.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.sink.topic.TopicState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code apply.mode=transaction}: what the target commits ends where a transaction of the source ends. */
class WholeTransactionsTest {
    private static final TableName ORDERS = new TableName("shop", "orders");

    private final List<SinkRecord> topic = new ArrayList<>();
    private final Set<Object> ends = new HashSet<>();
    private FakeWorker worker;
    private long rows;

    @AfterEach
    void stop() {
        if (worker != null) {
            worker.stop();
        }
    }

    private void write(String transaction, long ordinal, Struct value) {
        topic.add(StreamRecords.record(
                topic.size(), new RecordIdentity("1-run", topic.size(), ordinal, transaction), value));
    }

    private void writeBeginning() {
        write("-", 0, StreamRecords.run());
        write(
                "-",
                0,
                StreamRecords.marker(MarkerType.BEGIN, Map.of("start", "@b.1:4", "migration_types", "incremental")));
        write("-", 0, StreamRecords.marker(MarkerType.INCREMENTAL_BEGIN, Map.of("start", "@b.1:4")));
    }

    private void writeTransaction(int number, int size, String text, boolean told) {
        for (int i = 0; i < size; i++) {
            write("b.1:" + (100 + number), i, StreamRecords.row(ORDERS, "c", ++rows, text));
        }
        ends.add(rows);
        if (told) {
            topic.get(topic.size() - 1).headers().addString(StreamNames.END_HEADER, StreamNames.END_OF_TRANSACTION);
        }
    }

    private FakeWorker start(FakeDatabase database, int windowRows) {
        TopicState state = new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, 1_000_000);
        worker = new FakeWorker(
                topic,
                state,
                database,
                windowRows,
                Map.of("apply.mode", "transaction", "apply.transaction.bytes", String.valueOf(1 << 20)));
        worker.open();
        return worker;
    }

    private void pollUntil(int most, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            worker.poll(most);
            assertThat(System.nanoTime()).as("time").isLessThan(end);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void windowsEndWhereTransactionsEnd(int offset) {
        long seed = Long.getLong("relay.seed", 1) + offset;
        Random random = new Random(seed);
        writeBeginning();
        for (int i = 0; i < 60; i++) {
            writeTransaction(i, 1 + random.nextInt(12), "x", random.nextInt(4) > 0);
            if (random.nextInt(10) == 0) {
                write("-", 0, StreamRecords.heartbeat(i));
            }
        }
        write("-", 0, StreamRecords.heartbeat(100));
        FakeDatabase database = new FakeDatabase(new Random(seed), 0.05);
        start(database, 1 + random.nextInt(20));
        pollUntil(1 + random.nextInt(30), () -> database.applied().size() == rows);
        assertThat(ends).as("seed %d", seed).containsAll(database.windowEnds());
        List<Object> ids =
                database.applied().stream().map(FakeDatabase.Applied::id).toList();
        assertThat(ids).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theLastTransactionDoesNotWaitForAnother() {
        writeBeginning();
        writeTransaction(1, 3, "x", true);
        FakeDatabase database = new FakeDatabase(new Random(1), 0);
        start(database, 2);
        pollUntil(1, () -> database.applied().size() == 3);
        assertThat(database.windowEnds()).containsExactly(3L);
    }

    @Test
    void aTransactionWithoutItsEndIsNotApplied() {
        writeBeginning();
        writeTransaction(1, 3, "x", true);
        writeTransaction(2, 3, "x", false);
        FakeDatabase database = new FakeDatabase(new Random(1), 0);
        start(database, 2);
        pollUntil(1, () -> database.applied().size() == 3);
        for (int i = 0; i < 1_000; i++) {
            worker.poll(10);
        }
        assertThat(database.applied()).hasSize(3);
        write("-", 0, StreamRecords.heartbeat(1));
        pollUntil(1, () -> database.applied().size() == 6);
    }

    @Test
    void aTransactionThatDoesNotFitIntoMemoryIsRefused() {
        writeBeginning();
        writeTransaction(1, 9, "x".repeat(100_000), true);
        writeTransaction(2, 12, "x".repeat(100_000), true);
        FakeDatabase database = new FakeDatabase(new Random(1), 0);
        start(database, 2);
        assertThatThrownBy(() -> pollUntil(3, () -> false))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("RELAY-3018")
                .hasMessageContaining("b.1:102");
        assertThat(database.applied()).hasSizeLessThanOrEqualTo(9);
    }
}
