package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.event.deserialization.WriteRowsEventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/** WRITE_ROWS events with cells as {@link RawValues} reads them. */
final class RawWriteRowsDeserializer extends WriteRowsEventDataDeserializer {
    /** @param tableMaps by table id; kept up to date by the event deserializer that calls this one */
    RawWriteRowsDeserializer(Map<Long, TableMapEventData> tableMaps) {
        super(tableMaps);
    }

    @Override
    protected Serializable deserializeCell(ColumnType type, int meta, int length, ByteArrayInputStream in)
            throws IOException {
        return RawValues.read(type, meta, length, in);
    }
}
