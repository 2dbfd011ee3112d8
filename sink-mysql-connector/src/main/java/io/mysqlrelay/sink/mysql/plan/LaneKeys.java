package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What keeps changes of a table's rows in one lane: a value in common under the primary key or any unique key of the
 * target's table. Two keys that the server takes for equal have the same number; the other way round need not hold.
 * Immutable.
 */
public final class LaneKeys {
    private static final LaneKeys LAST = new LaneKeys(true, List.of());
    private static final LaneKeys ONE = new LaneKeys(false, List.of());

    private final boolean last;
    private final List<Key> keys;

    private LaneKeys(boolean last, List<Key> keys) {
        this.last = last;
        this.keys = keys;
    }

    /** Of tables whose changes cannot be repeated: they are applied in the transaction of the checkpoint only. */
    static LaneKeys lastLane() {
        return LAST;
    }

    /** Of tables whose changes can be repeated, but not told apart. */
    static LaneKeys oneLane() {
        return ONE;
    }

    static LaneKeys of(TableName table, RowShape shape, TargetTable target) {
        TableName folded = table.folded();
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < target.keys().size(); i++) {
            KeyHash salt = new KeyHash(i);
            salt.put(folded.database());
            salt.put(folded.table());
            Key key = key(salt.value(), target.keys().get(i), shape, target);
            if (key == null) {
                return ONE;
            }
            keys.add(key);
        }
        return new LaneKeys(false, keys);
    }

    private static Key key(long salt, TargetKey of, RowShape shape, TargetTable target) {
        List<Part> parts = new ArrayList<>();
        for (TargetKey.Part part : of.parts()) {
            TargetColumn column =
                    part.column() == null ? null : target.columns().get(part.column());
            int index = column == null ? -1 : index(shape, column);
            // What the server computes here need not be what the stream's row says.
            if (index < 0 || column.generated()) {
                return null;
            }
            Canonical form = CanonicalForms.of(shape.columns().get(index), column, part.prefix());
            if (form == null) {
                return null;
            }
            parts.add(new Part(index, form));
        }
        return new Key(salt, parts);
    }

    private static int index(RowShape shape, TargetColumn column) {
        for (int i = 0; i < shape.columns().size(); i++) {
            if (shape.columns().get(i).name().equalsIgnoreCase(column.name())) {
                return i;
            }
        }
        return -1;
    }

    /** True if the table's changes may be applied in the checkpoint's transaction only. */
    public boolean inLastLane() {
        return last;
    }

    /**
     * @param row an image of a row, in the shape's order
     * @param sink gets the row's keys; none for a key with NULL in it, which collides with nothing
     * @return false if the row's keys cannot be told: then all changes of the table belong into one lane
     */
    public boolean tell(Object[] row, Sink sink) {
        if (keys.isEmpty()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            KeyHash hash = new KeyHash(key.salt());
            boolean complete = true;
            for (Part part : key.parts()) {
                Object value = row[part.index()];
                if (value == null) {
                    complete = false;
                } else if (!part.form().put(value, hash)) {
                    return false;
                }
            }
            if (complete) {
                sink.key(i, hash.value());
            }
        }
        return true;
    }

    /** @return true if the bytes of all keys are the same; false if there are none that can be told */
    public boolean unchanged(Object[] before, Object[] after) {
        for (Key key : keys) {
            for (Part part : key.parts()) {
                if (!Objects.deepEquals(before[part.index()], after[part.index()])) {
                    return false;
                }
            }
        }
        return !keys.isEmpty();
    }

    /** Takes the keys of a row. */
    @FunctionalInterface
    public interface Sink {
        /**
         * @param number of the key in its table; the primary key, if there is one, has 0
         * @param value the same for equal values of this key, and by chance for any other
         */
        void key(int number, long value);
    }

    private record Key(long salt, List<Part> parts) {}

    /** @param index place in the stream's row */
    private record Part(int index, Canonical form) {}
}
