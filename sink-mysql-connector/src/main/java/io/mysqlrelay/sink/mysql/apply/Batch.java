package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import java.util.List;

/**
 * Changes that are applied one after the other by one session.
 *
 * @param changes in source order
 * @param endOffset of the window they belong to, for messages
 */
record Batch(List<RowChange> changes, Doubt doubt, long endOffset) {
    /** @return some of the changes, with everything else as it is */
    Batch of(List<RowChange> some) {
        return new Batch(some, doubt, endOffset);
    }
}
