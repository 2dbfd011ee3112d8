package io.mysqlrelay.core.ddl;

/**
 * A stretch of a statement's text.
 *
 * @param start offset of its first character
 * @param end offset behind its last; equal to {@code start} for a place between two characters
 */
public record Span(int start, int end) {
    static Span before(Token token) {
        return new Span(token.start(), token.start());
    }

    static Span of(Token token) {
        return new Span(token.start(), token.end());
    }

    public boolean empty() {
        return start == end;
    }

    public String in(String text) {
        return text.substring(start, end);
    }
}
