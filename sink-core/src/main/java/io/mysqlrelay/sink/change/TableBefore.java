package io.mysqlrelay.sink.change;

import java.util.List;

/**
 * The table of an ALTER TABLE as it was immediately before.
 *
 * @param charset MySQL name of the character set of columns without their own; null if it is not known
 */
public record TableBefore(String charset, List<Column> columns) {
    public TableBefore {
        columns = List.copyOf(columns);
    }

    /**
     * One of its columns.
     *
     * @param type as SHOW CREATE TABLE prints it, with the character set always; null if it is not known
     */
    public record Column(String name, String type, boolean nullable, boolean autoIncrement) {}
}
