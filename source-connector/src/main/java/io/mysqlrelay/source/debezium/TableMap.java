package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;

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

    TableMapOptional optional() {
        return optional;
    }
}
