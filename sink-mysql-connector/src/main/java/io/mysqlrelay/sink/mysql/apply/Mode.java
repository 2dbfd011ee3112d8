package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.mysql.plan.TablePlan;

/** How one change is applied. */
enum Mode {
    LOAD,
    INSERT,
    UPDATE,
    DELETE,
    /** The row may or may not be there. */
    SAFE;

    static Mode of(RowChange change, TablePlan plan, Doubt doubt) {
        if (change.op() == Op.LOAD) {
            return LOAD;
        }
        if (doubt == Doubt.REPEATED && !plan.lanes().inLastLane()) {
            return SAFE;
        }
        // Rows of a keyless table too are loaded from one snapshot with a position, so their changes are never
        // repeated.
        if (!plan.keyless() && !plan.exact() && (doubt == Doubt.LOADED || plan.existed())) {
            return SAFE;
        }
        return switch (change.op()) {
            case INSERT -> INSERT;
            case UPDATE -> UPDATE;
            default -> DELETE;
        };
    }
}
