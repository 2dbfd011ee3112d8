package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.mysql.plan.LaneKeys;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which changes of a window must stay in one lane: those that share a key, also by way of others. A union-find. */
final class Conflicts {
    private final int[] parent;
    private final int lastLane;

    /** @param tables what keeps changes of a shape's table together */
    Conflicts(List<RowChange> changes, Tables tables) throws SQLException {
        lastLane = changes.size();
        parent = new int[changes.size() + 1];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        Rows rows = new Rows(changes.size() * 2);
        Set<TableName> whole = new HashSet<>();
        for (int i = 0; i < changes.size(); i++) {
            RowChange change = changes.get(i);
            LaneKeys lanes = tables.of(change.shape());
            if (lanes.inLastLane()) {
                join(i, lastLane);
            } else if (!rows.tell(i, change, lanes)) {
                whole.add(change.shape().table().folded());
            }
        }
        joinWhole(changes, whole);
    }

    /** One value that cannot be told may equal any other of its table, earlier ones too. */
    private void joinWhole(List<RowChange> changes, Set<TableName> tables) {
        if (tables.isEmpty()) {
            return;
        }
        Map<TableName, Integer> first = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            TableName table = changes.get(i).shape().table().folded();
            if (tables.contains(table)) {
                Integer other = first.putIfAbsent(table, i);
                if (other != null) {
                    join(i, other);
                }
            }
        }
    }

    private void join(int a, int b) {
        int one = group(a);
        int other = group(b);
        // The smaller number leads, so that groups are met in source order.
        parent[Math.max(one, other)] = Math.min(one, other);
    }

    /** @return the group of the change, the same number for all of its changes */
    int group(int change) {
        int at = change;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** @return the group that must be applied with the checkpoint; no change may be in it */
    int lastGroup() {
        return group(lastLane);
    }

    /** The window's rows, one after the other. */
    private final class Rows {
        private static final int MOST_KEYS = 64;

        private final KeyNodes keys;
        /** What the row of the present change had under each key; 0 for NULL. */
        private final long[] had = new long[MOST_KEYS];

        private boolean handedOn;

        Rows(int expected) {
            keys = new KeyNodes(expected);
        }

        /** @return false if the table's changes must stay together as a whole */
        boolean tell(int node, RowChange change, LaneKeys lanes) {
            Arrays.fill(had, 0);
            handedOn = false;
            return (change.before() == null
                            || lanes.tell(change.before(), (number, key) -> {
                                join(node, keys.first(key, node));
                                had[number] = key;
                            }))
                    && (change.after() == null || lanes.tell(change.after(), (number, key) -> take(node, number, key)))
                    && !handedOn;
        }

        /**
         * A value that another row gave up in this window. InnoDB then locks the gap behind the value too, in a secondary
         * index even under READ COMMITTED, and with it rows that share nothing with this one: lanes would wait for each
         * other.
         */
        private void take(int node, int number, long key) {
            int first = keys.first(key, node);
            join(node, first);
            handedOn |= number > 0 && first != node && had[number] != key;
        }
    }

    /** The target's tables as the server describes them. */
    @FunctionalInterface
    interface Tables {
        LaneKeys of(RowShape shape) throws SQLException;
    }
}
