package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.TransactionPayloadEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.TransactionPayloadEventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Supplier;

/** Reads a compressed transaction's header and leaves its events compressed until they are asked for. */
final class PayloadDeserializer extends TransactionPayloadEventDataDeserializer {
    private static final int END_OF_HEADER = 0;
    private static final int PAYLOAD_SIZE = 1;
    private static final int COMPRESSION_TYPE = 2;

    private final Supplier<EventDeserializer> events;

    /** @param events makes the deserializer of the events inside */
    PayloadDeserializer(Supplier<EventDeserializer> events) {
        this.events = events;
    }

    @Override
    public TransactionPayloadEventData deserialize(ByteArrayInputStream in) throws IOException {
        int size = 0;
        int compression = PayloadEvent.ZSTD;
        for (int field = in.readPackedInteger(); field != END_OF_HEADER; field = in.readPackedInteger()) {
            int length = in.readPackedInteger();
            switch (field) {
                case PAYLOAD_SIZE -> size = in.readPackedInteger();
                case COMPRESSION_TYPE -> compression = in.readPackedInteger();
                default -> in.skip(length);
            }
        }
        return new PayloadEvent(in.read(size), compression, events.get());
    }
}
