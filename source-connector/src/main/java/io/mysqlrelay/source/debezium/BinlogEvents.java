package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ByteArrayEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.GtidEventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import io.debezium.connector.binlog.event.StopEventDataDeserializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads binlog events with our deserializers, inside compressed transactions too. An event that cannot be read is an
 * exception, never left out.
 */
final class BinlogEvents extends EventDeserializer {
    private final Map<Long, TableMapEventData> tableMaps;

    BinlogEvents() {
        this(new HashMap<>());
        setEventDataDeserializer(EventType.TRANSACTION_PAYLOAD, new PayloadDeserializer(this::inner));
    }

    private BinlogEvents(Map<Long, TableMapEventData> tableMaps) {
        this.tableMaps = tableMaps;
        setEventDataDeserializer(EventType.STOP, new StopEventDataDeserializer());
        setEventDataDeserializer(EventType.QUERY, new QueryEventDeserializer());
        setEventDataDeserializer(EventType.TABLE_MAP, new TableMapDeserializer());
        // The library skips its body, and with it the commit time.
        setEventDataDeserializer(EventType.ANONYMOUS_GTID, new GtidEventDataDeserializer());
        setEventDataDeserializer(EventType.PARTIAL_UPDATE_ROWS_EVENT, new ByteArrayEventDataDeserializer());
        setEventDataDeserializer(EventType.WRITE_ROWS, new RawWriteRowsDeserializer(tableMaps));
        setEventDataDeserializer(EventType.UPDATE_ROWS, new RawUpdateRowsDeserializer(tableMaps));
        setEventDataDeserializer(EventType.DELETE_ROWS, new RawDeleteRowsDeserializer(tableMaps));
        setEventDataDeserializer(
                EventType.EXT_WRITE_ROWS, new RawWriteRowsDeserializer(tableMaps).setMayContainExtraInformation(true));
        setEventDataDeserializer(
                EventType.EXT_UPDATE_ROWS,
                new RawUpdateRowsDeserializer(tableMaps).setMayContainExtraInformation(true));
        setEventDataDeserializer(
                EventType.EXT_DELETE_ROWS,
                new RawDeleteRowsDeserializer(tableMaps).setMayContainExtraInformation(true));
    }

    /** Events inside a payload have no checksum of their own, but the same table maps. */
    private BinlogEvents inner() {
        return new BinlogEvents(tableMaps);
    }

    @Override
    public Event nextEvent(ByteArrayInputStream in) throws IOException {
        Event event = super.nextEvent(in);
        if (event == null) {
            return null;
        }
        if (event.getHeader().getEventType() == EventType.TABLE_MAP) {
            TableMapEventData map = event.getData();
            tableMaps.put(map.getTableId(), map);
        } else if (event.getHeader().getEventType() == EventType.ROTATE
                && event.getHeader().getTimestamp() != 0) {
            // Table ids begin anew in the next file; without this the map grows for ever.
            tableMaps.clear();
        }
        return event;
    }
}
