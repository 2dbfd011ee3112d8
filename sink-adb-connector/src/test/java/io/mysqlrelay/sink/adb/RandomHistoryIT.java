package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.cluster;
import static io.mysqlrelay.sink.adb.TargetHarness.column;
import static io.mysqlrelay.sink.adb.TargetHarness.delete;
import static io.mysqlrelay.sink.adb.TargetHarness.insert;
import static io.mysqlrelay.sink.adb.TargetHarness.row;
import static io.mysqlrelay.sink.adb.TargetHarness.rows;
import static io.mysqlrelay.sink.adb.TargetHarness.schema;
import static io.mysqlrelay.sink.adb.TargetHarness.shape;
import static io.mysqlrelay.sink.adb.TargetHarness.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.Window;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.adb.AdbFaults.Fault;
import io.mysqlrelay.testkit.adb.AdbProcesses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random changes in random windows that are interrupted anywhere and cut anew, against what they leave in memory. */
class RandomHistoryIT {
    private static final int CHANGES = 600;
    private static final List<Fault> FAULTS = List.of(
            Fault.HALF, Fault.DISCONNECT_AFTER, Fault.DISCONNECT_BEFORE, Fault.RUNS_LATER, Fault.RUNS_LATER_UNSEEN);
    private static final RowShape KEYED =
            shape("rh", "keyed", column("id", ValueType.INTEGER), column("v", ValueType.STRING));
    private static final RowShape PARTS = shape(
            "rh",
            "parts",
            column("id", ValueType.INTEGER),
            column("at", ValueType.DATE),
            column("v", ValueType.STRING));
    private static final RowShape KEYLESS =
            shape("rh", "keyless", column("a", ValueType.INTEGER), column("b", ValueType.STRING));
    private static final Map<String, String> SETTINGS = Map.of(
            "adb.socket.timeout.seconds", "1",
            "adb.tables", "p",
            "adb.tables.p.table", "rh.parts",
            "adb.tables.p.partition.key", "at",
            "adb.tables.p.partition.rule", "month");

    private final Random random = new Random(Seed.next("RandomHistoryIT"));
    private final List<RowChange> history = new ArrayList<>();
    private final IdentityHashMap<RowChange, Integer> places = new IdentityHashMap<>();
    private final Map<Long, String> keyed = new TreeMap<>();
    private final Map<Long, String[]> parts = new TreeMap<>();
    private final List<Object[]> keyless = new ArrayList<>();
    private final Epoch epoch = new Epoch();
    private AnalyticDbTarget target;
    private int at;

    @Test
    void everyHistoryEndsWithTheSameRows() throws Exception {
        prepare();
        for (int i = 0; i < CHANGES; i++) {
            RowChange change = change();
            places.put(change, i);
            history.add(change);
        }
        int interruptions = 0;
        while (at < CHANGES) {
            int end = Math.min(CHANGES, at + 1 + random.nextInt(60));
            if (random.nextInt(3) == 0) {
                AdbProcesses.Listing[] listings = AdbProcesses.Listing.values();
                AdbProcesses.Kill[] kills = AdbProcesses.Kill.values();
                cluster().faults().processes().listing(listings[random.nextInt(listings.length)]);
                cluster().faults().processes().kill(kills[random.nextInt(kills.length)]);
                cluster().faults().runsLaterBy(Duration.ofMillis(random.nextInt(800)));
                Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
                int[] skip = {random.nextInt(5)};
                cluster().faults().next(fault, 1, s -> skip[0]-- <= 0);
            }
            try {
                target.apply(new Window(history.subList(at, end), false, checkpoint(end), new Places()));
                at = end;
            } catch (TransientTargetException e) {
                interruptions++;
                reopen();
            }
        }
        cluster().faults().clear();
        assertThat(interruptions).isPositive();
        assertThat(rows("SELECT id, v FROM rh.keyed ORDER BY id"))
                .isEqualTo(keyed.entrySet().stream()
                        .map(e -> e.getKey() + "," + e.getValue())
                        .toList());
        assertThat(rows("SELECT id, at, v FROM rh.parts ORDER BY id"))
                .isEqualTo(parts.entrySet().stream()
                        .map(e -> e.getKey() + "," + String.join(",", e.getValue()))
                        .toList());
        assertThat(rows("SELECT a, b FROM rh.keyless ORDER BY a, b"))
                .containsExactlyInAnyOrderElementsOf(
                        keyless.stream().map(r -> r[0] + "," + r[1]).toList());
        target.close();
    }

    private void prepare() throws Exception {
        TargetHarness.empty("rh", "mysql_relay");
        target = TargetHarness.target("history", epoch, SETTINGS);
        target.open();
        for (String table : List.of(
                "keyed (id int primary key, v varchar(20))",
                "parts (id int primary key, at date not null, v varchar(20))",
                "keyless (a int, b varchar(20))")) {
            target.execute(schema("rh", "CREATE TABLE " + table), checkpoint(0));
        }
    }

    private void reopen() throws Exception {
        while (true) {
            try {
                target.close();
                target = TargetHarness.target("history", epoch, SETTINGS);
                at = Math.toIntExact(target.open().checkpoint().nextOffset());
                return;
            } catch (TransientTargetException e) {
                // The fault has hit the opening.
            }
        }
    }

    private static Checkpoint checkpoint(int next) {
        return new Checkpoint("topic", next, "1-run", next, false, null, null, "uuid:1", next, null, 0);
    }

    private RowChange change() {
        return switch (random.nextInt(3)) {
            case 0 -> keyedChange();
            case 1 -> partsChange();
            default -> keylessChange();
        };
    }

    private RowChange keyedChange() {
        long id = random.nextInt(20);
        String value = "v" + random.nextInt(1000);
        if (!keyed.containsKey(id)) {
            keyed.put(id, value);
            return insert(KEYED, id, value);
        }
        String old = keyed.get(id);
        long to = random.nextInt(20);
        if (random.nextInt(3) == 0) {
            keyed.remove(id);
            return delete(KEYED, id, old);
        }
        if (keyed.containsKey(to)) {
            keyed.put(id, value);
            return update(KEYED, row(id, old), row(id, value));
        }
        keyed.remove(id);
        keyed.put(to, value);
        return update(KEYED, row(id, old), row(to, value));
    }

    private RowChange partsChange() {
        long id = random.nextInt(15);
        String day = "2024-0" + (1 + random.nextInt(3)) + "-01";
        String value = "v" + random.nextInt(1000);
        String[] old = parts.get(id);
        if (old == null) {
            parts.put(id, new String[] {day, value});
            return insert(PARTS, id, day, value);
        }
        if (random.nextInt(4) == 0) {
            parts.remove(id);
            return delete(PARTS, id, old[0], old[1]);
        }
        parts.put(id, new String[] {day, value});
        return update(PARTS, row(id, old[0], old[1]), row(id, day, value));
    }

    private RowChange keylessChange() {
        Object[] fresh = row((long) random.nextInt(3), random.nextInt(3) == 0 ? null : "b" + random.nextInt(2));
        if (keyless.isEmpty() || random.nextInt(5) < 2) {
            keyless.add(fresh);
            return insert(KEYLESS, fresh);
        }
        Object[] old = keyless.remove(random.nextInt(keyless.size()));
        if (random.nextBoolean()) {
            return delete(KEYLESS, old);
        }
        keyless.add(fresh);
        return update(KEYLESS, old, fresh);
    }

    /** By the change's number in the history. */
    private final class Places implements Origins {
        @Override
        public Place of(RowChange change) {
            int number = places.get(change);
            return new Place(number, "uuid:" + number / 7, number % 7);
        }

        @Override
        public boolean tolerated() {
            return false;
        }

        @Override
        public void handOver(List<Refused> rows) {
            throw new UnsupportedOperationException();
        }
    }
}
