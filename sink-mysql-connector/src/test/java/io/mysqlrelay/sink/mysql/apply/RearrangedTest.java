package io.mysqlrelay.sink.mysql.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.mysql.plan.LaneKeysOf;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import io.mysqlrelay.testkit.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RearrangedTest {
    private static final RowShape SHAPE = new RowShape(
            new TableName("d", "t"),
            List.of(
                    new ColumnShape("id", ValueType.INTEGER, null, List.of()),
                    new ColumnShape("u", ValueType.INTEGER, null, List.of()),
                    new ColumnShape("v", ValueType.INTEGER, null, List.of())));
    private static final TablePlan PLAN = LaneKeysOf.plan(SHAPE, "id", "id", "u");
    /** Without a second unique key, so rows can be overwritten. */
    private static final TablePlan ONE_KEY = LaneKeysOf.plan(SHAPE, "id", "id");

    private static RowChange change(Op op, Object[] before, Object[] after) {
        return new RowChange(SHAPE, op, before, after, false, 60);
    }

    private static Object[] row(long id, Long u, long v) {
        return new Object[] {id, u, v};
    }

    private static List<String> text(List<Rearranged.Part> parts) {
        return parts.stream()
                .map(p -> (p.overwriting() ? "OVERWRITE " : p.mode() + " ")
                        + p.changes().size())
                .toList();
    }

    @Test
    void changesOfManyRowsMakeOneStatementOfEachKind() {
        List<RowChange> changes = new ArrayList<>();
        for (long i = 0; i < 100; i++) {
            changes.add(change(Op.UPDATE, row(i, i, 0), row(i, i, 1)));
            changes.add(change(Op.DELETE, row(1000 + i, null, 0), null));
            changes.add(change(Op.INSERT, null, row(1000 + i, null, 0)));
        }
        assertThat(text(Rearranged.of(PLAN, changes))).containsExactly("DELETE 100", "UPDATE 100", "INSERT 100");
    }

    @Test
    void updatesThatLeaveAllKeysArePartOfTheChangeBefore() {
        List<Rearranged.Part> parts = Rearranged.of(
                PLAN,
                List.of(
                        change(Op.INSERT, null, row(1, 1L, 0)),
                        change(Op.UPDATE, row(1, 1L, 0), row(1, 1L, 1)),
                        change(Op.UPDATE, row(2, 5L, 0), row(2, 6L, 1)),
                        change(Op.UPDATE, row(2, 6L, 1), row(2, 6L, 2)),
                        change(Op.UPDATE, row(2, 6L, 2), row(2, 7L, 3))));
        assertThat(text(parts)).containsExactly("UPDATE 2", "INSERT 1");
        assertThat(parts.get(1).changes().get(0).after()).isEqualTo(row(1, 1L, 1));
        assertThat(parts.get(0).changes().get(0).before()).isEqualTo(row(2, 5L, 0));
        assertThat(parts.get(0).changes().get(0).after()).isEqualTo(row(2, 6L, 2));
    }

    @Test
    void valuesThatChangeHandsKeepTheOrder() {
        List<RowChange> changes = List.of(
                change(Op.UPDATE, row(1, 1L, 0), row(1, null, 0)),
                change(Op.UPDATE, row(2, 2L, 0), row(2, 1L, 0)),
                change(Op.UPDATE, row(1, null, 0), row(1, 2L, 0)));
        List<Rearranged.Part> parts = Rearranged.of(PLAN, changes);
        assertThat(parts).singleElement().satisfies(p -> assertThat(p.changes()).isEqualTo(changes));
    }

    @Test
    void rowsThatStayAreOverwrittenTogether() {
        List<RowChange> changes = new ArrayList<>();
        for (long i = 0; i < 100; i++) {
            changes.add(change(Op.UPDATE, row(i, i, 0), row(i, i, 1)));
            changes.add(change(Op.DELETE, row(1000 + i, null, 0), null));
            changes.add(change(Op.INSERT, null, row(1000 + i, null, 5)));
        }
        changes.add(change(Op.DELETE, row(5000, null, 0), null));
        changes.add(change(Op.UPDATE, row(6000, null, 0), row(6001, null, 0)));
        changes.add(change(Op.INSERT, null, row(7000, null, 5)));
        List<Rearranged.Part> parts = Rearranged.of(ONE_KEY, changes);
        assertThat(text(parts)).containsExactly("DELETE 1", "OVERWRITE 200", "UPDATE 1", "INSERT 1");
        assertThat(parts.get(1).changes()).allMatch(c -> c.op() == Op.UPDATE && c.before()[0].equals(c.after()[0]));
    }

    @Test
    void aRowThatIsDeletedAndComesBackAsItWasIsNoOverwriting() {
        List<RowChange> changes = List.of(
                change(Op.DELETE, row(1, 1L, 0), null),
                change(Op.INSERT, null, row(1, 1L, 0)),
                change(Op.UPDATE, row(2, 1L, 0), row(2, 1L, 1)),
                change(Op.UPDATE, row(2, 1L, 1), row(2, 1L, 0)));
        // The server counts a row that does not change as one that was not there.
        assertThat(text(Rearranged.of(ONE_KEY, changes))).containsExactly("UPDATE 2");
    }

    @Test
    void aKeyThatWasTakenInBetweenIsInsertedBehind() {
        List<RowChange> changes = List.of(
                change(Op.DELETE, row(1, 1L, 0), null),
                change(Op.UPDATE, row(2, 1L, 0), row(1, 1L, 0)),
                change(Op.UPDATE, row(1, 1L, 0), row(3, 1L, 0)),
                change(Op.INSERT, null, row(1, 1L, 9)));
        assertThat(text(Rearranged.of(ONE_KEY, changes))).containsExactly("DELETE 1", "UPDATE 2", "INSERT 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void theOutcomeIsThatOfSourceOrder(int offset) {
        outcome(offset, PLAN, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void theOutcomeIsThatOfSourceOrderWhereRowsAreOverwritten(int offset) {
        assertThat(outcome(offset, ONE_KEY, false)).anyMatch(Rearranged.Part::overwriting);
    }

    private static List<Rearranged.Part> outcome(int offset, TablePlan plan, boolean secondKey) {
        long seed = Seed.next("RearrangedTest") + offset;
        Random random = new Random(seed);
        int ids = 2 + random.nextInt(20);
        Table source = new Table(secondKey);
        List<RowChange> changes = new ArrayList<>();
        for (int tries = 0; tries < 3000; tries++) {
            RowChange change = random(source, ids, random);
            if (change != null && source.apply(change)) {
                changes.add(change);
            }
        }
        Table target = new Table(secondKey);
        List<Rearranged.Part> parts = Rearranged.of(plan, changes);
        for (Rearranged.Part part : parts) {
            for (RowChange change : part.changes()) {
                if (part.overwriting()) {
                    assertThat(target.rows.get((Long) change.after()[0]))
                            .as("seed %d", seed)
                            .isNotNull()
                            .isNotEqualTo(change.after());
                }
                assertThat(target.apply(change)).as("seed %d", seed).isTrue();
            }
        }
        assertThat(target.text()).as("seed %d", seed).isEqualTo(source.text());
        assertThat(parts.stream().mapToInt(p -> p.changes().size()).sum()).isLessThan(changes.size());
        return parts;
    }

    private static RowChange random(Table source, int ids, Random random) {
        long id = random.nextInt(ids);
        Object[] old = source.rows.get(id);
        Long u = random.nextInt(4) == 0 ? null : (long) random.nextInt(2 * ids);
        if (old == null) {
            return change(Op.INSERT, null, row(id, u, random.nextInt(9)));
        }
        return switch (random.nextInt(5)) {
            case 0 -> change(Op.DELETE, old, null);
            case 1 -> change(Op.UPDATE, old, row(random.nextInt(ids), u, random.nextInt(9)));
            default -> change(Op.UPDATE, old, row(id, (Long) old[1], random.nextInt(9)));
        };
    }

    /** As strict as the server. */
    private static final class Table {
        final Map<Long, Object[]> rows = new HashMap<>();
        final boolean secondKey;

        Table(boolean secondKey) {
            this.secondKey = secondKey;
        }

        boolean apply(RowChange change) {
            Object[] old = change.before() == null ? null : rows.get((Long) change.before()[0]);
            if (change.before() != null && old == null) {
                return false;
            }
            Object[] now = change.after();
            if (now != null && rows.values().stream().anyMatch(r -> r != old && collides(r, now))) {
                return false;
            }
            if (old != null) {
                rows.remove((Long) old[0]);
            }
            if (now != null) {
                rows.put((Long) now[0], now);
            }
            return true;
        }

        private boolean collides(Object[] a, Object[] b) {
            return a[0].equals(b[0]) || (secondKey && a[1] != null && Objects.equals(a[1], b[1]));
        }

        List<String> text() {
            return rows.values().stream().map(Arrays::toString).sorted().toList();
        }
    }
}
