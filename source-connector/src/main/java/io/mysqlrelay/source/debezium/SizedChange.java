package io.mysqlrelay.source.debezium;

import io.debezium.pipeline.DataChangeEvent;
import org.apache.kafka.connect.source.SourceRecord;

/** A record with its size, which Debezium would find out by walking through the whole struct. */
final class SizedChange extends DataChangeEvent {
    /** Headers, offset and envelope of a record that holds nothing. */
    private static final long OVERHEAD = 512;

    private final long payloadBytes;

    SizedChange(SourceRecord record, long payloadBytes) {
        super(record);
        this.payloadBytes = payloadBytes;
    }

    @Override
    public long objectSize() {
        return OVERHEAD + payloadBytes;
    }
}
