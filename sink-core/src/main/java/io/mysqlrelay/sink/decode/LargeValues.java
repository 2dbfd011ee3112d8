package io.mysqlrelay.sink.decode;

import io.mysqlrelay.core.stream.StreamNames;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.header.Headers;

/** The values of large columns, which travel in headers. */
final class LargeValues {
    private static final LargeValues NONE = new LargeValues(Map.of());
    private static final char PIECE = '_';

    /** By name of the header; null for a value that is the same as before. */
    private final Map<String, ByteArrayOutputStream> values;

    private LargeValues(Map<String, ByteArrayOutputStream> values) {
        this.values = values;
    }

    static LargeValues of(Headers headers) {
        if (headers.size() == 1) {
            // The identity, as in most records.
            return NONE;
        }
        Map<String, ByteArrayOutputStream> values = null;
        for (Header header : headers) {
            if (header.key().startsWith(StreamNames.LARGE_HEADER_PREFIX)) {
                values = values == null ? new HashMap<>() : values;
                String text = RecordDecoder.text(header);
                if (StreamNames.SAME_AS_BEFORE.equals(text)) {
                    values.put(header.key(), null);
                } else if (text != null && !text.isEmpty() && text.charAt(0) == PIECE) {
                    values.computeIfAbsent(header.key(), k -> new ByteArrayOutputStream(text.length()))
                            .writeBytes(Base64.getDecoder().decode(text.substring(1)));
                } else {
                    throw new DataException("a header with a large value is not as the source writes it");
                }
            }
        }
        return values == null ? NONE : new LargeValues(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * @param image {@link StreamNames#BEFORE} or {@link StreamNames#AFTER}
     * @param column its number
     * @param inImage what the image holds; gives the value's form
     * @param before the image before, already whole; may be null
     */
    Object value(String image, int column, Object inImage, Object[] before) {
        String name = StreamNames.LARGE_HEADER_PREFIX + image + "." + column;
        if (!values.containsKey(name)) {
            return inImage;
        }
        ByteArrayOutputStream bytes = values.get(name);
        if (bytes == null) {
            return before[column];
        }
        return inImage instanceof String ? bytes.toString(StandardCharsets.UTF_8) : bytes.toByteArray();
    }
}
