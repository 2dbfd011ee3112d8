package io.mysqlrelay.sink.change;

import io.mysqlrelay.core.TableName;
import java.util.List;

/**
 * Shape of a table's rows on the stream. One instance serves all rows until the shape changes, so that plans can be
 * cached by identity ({@code ==}); a new instance may be equal to an older one.
 */
public final class RowShape {
    private final TableName table;
    private final List<ColumnShape> columns;

    public RowShape(TableName table, List<ColumnShape> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    public TableName table() {
        return table;
    }

    public List<ColumnShape> columns() {
        return columns;
    }
}
