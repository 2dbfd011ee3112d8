package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.sink.adb.plan.NewRow;
import io.mysqlrelay.sink.adb.plan.TablePlan;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What consecutive changes of one table with a key leave behind: keys whose row is gone, and rows as they are in the end.
 * Nothing in between is written, so no key is in two statements, and their order does not matter but for one thing: all
 * deletions come first, in case the target takes two keys for one.
 */
final class Reduced {
    private final TablePlan plan;
    /** Last change per key of the target that is touched; null when the row is gone. */
    private final Map<RowKey, RowChange> last = new LinkedHashMap<>();

    private boolean loads;

    Reduced(TablePlan plan) {
        this.plan = plan;
    }

    /** @param by plan of the change's own shape */
    void add(RowChange change, TablePlan by) {
        loads |= change.op() == RowChange.Op.LOAD;
        if (change.before() != null) {
            last.put(by.key(change.before()), null);
        }
        if (change.after() != null) {
            last.put(by.key(change.after()), change);
        }
    }

    TablePlan plan() {
        return plan;
    }

    /** Rows from before the migration are left as they are by the full load: INSERT does nothing where a key is there. */
    String verb() {
        return loads && plan.existed() ? "INSERT" : "REPLACE";
    }

    List<RowKey> gone() {
        List<RowKey> gone = new ArrayList<>();
        last.forEach((key, change) -> {
            if (change == null) {
                gone.add(key);
            }
        });
        return gone;
    }

    List<NewRow> rows() {
        List<NewRow> rows = new ArrayList<>();
        for (RowChange change : last.values()) {
            if (change != null) {
                rows.add(NewRow.of(change));
            }
        }
        return rows;
    }
}
