package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import java.util.List;

/** A change of a parent row, which the target's server carries out with the actions of its foreign keys. */
final class ActingChange {
    private ActingChange() {}

    /**
     * For safe mode, where the parent may be gone already, or be there with later values: without the row as it was the
     * server would not look for its children.
     *
     * @return changes that free the keys the row will get, and put it in place as it was; each to be applied by itself
     */
    static List<RowChange> parentInPlace(RowChange change) {
        return change.after() == null
                ? List.of(of(change, Op.INSERT, null, change.before()))
                : List.of(
                        of(change, Op.INSERT, null, change.after()),
                        of(change, Op.UPDATE, change.after(), change.before()));
    }

    private static RowChange of(RowChange change, Op op, Object[] before, Object[] after) {
        return new RowChange(change.shape(), op, before, after, true, change.bytes());
    }
}
