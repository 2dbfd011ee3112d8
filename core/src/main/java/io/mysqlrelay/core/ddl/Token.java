package io.mysqlrelay.core.ddl;

/**
 * A piece of a statement.
 *
 * @param text for a QUOTED_NAME the name itself, quotes removed and doubled quotes undone; else the original characters
 * @param start offset of the first character in the statement
 * @param end offset after the last character; greater than {@code start}
 */
public record Token(TokenKind kind, String text, int start, int end) {
    /** @return false for comments and hints, which have no part in the grammar */
    public boolean significant() {
        return kind != TokenKind.COMMENT && kind != TokenKind.HINT;
    }

    /** @return true if the token is this bare word; a quoted name never is */
    public boolean is(String keyword) {
        return kind == TokenKind.WORD && text.equalsIgnoreCase(keyword);
    }

    public boolean is(char symbol) {
        return kind == TokenKind.SYMBOL && text.charAt(0) == symbol;
    }

    /** @return true if the token can be an object's name where the grammar expects one */
    public boolean name() {
        return kind == TokenKind.WORD || kind == TokenKind.QUOTED_NAME;
    }
}
