package io.mysqlrelay.testkit.cases;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts a script into statements as the {@code mysql} client does: delimiters in strings, quoted names and comments do not
 * count, those inside a versioned comment do not either, and a line {@code DELIMITER x} sets another one. Line comments in
 * front of a statement are dropped; all other text is kept as it is.
 */
final class SqlSplitter implements Iterator<SqlStatement> {
    private static final String DELIMITER = "delimiter";

    private final String text;
    private String delimiter = ";";
    private boolean backslashEscapes = true;
    private int position;
    private SqlStatement next;

    SqlSplitter(String text) {
        this.text = text;
    }

    /** Whether a backslash in a string escapes; it depends on the session's sql_mode and counts for what follows. */
    void backslashEscapes(boolean escapes) {
        this.backslashEscapes = escapes;
    }

    // Nothing is read ahead beyond this call, because the statement before may change the rules for the next.
    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public SqlStatement next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the script has ended");
        }
        SqlStatement statement = next;
        next = null;
        return statement;
    }

    private SqlStatement read() {
        while (position < text.length()) {
            skipToStatement();
            int start = position;
            boolean delimited = scan();
            String statement = text.substring(start, position).strip();
            if (delimited) {
                position += delimiter.length();
            }
            if (!statement.isEmpty() && !isOnlyComment(statement)) {
                return new SqlStatement(statement, lineOf(start));
            }
        }
        return null;
    }

    private void skipToStatement() {
        while (position < text.length()) {
            if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else if (isLineComment()) {
                position = endOfLine();
            } else if (text.regionMatches(true, position, DELIMITER, 0, DELIMITER.length())
                    && position + DELIMITER.length() < text.length()
                    && Character.isWhitespace(text.charAt(position + DELIMITER.length()))) {
                int end = endOfLine();
                delimiter = text.substring(position + DELIMITER.length(), end).strip();
                position = end;
            } else {
                return;
            }
        }
    }

    /** Moves to the next delimiter, and tells whether there is one before the text ends. */
    private boolean scan() {
        boolean versioned = false;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\'' || c == '"' || c == '`') {
                skipQuoted(c);
            } else if (isLineComment()) {
                position = endOfLine();
            } else if (text.startsWith("/*!", position)) {
                versioned = true;
                position += 3;
            } else if (text.startsWith("/*", position)) {
                int end = text.indexOf("*/", position + 2);
                position = end < 0 ? text.length() : end + 2;
            } else if (versioned && text.startsWith("*/", position)) {
                versioned = false;
                position += 2;
            } else if (!versioned && text.startsWith(delimiter, position)) {
                return true;
            } else {
                position++;
            }
        }
        return false;
    }

    private void skipQuoted(char quote) {
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '\\' && backslashEscapes && quote != '`') {
                position++;
            } else if (c == quote) {
                // A doubled quote ends one string and begins the next, which comes to the same.
                return;
            }
        }
        position = text.length();
    }

    private boolean isLineComment() {
        if (text.charAt(position) == '#') {
            return true;
        }
        return text.startsWith("--", position)
                && (position + 2 == text.length() || Character.isWhitespace(text.charAt(position + 2)));
    }

    private int endOfLine() {
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }

    private int lineOf(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static boolean isOnlyComment(String statement) {
        // The server answers "Query was empty" to it.
        return statement.startsWith("/*")
                && !statement.startsWith("/*!")
                && statement.indexOf("*/") == statement.length() - 2;
    }
}
