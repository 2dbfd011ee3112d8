package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeader;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.FormatDescriptionEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ByteArrayEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.ChecksumType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializationException;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.GtidEventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import io.debezium.connector.binlog.event.StopEventDataDeserializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads binlog events with our deserializers, inside compressed transactions too. An event that cannot be read is an
 * exception, never left out.
 */
final class BinlogEvents extends EventDeserializer {
    /** Bytes before each event, and where in them its length is (MySQL Internals, "Binlog Event Header"). */
    private static final int HEADER_LENGTH = 19;

    private static final int EVENT_LENGTH_AT = 9;

    /** The longest array of all virtual machines; the server's events end at about half of it. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    private final KnownTableMaps knownTableMaps = new KnownTableMaps();
    private final Map<Long, TableMapEventData> tableMaps;
    /** Bytes behind each event; the superclass keeps its own number to itself. */
    private int checksumLength;

    BinlogEvents() {
        this(new HashMap<>());
        setEventDataDeserializer(EventType.TRANSACTION_PAYLOAD, new PayloadDeserializer(this::inner));
    }

    private BinlogEvents(Map<Long, TableMapEventData> tableMaps) {
        this.tableMaps = tableMaps;
        setEventDataDeserializer(EventType.STOP, new StopEventDataDeserializer());
        setEventDataDeserializer(EventType.QUERY, new QueryEventDeserializer());
        // The library skips its body, and with it the commit time.
        setEventDataDeserializer(EventType.ANONYMOUS_GTID, new GtidEventDataDeserializer());
        setEventDataDeserializer(EventType.PARTIAL_UPDATE_ROWS_EVENT, new ByteArrayEventDataDeserializer());
        rows(EventType.WRITE_ROWS, EventType.EXT_WRITE_ROWS, RowsDeserializer.Kind.WRITE);
        rows(EventType.UPDATE_ROWS, EventType.EXT_UPDATE_ROWS, RowsDeserializer.Kind.UPDATE);
        rows(EventType.DELETE_ROWS, EventType.EXT_DELETE_ROWS, RowsDeserializer.Kind.DELETE);
    }

    private void rows(EventType version1, EventType version2, RowsDeserializer.Kind kind) {
        setEventDataDeserializer(version1, new RowsDeserializer(kind, false, tableMaps));
        setEventDataDeserializer(version2, new RowsDeserializer(kind, true, tableMaps));
    }

    /** Events inside a payload have no checksum of their own, but the same table maps. */
    private BinlogEvents inner() {
        return new BinlogEvents(tableMaps);
    }

    @Override
    @Deprecated
    public void setChecksumType(ChecksumType type) {
        super.setChecksumType(type);
        checksumLength = type.getLength();
    }

    /** Registered as a deserializer, ours would run beside the library's, and fail where that one fails. */
    @Override
    public EventData deserializeTableMapEventData(ByteArrayInputStream in, EventHeader header) throws IOException {
        try {
            in.enterBlock((int) header.getDataLength() - checksumLength);
            try {
                return knownTableMaps.of(in.read(in.available()));
            } finally {
                in.skipToTheEndOfTheBlock();
                in.skip(checksumLength);
            }
        } catch (IOException e) {
            throw new EventDataDeserializationException(header, e);
        }
    }

    /** The library takes single bytes from the connection, and with TLS each of them costs more than reading a value. */
    private static byte[] whole(ByteArrayInputStream in) throws IOException {
        byte[] header = in.read(HEADER_LENGTH);
        long length = Integer.toUnsignedLong(
                ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(EVENT_LENGTH_AT));
        if (length < header.length || length > LONGEST) {
            throw new IOException("an event of " + length + " bytes");
        }
        byte[] event = Arrays.copyOf(header, (int) length);
        in.fill(event, header.length, event.length - header.length);
        return event;
    }

    @Override
    public Event nextEvent(ByteArrayInputStream in) throws IOException {
        Event event = in.peek() == -1 ? null : super.nextEvent(PlainBytes.stream(whole(in)));
        if (event == null) {
            return null;
        }
        if (event.getHeader().getEventType() == EventType.FORMAT_DESCRIPTION) {
            FormatDescriptionEventData format = event.getData();
            checksumLength = format.getChecksumType().getLength();
        } else if (event.getHeader().getEventType() == EventType.TABLE_MAP) {
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
