package io.mysqlrelay.source.record;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.Map;

/**
 * The largest record that the connector's producer sends. Connect tells a task nothing about a record that was refused
 * for its size, and its own message names neither table nor remedy; so the size is judged before.
 *
 * @param bytes of the serialized record before compression
 * @param setting what sets the limit, for the message
 * @param json whether values travel as JSON
 */
public record RecordLimit(long bytes, String setting, boolean json) {
    private static final String OVERRIDE = "producer.override.";
    private static final String REQUEST = OVERRIDE + "max.request.size";
    private static final String BUFFER = OVERRIDE + "buffer.memory";
    private static final long DEFAULT_BUFFER = 32L << 20;

    /** JsonConverter repeats the schema in each record; a column takes about this in each image, and its name. */
    private static final int COLUMN = 128;

    private static final int ENVELOPE = 2_048;
    private static final int SMALL = 24;
    /** A control character in JSON. */
    private static final int LONGEST_ESCAPE = 6;

    /**
     * @param props the connector's settings; without an override the limit is the worker's, which a connector cannot
     *     see, and nothing is judged
     */
    public static RecordLimit of(Map<String, String> props) {
        boolean json = props.getOrDefault("value.converter", "JsonConverter").endsWith("JsonConverter");
        if (props.get(REQUEST) == null) {
            return new RecordLimit(Long.MAX_VALUE, REQUEST, json);
        }
        long request = number(props.get(REQUEST));
        long buffer = props.get(BUFFER) == null ? DEFAULT_BUFFER : number(props.get(BUFFER));
        return request <= buffer ? new RecordLimit(request, REQUEST, json) : new RecordLimit(buffer, BUFFER, json);
    }

    /** What is no number the producer itself refuses. */
    private static long number(String text) {
        String digits = text.trim();
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : Long.MAX_VALUE;
    }

    /**
     * @param headers bytes of the record's large values
     * @throws RelayException RELAY-3105 if the producer would refuse the record
     */
    void check(TableName table, Object[] before, Object[] after, long headers) {
        long rough = Sizes.of(before) + Sizes.of(after);
        if (rough * LONGEST_ESCAPE + headers < bytes / 2) {
            return;
        }
        long size = size(before) + size(after) + headers + ENVELOPE;
        if (size > bytes) {
            throw new RelayException(
                    ErrorCode.RECORD_TOO_LARGE,
                    "a row of table " + table + " takes " + size + " bytes as a record, more than " + setting + "="
                            + bytes);
        }
    }

    private long size(Object[] image) {
        long size = 0;
        for (int i = 0; image != null && i < image.length; i++) {
            size += json ? COLUMN : 0;
            if (image[i] instanceof byte[] binary) {
                size += json ? (binary.length + 2L) / 3 * 4 : binary.length;
            } else if (image[i] instanceof String text) {
                size += text(text);
            } else {
                size += SMALL;
            }
        }
        return size;
    }

    /** As UTF-8, in JSON with escapes. */
    private long text(String text) {
        long size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Each half of a character beyond the Basic Multilingual Plane stands for two of its four bytes.
                size += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            } else if (json && (c == '"' || c == '\\' || c < ' ')) {
                size += c == '"' || c == '\\' || "\b\t\n\f\r".indexOf(c) >= 0 ? 2 : LONGEST_ESCAPE;
            } else {
                size++;
            }
        }
        return size;
    }
}
