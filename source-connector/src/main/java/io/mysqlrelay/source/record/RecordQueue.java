package io.mysqlrelay.source.record;

import org.apache.kafka.connect.source.SourceRecord;

/** The bounded way from the reading thread to Connect's polling thread. */
@FunctionalInterface
public interface RecordQueue {
    /**
     * Blocks while the queue is full.
     *
     * @param payloadBytes rough size of the record's values; what bounds the queue's memory
     */
    void put(SourceRecord record, long payloadBytes) throws InterruptedException;
}
