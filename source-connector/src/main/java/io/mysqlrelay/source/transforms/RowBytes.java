package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.stream.StreamNames;
import java.nio.ByteBuffer;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.header.Headers;

/** Size of a row's image. */
final class RowBytes {
    private static final int SMALL = 8;

    private RowBytes() {}

    /** @param image may be null */
    static long of(Struct image) {
        if (image == null) {
            return 0;
        }
        long bytes = 0;
        for (Field field : image.schema().fields()) {
            bytes += size(image.getWithoutDefault(field.name()));
        }
        return bytes;
    }

    private static long size(Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof String text) {
            return utf8(text);
        }
        if (value instanceof byte[] bytes) {
            return bytes.length;
        }
        if (value instanceof ByteBuffer buffer) {
            return buffer.remaining();
        }
        return value instanceof Struct struct ? of(struct) : SMALL;
    }

    private static long utf8(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Each half of a character beyond the Basic Multilingual Plane stands for two of its four bytes.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }

    /**
     * The relay's source puts large values into headers.
     *
     * @param image {@link StreamNames#BEFORE} or {@link StreamNames#AFTER}
     */
    static long inHeaders(Headers headers, String image) {
        String prefix = StreamNames.LARGE_HEADER_PREFIX + image + ".";
        long bytes = 0;
        for (Header header : headers) {
            if (header.key().startsWith(prefix) && header.value() instanceof String base64) {
                bytes += base64.length() / 4L * 3;
            }
        }
        return bytes;
    }
}
