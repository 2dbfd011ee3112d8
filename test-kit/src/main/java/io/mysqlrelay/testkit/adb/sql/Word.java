package io.mysqlrelay.testkit.adb.sql;

import java.util.Locale;

/**
 * A piece of a statement between blanks and comments.
 *
 * @param start in the statement
 * @param end behind its last character
 */
public record Word(Kind kind, String text, int start, int end) {
    /** What a piece is. */
    public enum Kind {
        /** A keyword or a bare name. */
        WORD,
        /** A name in backticks. */
        QUOTED,
        STRING,
        NUMBER,
        SYMBOL
    }

    public boolean is(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    public boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** In upper case; of a quoted name what is between its backticks. */
    public String upper() {
        String bare = kind == Kind.QUOTED ? text.substring(1, text.length() - 1) : text;
        return bare.toUpperCase(Locale.ROOT);
    }
}
