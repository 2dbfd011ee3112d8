package io.mysqlrelay.source.value;

import java.nio.charset.StandardCharsets;

/**
 * The server's binary JSON as the text that the server prints (format: {@code sql/json_binary.h} of the server's source).
 * Object members stay in the stored order, which is the server's own.
 */
final class BinaryJson {
    private static final int SMALL_OBJECT = 0;
    private static final int LARGE_OBJECT = 1;
    private static final int SMALL_ARRAY = 2;
    private static final int LARGE_ARRAY = 3;
    private static final int LITERAL = 4;
    private static final int INT16 = 5;
    private static final int UINT16 = 6;
    private static final int INT32 = 7;
    private static final int UINT32 = 8;
    private static final int INT64 = 9;
    private static final int UINT64 = 10;
    private static final int DOUBLE = 11;
    private static final int STRING = 12;
    private static final int OPAQUE = 15;

    private static final int KEY_LENGTH_BYTES = 2;
    private static final String NULL = "null";

    private final byte[] bytes;
    private final StringBuilder out;

    private BinaryJson(byte[] bytes) {
        this.bytes = bytes;
        this.out = new StringBuilder(bytes.length + bytes.length / 2 + 16);
    }

    /**
     * @param bytes without the length that precedes them in the row image
     * @throws IndexOutOfBoundsException if an offset leads out of the document
     * @throws IllegalArgumentException if a type is unknown
     */
    static String text(byte[] bytes) {
        if (bytes.length == 0) {
            // What a NOT NULL column gets from INSERT IGNORE of a NULL; the server reads it as null.
            return NULL;
        }
        BinaryJson document = new BinaryJson(bytes);
        document.value(bytes[0], 1);
        return document.out.toString();
    }

    private void value(int type, int at) {
        switch (type) {
            case SMALL_OBJECT -> object(at, 2);
            case LARGE_OBJECT -> object(at, 4);
            case SMALL_ARRAY -> array(at, 2);
            case LARGE_ARRAY -> array(at, 4);
            case LITERAL -> literal(bytes[at]);
            case INT16 -> out.append((short) number(at, 2));
            case UINT16 -> out.append(number(at, 2));
            case INT32 -> out.append((int) number(at, 4));
            case UINT32 -> out.append(number(at, 4));
            case INT64 -> out.append(number(at, 8));
            case UINT64 -> out.append(Long.toUnsignedString(number(at, 8)));
            case DOUBLE -> JsonDouble.append(out, Double.longBitsToDouble(number(at, 8)));
            case STRING -> {
                long length = variableLength(at);
                string(at + lengthBytes(at), Math.toIntExact(length));
            }
            case OPAQUE -> {
                int length = Math.toIntExact(variableLength(at + 1));
                JsonOpaque.append(out, bytes[at] & 0xFF, bytes, at + 1 + lengthBytes(at + 1), length);
            }
            default -> throw new IllegalArgumentException("unknown JSON type " + type);
        }
    }

    /** @param width bytes of a count or an offset; offsets count from here */
    private void object(int start, int width) {
        int count = index(start, width);
        int keys = start + 2 * width;
        int values = keys + count * (width + KEY_LENGTH_BYTES);
        out.append('{');
        for (int i = 0; i < count; i++) {
            int key = keys + i * (width + KEY_LENGTH_BYTES);
            out.append(i > 0 ? ", " : "");
            string(start + index(key, width), (int) number(key + width, KEY_LENGTH_BYTES));
            out.append(": ");
            entry(start, values + i * (1 + width), width);
        }
        out.append('}');
    }

    private void array(int start, int width) {
        int count = index(start, width);
        out.append('[');
        for (int i = 0; i < count; i++) {
            out.append(i > 0 ? ", " : "");
            entry(start, start + 2 * width + i * (1 + width), width);
        }
        out.append(']');
    }

    /** A type and then the value itself, when it fits in the place of an offset, else its offset. */
    private void entry(int start, int at, int width) {
        int type = bytes[at];
        boolean inline =
                type == LITERAL || type == INT16 || type == UINT16 || (width == 4 && (type == INT32 || type == UINT32));
        value(type, inline ? at + 1 : start + index(at + 1, width));
    }

    private void literal(int code) {
        out.append(
                switch (code) {
                    case 0 -> NULL;
                    case 1 -> "true";
                    case 2 -> "false";
                    default -> throw new IllegalArgumentException("unknown JSON literal " + code);
                });
    }

    private void string(int at, int length) {
        JsonQuote.append(out, new String(bytes, at, length, StandardCharsets.UTF_8));
    }

    /** Seven bits a byte, lowest first; the eighth bit says that another byte follows. */
    private long variableLength(int at) {
        long length = 0;
        for (int i = 0; i < lengthBytes(at); i++) {
            length |= (bytes[at + i] & 0x7FL) << (7 * i);
        }
        return length;
    }

    private int lengthBytes(int at) {
        int end = at;
        while (bytes[end] < 0) {
            end++;
        }
        return end - at + 1;
    }

    private int index(int at, int width) {
        return Math.toIntExact(number(at, width));
    }

    private long number(int at, int width) {
        return LittleEndian.number(bytes, at, width);
    }
}
