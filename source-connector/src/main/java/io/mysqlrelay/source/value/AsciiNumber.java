package io.mysqlrelay.source.value;

import java.nio.charset.StandardCharsets;

/** Numbers as the text protocol prints them. */
final class AsciiNumber {
    private AsciiNumber() {}

    /**
     * Reads a whole number without making a string of it: the full load does this for most of its cells.
     *
     * @throws NumberFormatException if the bytes hold anything but an optional minus and digits
     */
    static long parse(byte[] text) {
        boolean negative = text.length > 0 && text[0] == '-';
        int at = negative ? 1 : 0;
        if (at == text.length || text.length - at > 18) {
            // Near the limits of a long: the JDK checks for overflow.
            return Long.parseLong(string(text));
        }
        long value = 0;
        for (; at < text.length; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("not a whole number");
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    static String string(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
