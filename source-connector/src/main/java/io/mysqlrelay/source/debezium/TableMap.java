package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import java.util.Arrays;

/** A TABLE_MAP event; {@link #optional} has what the server adds about columns, the library's own reading of it is not used. */
final class TableMap extends TableMapEventData {
    private static final long serialVersionUID = 1L;

    private final transient TableMapOptional optional;

    TableMap(TableMapEventData from, String database, String table, TableMapOptional optional) {
        setTableId(from.getTableId());
        setDatabase(database);
        setTable(table);
        setColumnTypes(from.getColumnTypes());
        setColumnMetadata(from.getColumnMetadata());
        setColumnNullability(from.getColumnNullability());
        this.optional = optional;
    }

    int count() {
        return getColumnTypes().length;
    }

    ColumnType type(int column) {
        return ColumnType.byCode(getColumnTypes()[column] & 0xff);
    }

    TableMap withoutLast() {
        TableMap shorter = new TableMap(this, getDatabase(), getTable(), optional);
        shorter.setColumnTypes(Arrays.copyOf(getColumnTypes(), count() - 1));
        shorter.setColumnMetadata(Arrays.copyOf(getColumnMetadata(), count() - 1));
        return shorter;
    }

    TableMapOptional optional() {
        return optional;
    }
}
