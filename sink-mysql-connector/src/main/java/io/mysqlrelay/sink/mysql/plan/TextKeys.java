package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.ValueType;
import java.util.Locale;
import java.util.Set;

/**
 * The canonical form of text under a collation: all of it where the collation compares code by code, printable ASCII
 * without regard to letter case in a list of collations, nothing else. Java cannot imitate MySQL's collations: two emoji
 * are one value of a unique key in utf8mb4_unicode_ci. Blanks at the end count nowhere, which is coarser under NO PAD.
 */
final class TextKeys {
    private static final Set<String> TYPES = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
    private static final Set<String> UNICODE = Set.of("utf8mb4", "utf8mb3", "utf8");
    /** Their codes have several bytes each, a blank too. */
    private static final Set<String> WIDE = Set.of("ucs2", "utf16", "utf16le", "utf32");
    /** A byte of printable ASCII is that character, and nothing else is. */
    private static final Set<String> WITH_ASCII =
            Set.of("utf8mb4", "utf8mb3", "utf8", "ascii", "latin1", "gbk", "gb2312", "gb18030", "big5");

    /** Compared with the server's own {@code =} by CollationsIT. Names with utf8mb3 stand for those with utf8 too. */
    private static final Set<String> FOLDED = Set.of(
            "utf8mb4_0900_ai_ci",
            "utf8mb4_0900_as_ci",
            "utf8mb4_0900_as_cs",
            "utf8mb4_general_ci",
            "utf8mb4_unicode_ci",
            "utf8mb4_unicode_520_ci",
            "utf8mb3_general_ci",
            "utf8mb3_general_mysql500_ci",
            "utf8mb3_unicode_ci",
            "utf8mb3_unicode_520_ci",
            "ascii_general_ci",
            "latin1_swedish_ci",
            "latin1_general_ci",
            "latin1_general_cs",
            "gbk_chinese_ci",
            "gb2312_chinese_ci",
            "gb18030_chinese_ci",
            "big5_chinese_ci");

    private TextKeys() {}

    /** @return null when nothing is known about the collation, or the target's column is not text */
    static Canonical of(ColumnShape column, TargetColumn target, int prefix) {
        if (!TYPES.contains(target.type()) || target.charset() == null || target.collation() == null) {
            return null;
        }
        String charset = target.charset().toLowerCase(Locale.ROOT);
        String collation = target.collation().toLowerCase(Locale.ROOT).replaceFirst("^utf8_", "utf8mb3_");
        boolean decoded = column.type() == ValueType.STRING;
        boolean byCode = collation.endsWith("_bin") && !WIDE.contains(charset);
        if (byCode && decoded && UNICODE.contains(charset)) {
            return (v, h) -> codes((String) v, prefix, h);
        }
        if (byCode && !decoded && charset.equalsIgnoreCase(column.charset())) {
            return (v, h) -> codes((byte[]) v, prefix, h);
        }
        boolean ascii = WITH_ASCII.contains(charset)
                && (decoded || WITH_ASCII.contains(column.charset().toLowerCase(Locale.ROOT)));
        if (!ascii || !(byCode || FOLDED.contains(collation))) {
            return null;
        }
        return decoded ? (v, h) -> folded((String) v, prefix, h) : (v, h) -> folded((byte[]) v, prefix, h);
    }

    private static boolean codes(String text, int prefix, KeyHash hash) {
        int end = text.length();
        if (prefix > 0 && end > prefix && text.codePointCount(0, end) > prefix) {
            end = text.offsetByCodePoints(0, prefix);
        }
        end = trimmed(text, end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            // Half a pair would reach the server as a question mark.
            hash.put(Character.isSurrogate(c) ? '?' : c);
        }
        hash.put(end);
        return true;
    }

    /** Of a prefix only as long as every byte is a character. */
    private static boolean codes(byte[] text, int prefix, KeyHash hash) {
        int end = text.length;
        if (prefix > 0 && end > prefix) {
            for (byte b : text) {
                if (b < 0) {
                    return false;
                }
            }
            end = prefix;
        }
        end = trimmed(text, end);
        for (int i = 0; i < end; i++) {
            hash.put(text[i]);
        }
        hash.put(end);
        return true;
    }

    private static boolean folded(String text, int prefix, KeyHash hash) {
        int cut = prefix > 0 ? Math.min(prefix, text.length()) : text.length();
        for (int i = 0; i < cut; i++) {
            if (!printable(text.charAt(i))) {
                return false;
            }
        }
        int end = trimmed(text, cut);
        for (int i = 0; i < end; i++) {
            hash.put(lower(text.charAt(i)));
        }
        hash.put(end);
        return true;
    }

    private static boolean folded(byte[] text, int prefix, KeyHash hash) {
        int cut = prefix > 0 ? Math.min(prefix, text.length) : text.length;
        for (int i = 0; i < cut; i++) {
            if (!printable(text[i])) {
                return false;
            }
        }
        int end = trimmed(text, cut);
        for (int i = 0; i < end; i++) {
            hash.put(lower(text[i]));
        }
        hash.put(end);
        return true;
    }

    private static int trimmed(String text, int end) {
        int to = end;
        while (to > 0 && text.charAt(to - 1) == ' ') {
            to--;
        }
        return to;
    }

    private static int trimmed(byte[] text, int end) {
        int to = end;
        while (to > 0 && text[to - 1] == ' ') {
            to--;
        }
        return to;
    }

    private static boolean printable(int code) {
        return code >= ' ' && code <= '~';
    }

    private static int lower(int code) {
        return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
    }
}
