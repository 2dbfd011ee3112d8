package io.mysqlrelay.sink.mysql.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.mysql.plan.LaneKeysOf;
import io.mysqlrelay.testkit.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {
    private static final RowShape KEYED = shape("keyed");
    private static final RowShape OTHER = shape("other");
    private static final RowShape KEYLESS = shape("keyless");
    private static final RowShape UNTELLABLE = shape("untellable");

    private static final Conflicts.Tables TABLES = shape -> shape == KEYLESS
            ? LaneKeysOf.lastLane()
            : shape == UNTELLABLE ? LaneKeysOf.oneLane() : LaneKeysOf.integers(shape, "id", "u");

    private static RowShape shape(String table) {
        return new RowShape(
                new TableName("d", table),
                List.of(
                        new ColumnShape("id", ValueType.INTEGER, null, List.of()),
                        new ColumnShape("u", ValueType.INTEGER, null, List.of())));
    }

    private static RowChange insert(RowShape shape, Long id, Long u) {
        return new RowChange(shape, Op.INSERT, null, new Object[] {id, u}, false, 20);
    }

    private static RowChange update(RowShape shape, Object[] before, Object[] after) {
        return new RowChange(shape, Op.UPDATE, before, after, false, 40);
    }

    private static List<RowChange> inserts(RowShape shape, int count) {
        List<RowChange> changes = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            changes.add(insert(shape, i, null));
        }
        return changes;
    }

    @Test
    void changesThatShareNothingAreDividedEvenlyInTheirOrder() throws Exception {
        List<RowChange> changes = inserts(KEYED, 1000);
        List<List<RowChange>> lanes = Lanes.split(changes, TABLES, 4);
        assertThat(lanes).hasSize(4);
        assertThat(lanes).allSatisfy(l -> assertThat(l).hasSizeBetween(240, 260));
        assertThat(lanes.stream().flatMap(List::stream).toList()).isEqualTo(changes);
    }

    @Test
    void fewChangesAreNotDivided() throws Exception {
        assertThat(Lanes.split(inserts(KEYED, 199), TABLES, 4)).hasSize(1);
        assertThat(Lanes.split(inserts(KEYED, 250), TABLES, 4)).hasSize(2);
        assertThat(Lanes.split(inserts(KEYED, 1000), TABLES, 1)).hasSize(1);
    }

    @Test
    void tablesWhoseRowsCannotBeToldAreNotDivided() throws Exception {
        assertThat(Lanes.split(inserts(UNTELLABLE, 1000), TABLES, 4)).hasSize(1);
        assertThat(Lanes.split(inserts(KEYLESS, 1000), TABLES, 4)).hasSize(1);
    }

    @Test
    void keylessChangesAreAllInTheLastLane() throws Exception {
        List<RowChange> changes = new ArrayList<>(inserts(KEYLESS, 300));
        changes.addAll(inserts(KEYED, 900));
        changes.addAll(inserts(KEYLESS, 50));
        List<List<RowChange>> lanes = Lanes.split(changes, TABLES, 3);
        assertThat(lanes).hasSize(3);
        assertThat(lanes.get(2)).filteredOn(c -> c.shape() == KEYLESS).hasSize(350);
    }

    @Test
    void valuesThatGoFromRowToRowKeepTheirChangesTogether() throws Exception {
        List<RowChange> changes = new ArrayList<>(inserts(OTHER, 400));
        for (int i = 0; i < 100; i++) {
            long value = i;
            changes.add(i * 4, update(KEYED, new Object[] {value, value}, new Object[] {value, value + 1}));
        }
        List<List<RowChange>> lanes = Lanes.split(changes, TABLES, 4);
        assertThat(lanes).hasSizeGreaterThan(1);
        assertThat(lanes)
                .filteredOn(l -> l.stream().anyMatch(c -> c.shape() == KEYED))
                .singleElement()
                .satisfies(
                        l -> assertThat(l).filteredOn(c -> c.shape() == KEYED).hasSize(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void noKeyIsInTwoLanesAndOrderStays(int offset) throws Exception {
        long seed = Seed.next("LanesTest") + offset;
        Random random = new Random(seed);
        List<RowShape> shapes = List.of(KEYED, OTHER, KEYLESS, UNTELLABLE);
        List<RowChange> changes = new ArrayList<>();
        int count = 200 + random.nextInt(2000);
        int values = count * (1 + random.nextInt(4));
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(40);
            RowShape shape = shapes.get(at > 3 ? at % 2 : at);
            Object[] before = row(values, random);
            Object[] after = random.nextInt(3) == 0 ? row(values, random) : before.clone();
            changes.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new RowChange(shape, Op.INSERT, null, after, false, random.nextInt(500));
                        case 1 -> new RowChange(shape, Op.DELETE, before, null, false, random.nextInt(500));
                        default -> new RowChange(shape, Op.UPDATE, before, after, false, random.nextInt(500));
                    });
        }
        List<List<RowChange>> lanes = Lanes.split(changes, TABLES, 2 + random.nextInt(7));
        IdentityHashMap<RowChange, Integer> places = new IdentityHashMap<>();
        for (RowChange change : changes) {
            places.put(change, places.size());
        }
        Map<Object, Integer> laneOf = new HashMap<>();
        int seen = 0;
        for (int lane = 0; lane < lanes.size(); lane++) {
            int previous = -1;
            for (RowChange change : lanes.get(lane)) {
                assertThat(places.get(change)).as("seed %d", seed).isGreaterThan(previous);
                previous = places.get(change);
                seen++;
                for (Object key : keys(change)) {
                    Integer other = laneOf.putIfAbsent(key, lane);
                    assertThat(other == null || other == lane)
                            .as("seed %d", seed)
                            .isTrue();
                }
                if (change.shape() == KEYLESS) {
                    assertThat(lane).isEqualTo(lanes.size() - 1);
                }
            }
        }
        assertThat(seen).isEqualTo(changes.size());
    }

    private static Object[] row(int values, Random random) {
        return new Object[] {
            (long) random.nextInt(values), random.nextInt(3) == 0 ? null : (long) random.nextInt(values)
        };
    }

    private static List<Object> keys(RowChange change) {
        List<Object> keys = new ArrayList<>();
        if (change.shape() == UNTELLABLE) {
            keys.add(UNTELLABLE);
        } else if (change.shape() != KEYLESS) {
            for (Object[] image : new Object[][] {change.before(), change.after()}) {
                for (int i = 0; image != null && i < 2; i++) {
                    if (image[i] != null) {
                        keys.add(List.of(change.shape().table(), i, image[i]));
                    }
                }
            }
        }
        return keys;
    }
}
