package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowKey;
import io.mysqlrelay.sink.mysql.plan.LaneKeys;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Strict changes of one table in an order that makes large statements: deletions, then updates, then insertions, over and
 * over. A change is put before others only if it shares no value of any key with them, so each finds and leaves what it
 * would in source order. An update that leaves all keys as they are, of a row that is inserted or updated before it, is
 * made part of that change: nobody else can have held the row's keys in between. Where rows can be overwritten, a deletion and
 * the insertion of the same row behind it become an update, and updates of that kind are put before all others: the row of
 * such an update was there, with its keys, before any pending change.
 */
final class Rearranged {
    /**
     * Changes of one kind, to be applied together.
     *
     * @param overwriting updates, all of which {@link TablePlan#overwrites} is true of
     */
    record Part(Mode mode, List<RowChange> changes, boolean overwriting) {}

    private final TablePlan plan;
    private final List<Part> parts = new ArrayList<>();

    private List<RowChange> deletes = new ArrayList<>();
    private List<RowChange> updates = new ArrayList<>();
    private List<RowChange> inserts = new ArrayList<>();
    /** One of the pending changes may share a value with any other. */
    private boolean untold;

    /** Keys, as numbers, of pending updates and insertions. */
    private final Set<Long> updated = new HashSet<>();

    private final Set<Long> inserted = new HashSet<>();
    /** Places in the lists by identity as the change leaves it. */
    private final Map<RowKey, Integer> updatePlaces = new HashMap<>();

    private final Map<RowKey, Integer> insertPlaces = new HashMap<>();
    /** Only where rows can be overwritten. */
    private final Map<RowKey, Integer> deletePlaces = new HashMap<>();

    private Rearranged(TablePlan plan) {
        this.plan = plan;
    }

    /** @param changes of one shape, of a table outside the last lane; none is applied in safe mode */
    static List<Part> of(TablePlan plan, List<RowChange> changes) {
        Rearranged all = new Rearranged(plan);
        for (RowChange change : changes) {
            all.add(change);
        }
        all.flush();
        return all.parts;
    }

    private void add(RowChange change) {
        List<Long> keys = new ArrayList<>();
        boolean told = told(change, keys);
        if ((!told || untold) && !alone(change.op())) {
            flush();
        }
        untold |= !told;
        switch (change.op()) {
            case INSERT -> {
                if (told && overwrites(change, keys)) {
                    return;
                }
                insertPlaces.put(plan.key(change.after()), inserts.size());
                inserts.add(change);
                inserted.addAll(keys);
            }
            case UPDATE -> update(change, keys);
            default -> {
                if (meets(inserted, keys) || meets(updated, keys)) {
                    flush();
                }
                if (plan.overwritable()) {
                    deletePlaces.put(plan.key(change.before()), deletes.size());
                }
                deletes.add(change);
            }
        }
    }

    /** @return true if it is made an update of the row that a pending deletion takes */
    private boolean overwrites(RowChange insertion, List<Long> keys) {
        if (deletePlaces.isEmpty() || meets(updated, keys)) {
            return false;
        }
        RowKey key = plan.key(insertion.after());
        Integer place = deletePlaces.remove(key);
        if (place == null) {
            return false;
        }
        RowChange deletion = deletes.set(place, null);
        updatePlaces.put(key, updates.size());
        updates.add(new RowChange(
                insertion.shape(),
                RowChange.Op.UPDATE,
                deletion.before(),
                insertion.after(),
                insertion.unchecked(),
                Math.max(deletion.bytes(), insertion.bytes())));
        updated.addAll(keys);
        return true;
    }

    private void update(RowChange change, List<Long> keys) {
        boolean sameKeys = plan.lanes().unchanged(change.before(), change.after());
        RowKey key = plan.key(change.after());
        if (sameKeys
                && (merged(change, inserts, insertPlaces.get(key)) || merged(change, updates, updatePlaces.get(key)))) {
            return;
        }
        if (meets(inserted, keys)) {
            flush();
        }
        updatePlaces.put(key, updates.size());
        updates.add(change);
        updated.addAll(keys);
    }

    /** @param place of the change it becomes part of; null for none */
    private static boolean merged(RowChange change, List<RowChange> into, Integer place) {
        if (place == null) {
            return false;
        }
        RowChange earlier = into.get(place);
        into.set(
                place,
                new RowChange(
                        earlier.shape(),
                        earlier.op(),
                        earlier.before(),
                        change.after(),
                        change.unchecked(),
                        Math.max(earlier.bytes(), change.bytes())));
        return true;
    }

    /** @return false when the change may share a value with any other */
    private boolean told(RowChange change, List<Long> keys) {
        LaneKeys lanes = plan.lanes();
        return (change.before() == null || lanes.tell(change.before(), (number, key) -> keys.add(key)))
                && (change.after() == null || lanes.tell(change.after(), (number, key) -> keys.add(key)));
    }

    /** @return true if all pending changes, which then stay in order, are of this kind */
    private boolean alone(RowChange.Op op) {
        return (op == RowChange.Op.DELETE || deletes.isEmpty())
                && (op == RowChange.Op.UPDATE || updates.isEmpty())
                && (op == RowChange.Op.INSERT || inserts.isEmpty());
    }

    private static boolean meets(Set<Long> pending, List<Long> keys) {
        for (Long key : keys) {
            if (pending.contains(key)) {
                return true;
            }
        }
        return false;
    }

    private void flush() {
        if (plan.overwritable()) {
            deletes.removeIf(Objects::isNull);
        }
        put(Mode.DELETE, deletes, false);
        if (plan.overwritable() && !untold) {
            divideUpdates();
        } else {
            put(Mode.UPDATE, updates, false);
        }
        put(Mode.INSERT, inserts, false);
        deletes = new ArrayList<>();
        updates = new ArrayList<>();
        inserts = new ArrayList<>();
        updated.clear();
        inserted.clear();
        updatePlaces.clear();
        insertPlaces.clear();
        deletePlaces.clear();
        untold = false;
    }

    private void divideUpdates() {
        List<RowChange> overwriting = new ArrayList<>(updates.size());
        List<RowChange> others = new ArrayList<>();
        for (RowChange update : updates) {
            (plan.overwrites(update) ? overwriting : others).add(update);
        }
        put(Mode.UPDATE, overwriting, true);
        put(Mode.UPDATE, others, false);
    }

    private void put(Mode mode, List<RowChange> changes, boolean overwriting) {
        if (!changes.isEmpty()) {
            parts.add(new Part(mode, changes, overwriting));
        }
    }
}
