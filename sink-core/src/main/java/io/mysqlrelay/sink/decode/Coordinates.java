package io.mysqlrelay.sink.decode;

import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Where a record lies. Always the original coordinates: a transform may have changed the record's own.
 *
 * @param offset in the partition
 */
public record Coordinates(String topic, int partition, long offset) {
    public static Coordinates of(SinkRecord record) {
        return new Coordinates(record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset());
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
