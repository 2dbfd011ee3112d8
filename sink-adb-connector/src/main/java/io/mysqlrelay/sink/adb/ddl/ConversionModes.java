package io.mysqlrelay.sink.adb.ddl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What of a session decides what ALTER TABLE makes of values (MySQL manual, "Server SQL Modes").
 *
 * @param strict a value that does not fit is an error, and is changed otherwise
 * @param zerosNumbered a column that becomes AUTO_INCREMENT gets numbers for 0
 * @param padded CHAR is read with the blanks at its end
 * @param timestampsFilled TIMESTAMP without NULL is NOT NULL, and NULL becomes the present time
 */
record ConversionModes(boolean strict, boolean zerosNumbered, boolean padded, boolean timestampsFilled) {
    private static final int NO_AUTO_VALUE_ON_ZERO = 19;
    private static final int STRICT_TRANS_TABLES = 21;
    private static final int STRICT_ALL_TABLES = 22;
    private static final int PAD_CHAR_TO_FULL_LENGTH = 31;

    /** @param session variables by name; what is missing is taken for the value that changes more */
    static ConversionModes of(Map<String, String> session) {
        String modes = session.getOrDefault("sql_mode", "");
        String explicit = session.getOrDefault("explicit_defaults_for_timestamp", "1");
        return new ConversionModes(
                has(modes, "STRICT_TRANS_TABLES", STRICT_TRANS_TABLES)
                        || has(modes, "STRICT_ALL_TABLES", STRICT_ALL_TABLES)
                        || has(modes, "TRADITIONAL", STRICT_ALL_TABLES),
                !has(modes, "NO_AUTO_VALUE_ON_ZERO", NO_AUTO_VALUE_ON_ZERO),
                has(modes, "PAD_CHAR_TO_FULL_LENGTH", PAD_CHAR_TO_FULL_LENGTH),
                explicit.equals("0") || explicit.equalsIgnoreCase("OFF"));
    }

    /** @param modes the bits as a decimal number, or names */
    private static boolean has(String modes, String name, int bit) {
        String text = modes.strip();
        return text.matches("\\d{1,18}")
                ? (Long.parseLong(text) >> bit & 1) == 1
                : Arrays.stream(text.toUpperCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(name::equals);
    }
}
