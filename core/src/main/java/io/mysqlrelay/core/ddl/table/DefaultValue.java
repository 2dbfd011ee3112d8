package io.mysqlrelay.core.ddl.table;

/**
 * What follows DEFAULT.
 *
 * @param text of TEXT and NUMBER the value, of EXPRESSION and BITS as written; empty for the others
 */
public record DefaultValue(Kind kind, String text) {
    public static final DefaultValue NONE = new DefaultValue(Kind.NONE, "");

    /** How a default is written. */
    public enum Kind {
        /** No DEFAULT clause. */
        NONE,
        NULL,
        /** A string, its escapes undone. */
        TEXT,
        NUMBER,
        /** CURRENT_TIMESTAMP and its synonyms, with or without digits. */
        NOW,
        /** {@code b'1'}, {@code x'00'}, {@code 0x00}. */
        BITS,
        EXPRESSION
    }
}
