package io.mysqlrelay.source.record;

import io.mysqlrelay.core.stream.StreamNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.header.ConnectHeaders;

/**
 * Moves large values of one row change into headers. JsonConverter writes strings of more than 20,000,000 characters but
 * cannot read them (Jackson's StreamReadConstraints), and the sink would stand before such a record for ever.
 */
final class LargeValues {
    /** Bytes or characters; well below Jackson's limit, also in base64 and in two halves of a character. */
    static final int LIMIT = 8 << 20;

    /** A multiple of three, so that only the last piece is padded. */
    private static final int PIECE = 6 << 20;

    private final ConnectHeaders headers;
    private long bytes;

    LargeValues(ConnectHeaders headers) {
        this.headers = headers;
    }

    /** @return bytes of the headers so far */
    long bytes() {
        return bytes;
    }

    /** @return the image with empty values in place of large ones; the same array if there are none */
    Object[] before(Object[] image) {
        return move(image, null, StreamNames.BEFORE);
    }

    /** @param before whose large values are not repeated when they are equal */
    Object[] after(Object[] image, Object[] before) {
        return move(image, before, StreamNames.AFTER);
    }

    private Object[] move(Object[] image, Object[] before, String name) {
        Object[] moved = image;
        for (int i = 0; image != null && i < image.length; i++) {
            if (size(image[i]) > LIMIT) {
                String header = StreamNames.LARGE_HEADER_PREFIX + name + "." + i;
                if (before != null && Objects.deepEquals(before[i], image[i])) {
                    add(header, StreamNames.SAME_AS_BEFORE);
                } else {
                    pieces(header, image[i]);
                }
                moved = moved == image ? image.clone() : moved;
                moved[i] = image[i] instanceof byte[] ? new byte[0] : "";
            }
        }
        return moved;
    }

    private static int size(Object value) {
        return value instanceof byte[] binary ? binary.length : value instanceof String text ? text.length() : 0;
    }

    private void pieces(String header, Object value) {
        byte[] whole = value instanceof byte[] binary ? binary : ((String) value).getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < whole.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(whole, from, Math.min(whole.length, from + PIECE));
            // The underscore keeps SimpleHeaderConverter from reading a number.
            add(header, "_" + Base64.getEncoder().encodeToString(piece));
        }
    }

    private void add(String header, String value) {
        headers.add(header, new SchemaAndValue(Schema.STRING_SCHEMA, value));
        bytes += header.length() + value.length();
    }
}
