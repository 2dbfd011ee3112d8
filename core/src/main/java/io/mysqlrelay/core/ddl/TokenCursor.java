package io.mysqlrelay.core.ddl;

import java.util.List;
import java.util.Optional;

/** Walks over the significant tokens of a text up to its first semicolon outside of strings. Reading beyond the end finds nothing and is no error. */
public final class TokenCursor {
    private final List<Token> tokens;
    private int at;

    public TokenCursor(List<Token> tokens) {
        this.tokens = tokens.stream()
                .filter(Token::significant)
                .takeWhile(t -> !t.is(';'))
                .toList();
    }

    public boolean atEnd() {
        return at >= tokens.size();
    }

    /** Goes past the token that is next, if there is one. */
    public void skip() {
        at++;
    }

    /** @param ahead 0 for the token that is next */
    public Optional<Token> peek(int ahead) {
        return at + ahead < tokens.size() ? Optional.of(tokens.get(at + ahead)) : Optional.empty();
    }

    /** @return the token before the next one; there must be one */
    public Token last() {
        return tokens.get(Math.min(at, tokens.size()) - 1);
    }

    public boolean sees(String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            String keyword = keywords[i];
            if (peek(i).filter(t -> t.is(keyword)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    public boolean sees(char symbol) {
        return peek(0).filter(t -> t.is(symbol)).isPresent();
    }

    public boolean seesAny(String... keywords) {
        for (String keyword : keywords) {
            if (sees(keyword)) {
                return true;
            }
        }
        return false;
    }

    /** Skips the keywords if exactly they are next. */
    public boolean take(String... keywords) {
        if (!sees(keywords)) {
            return false;
        }
        at += keywords.length;
        return true;
    }

    public boolean takeAny(String... keywords) {
        if (!seesAny(keywords)) {
            return false;
        }
        at++;
        return true;
    }

    public boolean take(char symbol) {
        if (!sees(symbol)) {
            return false;
        }
        at++;
        return true;
    }

    /** @return true if the token before the next one is this symbol: behind a dot even a keyword is a name */
    public boolean after(char symbol) {
        return at > 0 && at <= tokens.size() && tokens.get(at - 1).is(symbol);
    }

    /** Reads {@code name} or {@code database.name}, with blanks or comments around the dot or without. */
    public Optional<WrittenName> takeName() {
        Optional<Token> first = peek(0).filter(Token::name);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        at++;
        if (!sees('.')) {
            return first.map(t -> new WrittenName(null, t.text()));
        }
        Optional<Token> second = peek(1).filter(Token::name);
        if (second.isEmpty()) {
            return Optional.empty();
        }
        at += 2;
        return second.map(t -> new WrittenName(first.get().text(), t.text()));
    }

    /** Skips a group in parentheses if one opens here. */
    public void skipGroup() {
        int depth = 0;
        while (!atEnd()) {
            depth += sees('(') ? 1 : sees(')') ? -1 : 0;
            if (depth == 0 && !sees(')')) {
                return;
            }
            at++;
            if (depth <= 0) {
                return;
            }
        }
    }

    /** Goes on to the next token, not reading any, for which one of these keywords stands outside of parentheses. */
    public boolean seek(String... keywords) {
        while (!atEnd() && !seesAny(keywords)) {
            if (sees('(')) {
                skipGroup();
            } else {
                at++;
            }
        }
        return !atEnd();
    }
}
