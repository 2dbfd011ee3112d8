package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventHeaderDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The 19 bytes before each event (MySQL Internals, "Binlog Event Header"). */
final class HeaderDeserializer implements EventHeaderDeserializer<EventHeaderV4> {
    static final int LENGTH = 19;

    private static final int EVENT_LENGTH_AT = 9;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    /** @return bytes of the event, the header included */
    static long eventLength(byte[] header) {
        return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(EVENT_LENGTH_AT) & UNSIGNED;
    }

    @Override
    public EventHeaderV4 deserialize(ByteArrayInputStream in) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(in.read(LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
        EventHeaderV4 header = new EventHeaderV4();
        header.setTimestamp((bytes.getInt() & UNSIGNED) * 1_000);
        EventType type = EventType.byEventNumber(bytes.get() & 0xFF);
        header.setEventType(type == null ? EventType.UNKNOWN : type);
        header.setServerId(bytes.getInt() & UNSIGNED);
        header.setEventLength(bytes.getInt() & UNSIGNED);
        header.setNextPosition(bytes.getInt() & UNSIGNED);
        header.setFlags(bytes.getShort() & 0xFFFF);
        return header;
    }
}
