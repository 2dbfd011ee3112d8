package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of a table with a case-insensitive primary key and a unique key, executed on a model of the source:
 * the target must hold the source's rows, whatever moment each loaded row is from and however the changes are cut.
 */
class SafeModeIT {
    private static final List<String> KEYS = List.of("a", "A", "b", "B", "c", "d", "é", "e");
    private static final List<ColumnShape> COLUMNS =
            List.of(column("k", ValueType.STRING), column("u", ValueType.INTEGER), column("v", ValueType.INTEGER));

    /** The source: rows by key as its collation sees it, each step a change that it would have allowed. */
    private static final class History {
        private final TreeMap<String, Object[]> rows = new TreeMap<>();
        private final List<RowChange> changes = new ArrayList<>();
        /** Copies of all rows after each change; the first is the beginning. */
        private final List<List<Object[]>> moments = new ArrayList<>(List.of(List.of()));

        private final RowShape shape;
        private final Random random;

        History(RowShape shape, Random random) {
            this.shape = shape;
            this.random = random;
        }

        void step() {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            Object[] old = rows.get(folded(key));
            Long unique = random.nextInt(4) == 0 ? null : (long) random.nextInt(6);
            Object[] row = {key, unique, (long) random.nextInt(1000)};
            if (old == null) {
                Object[] other = rows.values().stream()
                        .skip(random.nextInt(rows.size() + 1))
                        .findFirst()
                        .orElse(null);
                if (other != null && random.nextBoolean()) {
                    change(Op.UPDATE, other, row);
                } else {
                    change(Op.INSERT, null, row);
                }
            } else if (random.nextInt(3) == 0) {
                change(Op.DELETE, old, null);
            } else {
                change(Op.UPDATE, old, row);
            }
        }

        private void change(Op op, Object[] before, Object[] after) {
            boolean taken = after != null
                    && after[1] != null
                    && rows.values().stream().anyMatch(r -> r != before && after[1].equals(r[1]));
            if (taken) {
                return;
            }
            if (before != null) {
                rows.remove(folded((String) before[0]));
            }
            if (after != null) {
                rows.put(folded((String) after[0]), after);
            }
            changes.add(new RowChange(shape, op, before, after, false, 30));
            moments.add(new ArrayList<>(rows.values()));
        }

        private static String folded(String key) {
            return key.toLowerCase(java.util.Locale.ROOT).replace('é', 'e');
        }

        List<String> expected() {
            return rows.values().stream()
                    .map(r -> r[0] + "," + r[1] + "," + r[2])
                    .sorted()
                    .toList();
        }
    }

    private static RowShape table(String name) {
        sql(
                "CREATE DATABASE IF NOT EXISTS safe CHARACTER SET utf8mb4",
                "DROP TABLE IF EXISTS safe." + name,
                "CREATE TABLE safe." + name
                        + " (k VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci PRIMARY KEY,"
                        + " u INT UNIQUE, v INT)");
        return new RowShape(new TableName("safe", name), COLUMNS);
    }

    private static void apply(MySqlTarget target, List<RowChange> changes, boolean safe, Random random)
            throws Exception {
        int from = 0;
        while (from < changes.size()) {
            int to = Math.min(changes.size(), from + 1 + random.nextInt(12));
            target.apply(new Window(changes.subList(from, to), safe, checkpoint()));
            from = to;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void loadedRowsOfAnyMomentConverge(long offset) throws Exception {
        long seed = Long.getLong("relay.test.seed", System.nanoTime()) + offset;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RowShape shape = table("loaded");
        History history = new History(shape, random);
        while (history.changes.size() < 120) {
            history.step();
        }
        try (MySqlTarget target = target("safe.changes")) {
            target.open();
            // Each key's row is read at a moment of its own, later keys later, as chunks are.
            int moment = 0;
            List<RowChange> loads = new ArrayList<>();
            for (String key : List.of("a", "b", "c", "d", "e")) {
                moment += random.nextInt((history.moments.size() - moment) / 2 + 1);
                for (Object[] row : history.moments.get(moment)) {
                    if (History.folded((String) row[0]).equals(key)) {
                        loads.add(new RowChange(shape, Op.LOAD, null, row, false, 30));
                    }
                }
            }
            apply(target, loads, true, random);
            apply(target, history.changes, true, random);
        }
        assertThat(rows("SELECT k, u, v FROM safe.loaded").stream().sorted().toList())
                .as("seed %d", seed)
                .isEqualTo(history.expected());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void changesRepeatedFromAnyPointConverge(long offset) throws Exception {
        long seed = Long.getLong("relay.test.seed", System.nanoTime()) + offset;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        History history = new History(table("repeated"), random);
        while (history.changes.size() < 150) {
            history.step();
        }
        try (MySqlTarget target = target("safe.changes")) {
            target.open();
            int reached = 50 + random.nextInt(100);
            apply(target, history.changes.subList(0, reached), false, random);
            apply(target, history.changes.subList(random.nextInt(reached), history.changes.size()), true, random);
        }
        assertThat(rows("SELECT k, u, v FROM safe.repeated").stream().sorted().toList())
                .as("seed %d", seed)
                .isEqualTo(history.expected());
    }

    @Test
    void theStrictWayGivesTheSameRows() throws Exception {
        long seed = Long.getLong("relay.test.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        History history = new History(table("strict"), random);
        while (history.changes.size() < 300) {
            history.step();
        }
        try (MySqlTarget target = target("safe.changes")) {
            target.open();
            apply(target, history.changes, false, random);
        }
        assertThat(rows("SELECT k, u, v FROM safe.strict").stream().sorted().toList())
                .as("seed %d", seed)
                .isEqualTo(history.expected());
    }
}
