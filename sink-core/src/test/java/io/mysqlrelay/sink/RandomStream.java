package io.mysqlrelay.sink;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.sink.order.RunAfter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A source's history and one of the change topics that can come of it: runs that end in the middle of a transaction and
 * are repeated from a transaction's start, runs that lose a record, runs that go on writing after they were replaced,
 * producer retries, heartbeats, changes that a filter took out.
 */
final class RandomStream {
    private static final TableName KEYED = new TableName("shop", "orders");
    private static final TableName KEYLESS = new TableName("shop", "log");
    private static final String SERVER = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    final List<SinkRecord> topic = new ArrayList<>();
    /** Ids of the changes that must be applied, in order. */
    final List<Object> expected = new ArrayList<>();
    /** Ids that must be applied in safe mode. */
    final List<Object> expectedSafe = new ArrayList<>();

    final List<Object> expectedLoaded = new ArrayList<>();

    private final Random random;
    private final boolean gtids;
    private final boolean load;
    private final List<Source> history = new ArrayList<>();
    private final int loadEnd;
    private final int snapshotOfKeyless;
    private long nextId = 1;

    /** One change of the history. */
    private record Source(int transaction, long ordinal, Object id, Struct value) {}

    /** A run that can be asked for its next record. */
    private final class Run {
        private final String name;
        private final int from;
        private final RunAfter after;
        /** Index in the history to seq. */
        private final Map<Integer, Long> written = new HashMap<>();

        private long seq;

        /** @param from index in the history */
        Run(int number, int from, RunAfter after) {
            this.name = number + "-run";
            this.from = from;
            this.after = after;
            write(RecordIdentity.NO_TRANSACTION, 0, StreamRecords.run(after));
        }

        void write(int index) {
            written.put(index, seq);
            write(history.get(index));
        }

        /** What a run says that begins at the index; nothing when it goes back behind this one, as a user may want. */
        RunAfter before(int index) {
            Long last = written.get(index - 1);
            return last != null ? new RunAfter(name, last) : index == from ? after : null;
        }

        void write(String transaction, long ordinal, Struct value) {
            append(new RecordIdentity(name, seq++, ordinal, transaction), value);
            if (random.nextInt(40) == 0) { // the producer tries again what had arrived
                append(new RecordIdentity(name, seq - 1, ordinal, transaction), value);
            }
        }

        void write(Struct value) {
            write(RecordIdentity.NO_TRANSACTION, 0, value);
        }

        void write(Source change) {
            write(name(change.transaction), change.ordinal, change.value);
        }

        void lose() {
            seq++;
        }
    }

    RandomStream(Random random) {
        this.random = random;
        this.gtids = random.nextBoolean();
        this.load = random.nextInt(3) > 0;
        int transactions = 2 + random.nextInt(25);
        this.loadEnd = load ? random.nextInt(transactions) : 0;
        this.snapshotOfKeyless = load ? random.nextInt(loadEnd + 1) : 0;
        for (int t = 1; t <= transactions; t++) {
            addTransaction(t, t == transactions);
        }
        writeTopic();
    }

    private void addTransaction(int number, boolean last) {
        long ordinal = random.nextInt(3);
        int changes = last ? 1 : 1 + random.nextInt(random.nextInt(10) == 0 ? 30 : 5);
        for (int i = 0; i < changes; i++) {
            boolean keyless = !last && random.nextInt(4) == 0;
            boolean statement = !last && changes == 1 && random.nextBoolean();
            Object id = nextId++;
            TableName table = keyless ? KEYLESS : KEYED;
            Struct value = StreamRecords.row(table, List.of("c", "u", "d").get(random.nextInt(3)), (long) id, "n");
            if (statement) {
                id = "statement " + id;
                value = StreamRecords.ddl("incremental", (String) id, List.of(table));
            }
            history.add(new Source(number, ordinal, id, value));
            if (statement || !keyless || number > snapshotOfKeyless) {
                expected.add(id);
                if (!statement && number <= loadEnd) {
                    expectedSafe.add(id);
                }
            }
            ordinal += 1 + random.nextInt(2); // ordinals are counted before the filter
        }
    }

    private String name(int transaction) {
        return gtids ? SERVER + ":" + (transaction + 10) : "binlog.000009:" + (transaction * 100L);
    }

    /** The position behind a transaction. */
    private String position(int transaction) {
        String binlog = "@binlog.000009:" + (transaction * 100L + 50);
        return gtids ? "gtids=" + GtidSet.parse(SERVER + ":1-" + (transaction + 10)) + binlog : binlog;
    }

    private void append(RecordIdentity identity, Struct value) {
        topic.add(StreamRecords.record(topic.size(), identity, value));
    }

    private void writeTopic() {
        int number = 1;
        Run run = new Run(number++, 0, null);
        while (!writeBeginning(run)) {
            run = new Run(number++, 0, null);
        }
        int at = 0;
        while (at < history.size()) {
            int lostAt = -1;
            int stopAfter = at + 1 + random.nextInt(history.size());
            int next = at;
            for (; next < history.size() && next < stopAfter; next++) {
                if (random.nextInt(15) == 0) {
                    run.write(StreamRecords.heartbeat(next));
                }
                if (lostAt < 0 && random.nextInt(60) == 0) {
                    run.lose();
                    lostAt = next;
                } else {
                    run.write(next);
                }
            }
            int missing = lostAt < 0 ? next : lostAt;
            if (missing >= history.size()) {
                return;
            }
            // Offsets are committed only for what Kafka has, and point at the start of a transaction.
            at = startOfTransaction(random.nextInt(4) == 0 ? random.nextInt(missing + 1) : missing);
            Run old = run;
            run = new Run(number++, at, old.before(at));
            for (int zombie = next; zombie < history.size() && random.nextInt(3) > 0; zombie++) {
                old.write(zombie);
                if (random.nextInt(6) == 0) {
                    run.write(StreamRecords.heartbeat(zombie));
                }
            }
        }
    }

    private int startOfTransaction(int index) {
        int at = index;
        while (at > 0 && history.get(at - 1).transaction == history.get(index).transaction) {
            at--;
        }
        return at;
    }

    /** @return false if the run ended before the changes */
    private boolean writeBeginning(Run run) {
        List<Struct> beginning = new ArrayList<>();
        String types = load ? "schema,full,incremental" : "incremental";
        beginning.add(StreamRecords.marker(MarkerType.BEGIN, Map.of("start", position(0), "migration_types", types)));
        beginning.add(StreamRecords.tables(List.of(KEYED, KEYLESS)));
        if (load) {
            expectedLoaded.clear();
            beginning.add(StreamRecords.marker(MarkerType.SCHEMA_BEGIN, Map.of()));
            beginning.add(StreamRecords.ddl("schema", "create", List.of(KEYED)));
            expectedLoaded.add("create");
            beginning.add(StreamRecords.marker(MarkerType.SCHEMA_END, Map.of()));
            beginning.add(StreamRecords.marker(MarkerType.LOAD_BEGIN, Map.of()));
            loadTable(beginning, KEYED, Map.of("keyless", "false"));
            loadTable(beginning, KEYLESS, Map.of("keyless", "true", "position", position(snapshotOfKeyless)));
            beginning.add(StreamRecords.marker(MarkerType.LOAD_END, Map.of("end", position(loadEnd))));
        }
        beginning.add(StreamRecords.marker(MarkerType.INCREMENTAL_BEGIN, Map.of("start", position(0))));
        int end = random.nextInt(3) == 0 ? random.nextInt(beginning.size()) : beginning.size();
        beginning.subList(0, end).forEach(run::write);
        return end == beginning.size();
    }

    private void loadTable(List<Struct> beginning, TableName table, Map<String, String> attributes) {
        Map<String, String> named = new HashMap<>(attributes);
        named.put("db", table.database());
        named.put("table", table.table());
        beginning.add(StreamRecords.marker(MarkerType.TABLE_BEGIN, named));
        int rows = random.nextInt(8);
        for (int i = 0; i < rows; i++) {
            long id = 1_000_000L + i;
            beginning.add(StreamRecords.row(table, "r", id, "loaded"));
            expectedLoaded.add(id);
        }
        named.put("rows", String.valueOf(rows));
        beginning.add(StreamRecords.marker(MarkerType.TABLE_END, named));
    }
}
