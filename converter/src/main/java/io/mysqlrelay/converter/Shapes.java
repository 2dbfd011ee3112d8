package io.mysqlrelay.converter;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Schema;

/**
 * Shapes that were met. A writer finds them by the schema's instance, because comparing schemas costs more than writing a
 * row; a reader by the schema's bytes, so that the records of one table have one schema instance. One thread at a time.
 */
final class Shapes {
    /** More than one migration usually has in use at a time; a shape is a few kilobytes. */
    private static final int KEPT = 4_000;

    private final Map<Instance, Shape> bySchema = new Kept<>();
    private final Map<Range, Shape> byBytes = new Kept<>();
    private Shape written;
    private Shape read;

    @SuppressWarnings("ReferenceEquality") // the point of this cache
    Shape of(Schema schema) {
        if (!(schema instanceof ConnectSchema)) {
            return Shape.of(schema); // a builder may still change
        }
        if (written == null || written.schema() != schema) {
            written = bySchema.computeIfAbsent(new Instance(schema), key -> Shape.of(schema));
        }
        return written;
    }

    /** @param from where the schema's bytes begin in the record */
    Shape of(byte[] record, int from, int length) {
        byte[] last = read == null ? null : read.bytes();
        if (last == null || !Arrays.equals(last, 0, last.length, record, from, from + length)) {
            read = byBytes.get(new Range(record, from, length));
            if (read == null) {
                read = Shape.of(Arrays.copyOfRange(record, from, from + length));
                byBytes.put(new Range(read.bytes(), 0, length), read);
            }
        }
        return read;
    }

    private record Instance(Schema schema) {
        @Override
        @SuppressWarnings("ReferenceEquality") // the point of this key
        public boolean equals(Object other) {
            return other instanceof Instance instance && instance.schema == schema;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(schema);
        }
    }

    private static final class Range {
        private final byte[] bytes;
        private final int from;
        private final int length;
        private final int hash;

        Range(byte[] bytes, int from, int length) {
            CRC32C sum = new CRC32C();
            sum.update(bytes, from, length);
            this.bytes = bytes;
            this.from = from;
            this.length = length;
            this.hash = (int) sum.getValue();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Range range
                    && Arrays.equals(bytes, from, from + length, range.bytes, range.from, range.from + range.length);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private static final class Kept<K> extends LinkedHashMap<K, Shape> {
        private static final long serialVersionUID = 1L;

        Kept() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Shape> eldest) {
            return size() > KEPT;
        }
    }
}
