package io.mysqlrelay.core.ddl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A session's {@code sql_mode}, as far as it changes how a statement is cut into tokens, what its types mean, and what becomes of
 * values (MySQL manual, "Server SQL Modes").
 *
 * @param bits as in the status variable Q_SQL_MODE_CODE of a QUERY event
 */
public record SqlModes(long bits) {
    /** The server's mode without any flag. */
    public static final SqlModes DEFAULT = new SqlModes(0);

    private static final long REAL_AS_FLOAT = 1L;
    private static final long ANSI_QUOTES = 1L << 2;
    private static final long NO_AUTO_VALUE_ON_ZERO = 1L << 19;
    private static final long NO_BACKSLASH_ESCAPES = 1L << 20;
    private static final long STRICT_TRANS_TABLES = 1L << 21;
    private static final long STRICT_ALL_TABLES = 1L << 22;
    private static final long PAD_CHAR_TO_FULL_LENGTH = 1L << 31;

    /** Names of combinations, which a server lists beside their parts, count as these. */
    private static final Map<String, Long> BY_NAME = Map.of(
            "REAL_AS_FLOAT", REAL_AS_FLOAT,
            "ANSI_QUOTES", ANSI_QUOTES,
            "ANSI", ANSI_QUOTES | REAL_AS_FLOAT,
            "NO_AUTO_VALUE_ON_ZERO", NO_AUTO_VALUE_ON_ZERO,
            "NO_BACKSLASH_ESCAPES", NO_BACKSLASH_ESCAPES,
            "STRICT_TRANS_TABLES", STRICT_TRANS_TABLES,
            "STRICT_ALL_TABLES", STRICT_ALL_TABLES,
            "TRADITIONAL", STRICT_TRANS_TABLES | STRICT_ALL_TABLES,
            "PAD_CHAR_TO_FULL_LENGTH", PAD_CHAR_TO_FULL_LENGTH);

    public SqlModes(boolean ansiQuotes, boolean noBackslashEscapes) {
        this((ansiQuotes ? ANSI_QUOTES : 0) | (noBackslashEscapes ? NO_BACKSLASH_ESCAPES : 0));
    }

    /**
     * @param text the bits as a decimal number, or names separated by commas as in {@code @@sql_mode}; null or empty
     *     is {@link #DEFAULT}
     */
    public static SqlModes parse(String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT;
        }
        String modes = text.strip().toUpperCase(Locale.ROOT);
        if (modes.length() < 19 && modes.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new SqlModes(Long.parseLong(modes));
        }
        return new SqlModes(Arrays.stream(modes.split(","))
                .mapToLong(name -> BY_NAME.getOrDefault(name.strip(), 0L))
                .reduce(0, (all, more) -> all | more));
    }

    /** Double quotes enclose a name, not a string. */
    public boolean ansiQuotes() {
        return has(ANSI_QUOTES);
    }

    /** A backslash in a string is an ordinary character. */
    public boolean noBackslashEscapes() {
        return has(NO_BACKSLASH_ESCAPES);
    }

    /** REAL is FLOAT, not DOUBLE. */
    public boolean realAsFloat() {
        return has(REAL_AS_FLOAT);
    }

    /** A value that does not fit is an error, and is changed otherwise. */
    public boolean strict() {
        return has(STRICT_TRANS_TABLES | STRICT_ALL_TABLES);
    }

    /** AUTO_INCREMENT gives no number to 0. */
    public boolean noAutoValueOnZero() {
        return has(NO_AUTO_VALUE_ON_ZERO);
    }

    /** CHAR is read with the blanks at its end. */
    public boolean padCharToFullLength() {
        return has(PAD_CHAR_TO_FULL_LENGTH);
    }

    private boolean has(long any) {
        return (bits & any) != 0;
    }
}
