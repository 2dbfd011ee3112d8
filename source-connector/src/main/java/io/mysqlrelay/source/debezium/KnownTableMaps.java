package io.mysqlrelay.source.debezium;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Table maps that were read: each statement's rows come with one, and nearly all repeat an earlier one to the byte. */
final class KnownTableMaps {
    /** More tables than one file of the binlog usually writes to; above it everything is read anew. */
    private static final int KEPT = 10_000;

    /** The first six bytes. */
    private static final long NUMBER = (1L << 48) - 1;

    private final TableMapDeserializer deserializer = new TableMapDeserializer();
    private final Map<Long, Known> byNumber = new HashMap<>();

    private record Known(byte[] bytes, TableMap map) {}

    /** @param bytes the event's body without its checksum */
    TableMap of(byte[] bytes) throws IOException {
        long number = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0) & NUMBER;
        Known known = byNumber.get(number);
        if (known == null || !Arrays.equals(known.bytes, bytes)) {
            if (byNumber.size() >= KEPT) {
                byNumber.clear();
            }
            known = new Known(bytes, deserializer.deserialize(bytes));
            byNumber.put(number, known);
        }
        return known.map;
    }
}
