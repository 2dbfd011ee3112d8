package io.mysqlrelay.sink.adb.plan;

import io.mysqlrelay.sink.change.RowChange;

/**
 * A row to be written.
 *
 * @param change that it comes from
 * @param values in the order of the stream's columns
 * @param id of a keyless table's row; null for all others
 * @param image goes with the id
 */
public record NewRow(RowChange change, Object[] values, String id, String image) {
    /** A row that has a key of its own. */
    public static NewRow of(RowChange change) {
        return new NewRow(change, change.after(), null, null);
    }
}
