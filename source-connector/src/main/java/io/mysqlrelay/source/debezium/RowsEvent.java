package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.EventData;
import java.io.Serializable;
import java.util.List;

/**
 * A WRITE_ROWS, UPDATE_ROWS or DELETE_ROWS event.
 *
 * @param tableNumber number that a TABLE_MAP event gave the table
 * @param unchecked the session had {@code foreign_key_checks=0}, so its changes had no referential actions
 */
record RowsEvent(long tableNumber, boolean unchecked, List<Images> rows) implements EventData {
    /**
     * A row's images, in cells as {@link RawValues} reads them.
     *
     * @param before null for an insert
     * @param after null for a delete
     */
    record Images(Serializable[] before, Serializable[] after) implements Serializable {}
}
