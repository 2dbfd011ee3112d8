package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types of text and bytes: what they hold, and in which character set (MySQL manual, "String Data Types"). */
final class Texts {
    private static final Map<String, Long> BYTES = Map.of(
            "tinytext", 255L,
            "text", 65_535L,
            "mediumtext", 16_777_215L,
            "longtext", 4_294_967_295L,
            "tinyblob", 255L,
            "blob", 65_535L,
            "mediumblob", 16_777_215L,
            "longblob", 4_294_967_295L);
    private static final Set<String> ALL_OF_UNICODE = Set.of("utf8mb4", "utf16", "utf16le", "utf32");
    private static final Set<String> UTF_8 = Set.of("utf8", "utf8mb3", "utf8mb4");
    /** Each code is one character that no other code is: what is converted to it reads as before, or cannot be converted. */
    private static final Set<String> ONE_TO_ONE = Set.of(
            "utf8",
            "utf8mb3",
            "ucs2",
            "ascii",
            "latin1",
            "latin2",
            "latin5",
            "latin7",
            "cp1250",
            "cp1251",
            "cp1256",
            "cp1257",
            "cp850",
            "cp852",
            "cp866",
            "koi8r",
            "koi8u",
            "greek",
            "hebrew",
            "macce",
            "macroman",
            "keybcs2",
            "dec8",
            "hp8",
            "swe7",
            "tis620",
            "armscii8",
            "geostd8");
    /** In these the bytes of ASCII are its characters. */
    private static final Set<String> WITH_ASCII = Set.of(
            "utf8", "utf8mb3", "utf8mb4", "ascii", "latin1", "latin2", "latin5", "latin7", "cp1250", "cp1251", "cp1256",
            "cp1257", "cp850", "cp852", "cp866", "koi8r", "koi8u", "greek", "hebrew", "gbk", "gb2312", "gb18030",
            "euckr");

    private static final int LONGEST_CHARACTER = 4;
    private static final Pattern CHARSET = Pattern.compile("^(?:zerofill )?charset (\\S+)");

    private Texts() {}

    static boolean chars(ColumnDefinition column) {
        return column.type().equals("char") || column.type().equals("varchar");
    }

    static boolean text(ColumnDefinition column) {
        return chars(column) || column.type().endsWith("text");
    }

    static boolean bytes(ColumnDefinition column) {
        return column.type().endsWith("binary") || column.type().endsWith("blob");
    }

    /** ENUM and SET. */
    static boolean named(ColumnDefinition column) {
        return column.type().equals("enum") || column.type().equals("set");
    }

    /** @return the character set in the definition; null if it has none */
    static String charset(ColumnDefinition column) {
        Matcher found = CHARSET.matcher(column.form());
        return found.find() ? found.group(1) : null;
    }

    /** @return the most that it holds: characters of CHAR and VARCHAR, otherwise bytes */
    static long capacity(ColumnDefinition column) {
        Long bytes = BYTES.get(column.type());
        return bytes != null ? bytes : column.size(0, 1);
    }

    /** @return false also if only blanks at the end may be cut, which no mode forbids */
    static boolean fits(ColumnDefinition from, String charset, ColumnDefinition to, String into) {
        if (chars(to)) {
            // A character has at least one byte.
            return capacity(to) >= capacity(from);
        }
        boolean same = into != null
                && (into.equals(charset) || (UTF_8.contains(into) && charset != null && UTF_8.contains(charset)));
        long most = capacity(from);
        if (chars(from)) {
            return most * LONGEST_CHARACTER <= capacity(to) || (same && capacity(to) >= BYTES.get("text"));
        }
        return (same ? most : most * LONGEST_CHARACTER) <= capacity(to);
    }

    /** @return true if every character is the same afterwards, or the statement fails */
    static boolean converts(String charset, String into, boolean strict) {
        if (into == null || "binary".equals(charset)) {
            return false;
        }
        return into.equals(charset) || ALL_OF_UNICODE.contains(into) || (strict && ONE_TO_ONE.contains(into));
    }

    /** The server reads the members' bytes anew in the other character set. */
    static boolean readsAlike(List<String> members, String charset, String into) {
        return into != null
                && (into.equals(charset)
                        || (charset != null
                                && WITH_ASCII.contains(charset)
                                && WITH_ASCII.contains(into)
                                && members.stream().allMatch(m -> m.chars().allMatch(c -> c < 128))));
    }

    /** Members' names with such characters are question marks in the target. */
    static boolean beyondBasicPlane(List<String> members) {
        return members.stream().anyMatch(m -> m.chars().anyMatch(c -> Character.isSurrogate((char) c)));
    }
}
