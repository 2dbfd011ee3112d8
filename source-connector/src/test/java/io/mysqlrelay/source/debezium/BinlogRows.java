package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.source.server.SourceServer;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Row images between two positions of a server's binlog, read with our deserializers. */
final class BinlogRows {
    private final Map<Long, TableMapEventData> tableMaps = new HashMap<>();
    private final Map<String, List<Serializable[]>> images = new LinkedHashMap<>();

    private BinlogRows() {}

    /** @return per table every image in the order of the binlog, of updates the one before and then the one after */
    static Map<String, List<Serializable[]>> read(SourceServer server, BinlogPosition from, BinlogPosition to)
            throws IOException {
        BinlogRows rows = new BinlogRows();
        BinaryLogClient client = new BinaryLogClient(server.host(), server.port(), server.user(), server.password());
        client.setServerId(65_000);
        client.setKeepAlive(false);
        client.setBinlogFilename(from.file());
        client.setBinlogPosition(from.offset());
        client.setEventDeserializer(rows.deserializer());
        AtomicReference<Exception> failure = new AtomicReference<>();
        client.registerLifecycleListener(new BinaryLogClient.AbstractLifecycleListener() {
            @Override
            public void onEventDeserializationFailure(BinaryLogClient failed, Exception e) {
                failure.set(e);
                disconnect(failed);
            }
        });
        client.registerEventListener(event -> {
            rows.take(event);
            EventHeaderV4 header = event.getHeader();
            if (header.getEventType() != EventType.ROTATE && header.getNextPosition() >= to.offset()) {
                disconnect(client);
            }
        });
        client.connect();
        if (failure.get() != null) {
            throw new AssertionError("the binlog could not be read", failure.get());
        }
        return rows.images;
    }

    private static void disconnect(BinaryLogClient client) {
        try {
            client.disconnect();
        } catch (IOException e) {
            throw new AssertionError("the client could not be stopped", e);
        }
    }

    private EventDeserializer deserializer() {
        EventDeserializer deserializer = new EventDeserializer() {
            @Override
            public Event nextEvent(ByteArrayInputStream in) throws IOException {
                Event event = super.nextEvent(in);
                if (event != null && event.getHeader().getEventType() == EventType.TABLE_MAP) {
                    TableMapEventData table = event.getData();
                    tableMaps.put(table.getTableId(), table);
                }
                return event;
            }
        };
        deserializer.setEventDataDeserializer(
                EventType.EXT_WRITE_ROWS, new RowsDeserializer(RowsDeserializer.Kind.WRITE, true, tableMaps));
        deserializer.setEventDataDeserializer(
                EventType.EXT_UPDATE_ROWS, new RowsDeserializer(RowsDeserializer.Kind.UPDATE, true, tableMaps));
        deserializer.setEventDataDeserializer(
                EventType.EXT_DELETE_ROWS, new RowsDeserializer(RowsDeserializer.Kind.DELETE, true, tableMaps));
        return deserializer;
    }

    private void take(Event event) {
        if (event.getData() instanceof RowsEvent rows) {
            for (RowsEvent.Images row : rows.rows()) {
                add(rows.tableNumber(), row.before());
                add(rows.tableNumber(), row.after());
            }
        }
    }

    private void add(long tableId, Serializable[] image) {
        if (image != null) {
            images.computeIfAbsent(tableMaps.get(tableId).getTable(), t -> new ArrayList<>())
                    .add(image);
        }
    }
}
