package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Divides the changes of a window among sessions that apply them side by side. */
final class Lanes {
    /** A lane costs a transaction of its own: with fewer changes than this in each, one lane is faster. */
    private static final int FEWEST_CHANGES = 100;
    /** What a change costs beside its values, in bytes of values. */
    private static final long BYTES_PER_CHANGE = 200;
    /** When one lane would have more than this share of the work, the others are not worth their commits. */
    private static final double LARGEST_SHARE = 0.8;

    private Lanes() {}

    /**
     * Changes that conflict are in one lane, in source order; the last lane has those that only the checkpoint's
     * transaction may hold. Neighbours stay neighbours as far as possible: they make large statements, and write to the
     * same pages.
     *
     * @param most lanes to use
     * @return one lane, or several, of which only the last may be empty
     */
    static List<List<RowChange>> split(List<RowChange> changes, Conflicts.Tables tables, int most) throws SQLException {
        int count = Math.min(most, changes.size() / FEWEST_CHANGES);
        if (count < 2) {
            return List.of(changes);
        }
        Conflicts conflicts = new Conflicts(changes, tables);
        long[] weights = new long[changes.size() + 1];
        long total = 0;
        for (int i = 0; i < changes.size(); i++) {
            long weight = changes.get(i).bytes() + BYTES_PER_CHANGE;
            weights[conflicts.group(i)] += weight;
            total += weight;
        }
        int last = count - 1;
        int[] laneOf = new int[weights.length];
        Arrays.fill(laneOf, -1);
        laneOf[conflicts.lastGroup()] = last;
        long[] loads = new long[count];
        loads[last] = weights[conflicts.lastGroup()];
        int filling = 0;
        for (int group = 0; group < changes.size(); group++) {
            if (weights[group] > 0 && laneOf[group] < 0) {
                while (filling < last && loads[filling] >= total / count) {
                    filling++;
                }
                laneOf[group] = filling;
                loads[filling] += weights[group];
            }
        }
        if (Arrays.stream(loads).max().orElseThrow() > total * LARGEST_SHARE) {
            return List.of(changes);
        }
        return divide(changes, conflicts, laneOf, count);
    }

    private static List<List<RowChange>> divide(List<RowChange> changes, Conflicts conflicts, int[] laneOf, int count) {
        List<List<RowChange>> lanes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lanes.add(new ArrayList<>());
        }
        for (int i = 0; i < changes.size(); i++) {
            lanes.get(laneOf[conflicts.group(i)]).add(changes.get(i));
        }
        List<RowChange> last = lanes.remove(count - 1);
        lanes.removeIf(List::isEmpty);
        lanes.add(last);
        return lanes;
    }
}
