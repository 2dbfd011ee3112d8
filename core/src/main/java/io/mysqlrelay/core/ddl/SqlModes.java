package io.mysqlrelay.core.ddl;

import java.util.Locale;

/**
 * The session modes that change how a statement is cut into tokens, and what its types mean (MySQL manual, "Server SQL Modes").
 *
 * @param ansiQuotes double quotes enclose a name, not a string
 * @param noBackslashEscapes a backslash in a string is an ordinary character
 * @param realAsFloat REAL is FLOAT, not DOUBLE
 */
public record SqlModes(boolean ansiQuotes, boolean noBackslashEscapes, boolean realAsFloat) {
    public static final SqlModes DEFAULT = new SqlModes(false, false);

    private static final long REAL_AS_FLOAT_BIT = 1L;
    private static final long ANSI_QUOTES_BIT = 1L << 2;
    private static final long NO_BACKSLASH_ESCAPES_BIT = 1L << 20;

    public SqlModes(boolean ansiQuotes, boolean noBackslashEscapes) {
        this(ansiQuotes, noBackslashEscapes, false);
    }

    /** @param bits as in the status variable Q_SQL_MODE_CODE of a QUERY event */
    public static SqlModes ofBits(long bits) {
        return new SqlModes(
                (bits & ANSI_QUOTES_BIT) != 0, (bits & NO_BACKSLASH_ESCAPES_BIT) != 0, (bits & REAL_AS_FLOAT_BIT) != 0);
    }

    /**
     * @param text the bits as a decimal number, or names separated by commas as in {@code @@sql_mode}; null or empty
     *     is the server's mode without any flag
     */
    public static SqlModes parse(String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT;
        }
        String modes = text.strip().toUpperCase(Locale.ROOT);
        if (modes.length() < 19 && modes.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return ofBits(Long.parseLong(modes));
        }
        String list = "," + modes.replace(" ", "") + ",";
        boolean ansi = list.contains(",ANSI,");
        return new SqlModes(
                ansi || list.contains(",ANSI_QUOTES,"),
                list.contains(",NO_BACKSLASH_ESCAPES,"),
                ansi || list.contains(",REAL_AS_FLOAT,"));
    }
}
