package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowKey;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What consecutive changes of one table leave behind, for changes that may already be in the target: every key they
 * touch is deleted, then the rows that remain are written with REPLACE.
 *
 * <p>The outcome is that of deleting and replacing change by change. Keys are told apart by their bytes although the
 * server may take 'a' for 'A': a row that goes from one to the other is deleted under both, and only its last image is
 * written. A row of another key that REPLACE displaces holds a unique value that, at this point of the source's
 * history, belongs to the row being written: it has its own later change, which writes it again.
 */
final class SafeChanges {
    /** Last image per key that is touched; null when the row is gone. */
    private final Map<RowKey, RowChange> last = new LinkedHashMap<>();

    SafeChanges(TablePlan plan, List<RowChange> changes) {
        for (RowChange change : changes) {
            if (change.before() != null) {
                put(plan.key(change.before()), null);
            }
            if (change.after() != null) {
                put(plan.key(change.after()), change);
            }
        }
    }

    /** Moves the key to the end: rows are written in the order of their last change. */
    private void put(RowKey key, RowChange change) {
        last.remove(key);
        last.put(key, change);
    }

    List<RowKey> touched() {
        return List.copyOf(last.keySet());
    }

    List<RowChange> remaining() {
        return last.values().stream().filter(c -> c != null).toList();
    }
}
