package io.mysqlrelay.source.value;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text that MySQL keeps as UTF-8 (ascii is a part of it). */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * @param column for the message
     * @throws RelayException if the bytes are not UTF-8: the JDK alone would put a question mark in their place
     */
    static String decode(byte[] raw, String column) {
        String text = new String(raw, StandardCharsets.UTF_8);
        // The character itself may be stored: only the way back tells the two apart.
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(raw, text.getBytes(StandardCharsets.UTF_8))) {
            throw new RelayException(
                    ErrorCode.VALUE_MALFORMED, "column " + column + " holds bytes that are not valid UTF-8");
        }
        return text;
    }
}
