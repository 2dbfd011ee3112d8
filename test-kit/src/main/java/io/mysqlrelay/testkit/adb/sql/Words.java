package io.mysqlrelay.testkit.adb.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a statement into words, one after another, so that the head of a large one can be read alone. */
public final class Words {
    private final String sql;
    private int at;

    public Words(String sql) {
        this.sql = sql;
    }

    public static List<Word> of(String sql) {
        Words words = new Words(sql);
        List<Word> all = new ArrayList<>();
        for (Word word = words.next(); word != null; word = words.next()) {
            all.add(word);
        }
        return all;
    }

    /** @return null at the end */
    public Word next() {
        at = skipBlanks(sql, at);
        if (at >= sql.length()) {
            return null;
        }
        int start = at;
        char c = sql.charAt(at);
        Word.Kind kind;
        if (c == '\'' || c == '"') {
            at = skipQuoted(sql, at);
            kind = Word.Kind.STRING;
        } else if (c == '`') {
            at = skipQuoted(sql, at);
            kind = Word.Kind.QUOTED;
        } else if (isNamePart(c)) {
            while (at < sql.length() && isNamePart(sql.charAt(at))) {
                at++;
            }
            kind = Character.isDigit(c) ? Word.Kind.NUMBER : Word.Kind.WORD;
        } else {
            at++;
            kind = Word.Kind.SYMBOL;
        }
        return new Word(kind, sql.substring(start, at), start, at);
    }

    static boolean isNamePart(char c) {
        return c >= 0x80 || c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }

    /** @return where the first character is that belongs to no blank and no comment */
    static int skipBlanks(String sql, int from) {
        int at = from;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c <= ' ') {
                at++;
            } else if (sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                at = end < 0 ? sql.length() : end + 2;
            } else if (c == '#' || sql.startsWith("-- ", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end + 1;
            } else {
                break;
            }
        }
        return at;
    }

    /** @return where what begins with a quote at {@code from} has ended */
    static int skipQuoted(String sql, int from) {
        char quote = sql.charAt(from);
        int at = from + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == quote) {
                if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at + 1;
                }
            } else if (c == '\\' && quote != '`') {
                at++;
            }
            at++;
        }
        return sql.length();
    }
}
