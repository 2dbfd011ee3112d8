package io.mysqlrelay.testkit.compare.adb;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * What a column of the source has where a row brings nothing.
 *
 * @param text of the constant, of an expression, or CURRENT_TIMESTAMP with its digits; null for none and for NULL
 * @param generated whether the server computes it
 */
record SourceDefault(String text, boolean generated) {
    static final String NOW = "CURRENT_TIMESTAMP";

    private static final int LONGEST = 127;

    /**
     * "Dropped: defaults that are expressions, bytes or longer than 127 characters, and dates and times that AnalyticDB does
     * not have"; digits of CURRENT_TIMESTAMP are among what is cut.
     *
     * @return in the form of {@link AdbValue#expected}; null for none
     */
    String expected(AdbValue value) {
        if (text == null || value == AdbValue.BYTES || value == AdbValue.JSON) {
            return null;
        }
        if (value == AdbValue.MOMENT && text.matches(NOW + "(\\(\\d\\))?")) {
            return NOW;
        }
        if (generated || text.length() > LONGEST) {
            return null;
        }
        // b'101' of the information schema.
        String constant =
                value == AdbValue.BITS ? new BigInteger(text.substring(2, text.length() - 1), 2).toString() : text;
        return printed(value, value.expected(constant.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param text {@code COLUMN_DEFAULT} of AnalyticDB; null for none
     * @return in the same form
     */
    static String found(AdbValue value, String text) {
        if (text == null || (value == AdbValue.MOMENT && text.equals(NOW))) {
            return text;
        }
        return printed(value, value.found(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Servers print definitions in characters of the Basic Multilingual Plane, with ? for all others. */
    private static String printed(AdbValue value, String text) {
        boolean characters = value == AdbValue.TEXT || value == AdbValue.GBK_TEXT || value == AdbValue.MEMBERS;
        return text != null && characters ? text.replaceAll("[^\\x{0}-\\x{FFFF}]", "?") : text;
    }
}
