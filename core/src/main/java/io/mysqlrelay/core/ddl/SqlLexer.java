package io.mysqlrelay.core.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a statement into tokens as MySQL's own lexer does (sql_lex.cc). Every text has tokens: what is never closed ends
 * with the statement. Not thread-safe; one object per statement.
 */
public final class SqlLexer {
    private static final Pattern RADIX = Pattern.compile("0x[0-9a-fA-F]+|0b[01]+");

    private final String sql;
    private final SqlModes modes;
    private final int serverVersion;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean inVersionedComment;

    private SqlLexer(String sql, SqlModes modes, int serverVersion) {
        this.sql = sql;
        this.modes = modes;
        this.serverVersion = serverVersion;
    }

    /**
     * @param serverVersion the version of the server that executed the statement, as in {@code MYSQL_VERSION_ID}
     *     (8.0.33 is 80033): versioned comments up to it are code
     * @return all tokens in order, comments too; together with blanks they cover the statement
     */
    public static List<Token> tokens(String sql, SqlModes modes, int serverVersion) {
        SqlLexer lexer = new SqlLexer(sql, modes, serverVersion);
        while (lexer.skipBlanks()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private boolean skipBlanks() {
        while (at < sql.length() && blank(sql.charAt(at))) {
            at++;
        }
        return at < sql.length();
    }

    private void next() {
        char c = sql.charAt(at);
        if (c == '#' || (c == '-' && lineCommentFollows())) {
            int newline = sql.indexOf('\n', at);
            add(TokenKind.COMMENT, newline < 0 ? sql.length() : newline);
        } else if (c == '/' && peek(1) == '*') {
            comment();
        } else if (c == '*' && peek(1) == '/' && inVersionedComment) {
            inVersionedComment = false;
            add(TokenKind.COMMENT, at + 2);
        } else if (c == '`' || (c == '"' && modes.ansiQuotes())) {
            quotedName(c);
        } else if (c == '\'' || c == '"') {
            add(TokenKind.STRING, stringEnd(at));
        } else if (c == '@') {
            add(TokenKind.VARIABLE, variableEnd());
        } else if (c == '.' && digit(peek(1)) && !afterName()) {
            add(TokenKind.NUMBER, fractionEnd(at));
        } else if (nameChar(c)) {
            wordOrNumber();
        } else {
            add(TokenKind.SYMBOL, at + 1);
        }
    }

    /** {@code --} opens a comment only before a blank, a control character or the end: {@code 5--1} is arithmetic. */
    private boolean lineCommentFollows() {
        return peek(1) == '-' && (at + 2 >= sql.length() || peek(2) <= ' ' || peek(2) == 0x7f);
    }

    private void comment() {
        if (peek(2) == '+') {
            add(TokenKind.HINT, commentEnd(at + 3, false));
            return;
        }
        if (peek(2) != '!') {
            add(TokenKind.COMMENT, commentEnd(at + 2, false));
            return;
        }
        int digits = versionDigits();
        if (digits > 0 && Integer.parseInt(sql, at + 3, at + 3 + digits, 10) > serverVersion) {
            // A skipped versioned comment may hold one level of ordinary comments (sql_lex.cc, consume_comment).
            add(TokenKind.COMMENT, commentEnd(at + 3, true));
        } else {
            inVersionedComment = true;
            add(TokenKind.COMMENT, at + 3 + digits);
        }
    }

    /**
     * @return 5, or 6 when a sixth digit and a blank follow, or 0 without a version. Six digits came after 8.0.33, which
     *     refuses such a statement, so that it is never logged
     */
    private int versionDigits() {
        int digits = 0;
        while (digits < 6 && digit(peek(3 + digits))) {
            digits++;
        }
        return digits == 6 && !blank(peek(9)) ? 5 : digits < 5 ? 0 : digits;
    }

    private int commentEnd(int from, boolean nesting) {
        int i = from;
        while (i < sql.length()) {
            if (sql.startsWith("*/", i)) {
                return i + 2;
            }
            i = nesting && sql.startsWith("/*", i) ? commentEnd(i + 2, false) : i + 1;
        }
        return sql.length();
    }

    private void quotedName(char quote) {
        int end = at + 1;
        while (end < sql.length() && (sql.charAt(end) != quote || charAt(end + 1) == quote)) {
            end += sql.charAt(end) == quote ? 2 : 1;
        }
        String inner = sql.substring(at + 1, end);
        String name = inner.replace("" + quote + quote, "" + quote);
        end = Math.min(end + 1, sql.length());
        tokens.add(new Token(TokenKind.QUOTED_NAME, name, at, end));
        at = end;
    }

    private int stringEnd(int open) {
        char quote = sql.charAt(open);
        int i = open + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\\' && !modes.noBackslashEscapes()) {
                i += 2;
            } else if (c != quote) {
                i++;
            } else if (charAt(i + 1) == quote) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return sql.length();
    }

    private int variableEnd() {
        int i = at + 1;
        if (charAt(i) == '@') {
            i++;
        }
        char c = charAt(i);
        if (c == '\'' || c == '"') {
            return stringEnd(i);
        }
        if (c == '`') {
            int close = sql.indexOf('`', i + 1);
            while (close >= 0 && charAt(close + 1) == '`') {
                close = sql.indexOf('`', close + 2);
            }
            return close < 0 ? sql.length() : close + 1;
        }
        while (i < sql.length() && (nameChar(sql.charAt(i)) || sql.charAt(i) == '.')) {
            i++;
        }
        return i;
    }

    private void wordOrNumber() {
        int end = wordEnd(at);
        char quote = charAt(end);
        if (quote == '\'' || (quote == '"' && !modes.ansiQuotes())) {
            String introducer = sql.substring(at, end);
            boolean letter = quote == '\'' && introducer.length() == 1 && "nNxXbB".contains(introducer);
            if (letter || (introducer.charAt(0) == '_' && introducer.length() > 1)) {
                add(TokenKind.STRING, stringEnd(end));
                return;
            }
        }
        // Directly behind "name." even digits are a name: db.1 and db.1e5 (sql_lex.cc, MY_LEX_IDENT_SEP).
        if (!digit(sql.charAt(at)) || afterNameAndDot()) {
            add(TokenKind.WORD, end);
            return;
        }
        int digits = at;
        while (digit(charAt(digits))) {
            digits++;
        }
        if (charAt(digits) == '.' && digits == end) {
            add(TokenKind.NUMBER, fractionEnd(digits));
        } else if (digits == end || RADIX.matcher(sql).region(at, end).matches()) {
            add(TokenKind.NUMBER, end);
        } else {
            int exponent = exponentEnd(digits);
            add(exponent >= end ? TokenKind.NUMBER : TokenKind.WORD, Math.max(exponent, end));
        }
    }

    /** @param dot offset of the decimal point */
    private int fractionEnd(int dot) {
        int end = dot + 1;
        while (digit(charAt(end))) {
            end++;
        }
        return exponentEnd(end);
    }

    /** @return {@code from} when no exponent starts there */
    private int exponentEnd(int from) {
        if (charAt(from) != 'e' && charAt(from) != 'E') {
            return from;
        }
        int sign = charAt(from + 1) == '+' || charAt(from + 1) == '-' ? 1 : 0;
        int end = from + 1 + sign;
        while (digit(charAt(end))) {
            end++;
        }
        return end > from + 1 + sign ? end : from;
    }

    private boolean afterName() {
        return !tokens.isEmpty() && last(0).end() == at && last(0).name();
    }

    private boolean afterNameAndDot() {
        return tokens.size() > 1 && last(0).end() == at && last(0).is('.') && last(1).name();
    }

    private Token last(int back) {
        return tokens.get(tokens.size() - 1 - back);
    }

    private void add(TokenKind kind, int end) {
        int bounded = Math.min(end, sql.length());
        tokens.add(new Token(kind, sql.substring(at, bounded), at, bounded));
        at = bounded;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < sql.length() && nameChar(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private char peek(int ahead) {
        return charAt(at + ahead);
    }

    private char charAt(int offset) {
        return offset < sql.length() ? sql.charAt(offset) : 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean blank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Every character outside ASCII may be part of a bare name (MySQL manual, "Schema Object Names"). */
    private static boolean nameChar(char c) {
        return c >= 0x80 || c == '_' || c == '$' || digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
