package io.mysqlrelay.source.value;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Values of SQL types inside a JSON document: numbers and temporal values as their text, all others in base64 with the
 * number of their type. The text is the server's own; that it forgets the type is a limit which its SELECT shares.
 */
final class JsonOpaque {
    /** Numbers of {@code enum_field_types} ({@code include/field_types.h}). */
    private static final int TIMESTAMP = 7;

    private static final int DATE = 10;
    private static final int TIME = 11;
    private static final int DATETIME = 12;
    private static final int NEWDECIMAL = 246;

    /** The server's base64 has lines, divided by a line feed. */
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\n'});

    private static final int FRACTION_BITS = 24;
    private static final int PACKED_BYTES = 8;

    private JsonOpaque() {}

    static void append(StringBuilder out, int type, byte[] bytes, int at, int length) {
        switch (type) {
            case NEWDECIMAL ->
                out.append(PackedDecimal.decode(bytes, at + 2, bytes[at], bytes[at + 1])
                        .toPlainString());
            case DATE -> quoted(out, dateTime(bytes, at).substring(0, 10));
            case TIME -> quoted(out, time(LittleEndian.number(bytes, at, PACKED_BYTES)));
            case DATETIME, TIMESTAMP -> quoted(out, dateTime(bytes, at));
            default -> {
                byte[] value = new byte[length];
                System.arraycopy(bytes, at, value, 0, length);
                JsonQuote.append(
                        out, "base64:type" + type + ":" + new String(LINES.encode(value), StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static void quoted(StringBuilder out, String text) {
        out.append('"').append(text).append('"');
    }

    private static String dateTime(byte[] bytes, int at) {
        long packed = LittleEndian.number(bytes, at, PACKED_BYTES);
        return PackedTemporal.dateTime(packed >> FRACTION_BITS, (int) (packed & ((1 << FRACTION_BITS) - 1)), 6);
    }

    private static String time(long packed) {
        long absolute = Math.abs(packed);
        long hms = absolute >> FRACTION_BITS;
        long hour = hms >> 12 & 1023;
        // Two digits at least; the form has no fixed length.
        return (packed < 0 ? "-" : "")
                + (hour < 10 ? "0" : "")
                + hour
                + new Digits(13)
                        .minuteSecond(hms >> 6 & 63, hms & 63)
                        .fraction(absolute & ((1 << FRACTION_BITS) - 1), 6);
    }
}
