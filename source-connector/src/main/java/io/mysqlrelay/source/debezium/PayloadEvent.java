package io.mysqlrelay.source.debezium;

import com.github.luben.zstd.ZstdInputStream;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.TransactionPayloadEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;

/**
 * A compressed transaction whose events are read one after another: unpacked at once, a large transaction would need
 * many times its size in memory.
 */
final class PayloadEvent extends TransactionPayloadEventData {
    /** Compression types (libbinlogevents, compression/base.h). */
    static final int ZSTD = 0;

    static final int NONE = 255;

    private static final long serialVersionUID = 1L;

    private final byte[] compressed;
    private final int compression;
    private final transient EventDeserializer deserializer;

    PayloadEvent(byte[] compressed, int compression, EventDeserializer deserializer) {
        this.compressed = compressed;
        this.compression = compression;
        this.deserializer = deserializer;
        // The library walks through this list.
        setUncompressedEvents(new ArrayList<>());
    }

    void forEach(EventConsumer consumer) throws IOException, InterruptedException {
        try (InputStream bytes = new java.io.ByteArrayInputStream(compressed);
                InputStream plain = compression == NONE ? bytes : new ZstdInputStream(bytes)) {
            ByteArrayInputStream in = new ByteArrayInputStream(plain);
            for (Event event = deserializer.nextEvent(in); event != null; event = deserializer.nextEvent(in)) {
                consumer.accept(event);
            }
        }
    }

    /** Takes the events inside, in their order. */
    interface EventConsumer {
        void accept(Event event) throws IOException, InterruptedException;
    }
}
