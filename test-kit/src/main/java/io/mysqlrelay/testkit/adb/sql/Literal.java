package io.mysqlrelay.testkit.adb.sql;

import io.mysqlrelay.testkit.adb.model.AdbError;
import java.util.HexFormat;
import java.util.Set;

/** Constants as they stand in a statement. */
public final class Literal {
    private static final Set<String> HEXADECIMAL = Set.of("x", "X");

    private Literal() {}

    /** In single quotes, for the backing server, whose sessions keep backslash escapes. */
    public static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0") + "'";
    }

    /** A name in backticks. */
    public static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    public static boolean isNull(String value) {
        return value.strip().equalsIgnoreCase("NULL");
    }

    /** @return what a plain string literal without escapes says, or null for anything else */
    public static String text(String value) {
        String bare = value.strip();
        boolean quoted = bare.length() >= 2 && bare.charAt(0) == '\'' && bare.charAt(bare.length() - 1) == '\'';
        if (!quoted) {
            return null;
        }
        String inner = bare.substring(1, bare.length() - 1);
        return inner.indexOf('\'') < 0 && inner.indexOf('\\') < 0 ? inner : null;
    }

    /** Whether this span holds one literal: a string, also in hexadecimal, a number, NULL, TRUE or FALSE. */
    static boolean isLiteral(String sql, int start, int end) {
        int last = end;
        while (last > start && sql.charAt(last - 1) <= ' ') {
            last--;
        }
        if (last == start) {
            return false;
        }
        char c = sql.charAt(start);
        if (c == '\'') {
            return Words.skipQuoted(sql, start) == last;
        }
        if (Character.isDigit(c) || c == '-' || c == '.') {
            return isNumber(sql, start, last);
        }
        int quote = sql.indexOf('\'', start);
        if (quote > start && quote < last) {
            String introducer = sql.substring(start, quote).strip();
            if (introducer.startsWith("_")) {
                throw AdbError.unsupported("introducer " + introducer);
            }
            return HEXADECIMAL.contains(introducer) && Words.skipQuoted(sql, quote) == last;
        }
        String word = sql.substring(start, last);
        return word.equalsIgnoreCase("NULL") || word.equalsIgnoreCase("TRUE") || word.equalsIgnoreCase("FALSE");
    }

    private static boolean isNumber(String sql, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = sql.charAt(i);
            if (!HexFormat.isHexDigit(c) && c != '.' && c != '-' && c != '+' && c != 'x') {
                return false;
            }
        }
        return true;
    }
}
