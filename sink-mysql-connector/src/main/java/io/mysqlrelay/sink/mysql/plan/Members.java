package io.mysqlrelay.sink.mysql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The members of ENUM and SET as information_schema prints them. */
final class Members {
    /** Character sets in which ASCII is not ASCII. */
    private static final Pattern WIDE = Pattern.compile("ucs2|utf16|utf32");

    private Members() {}

    /**
     * @param columnType such as {@code enum('a','it''s')}; the server doubles quotes and escapes backslash, NUL, LF and
     *     CR (function append_unescaped of the server)
     */
    static List<String> parse(String columnType) {
        List<String> members = new ArrayList<>();
        StringBuilder member = null;
        for (int i = columnType.indexOf('('); i < columnType.length(); i++) {
            char c = columnType.charAt(i);
            if (member == null) {
                if (c == '\'') {
                    member = new StringBuilder();
                }
            } else if (c == '\\') {
                member.append(unescaped(columnType.charAt(++i)));
            } else if (c != '\'') {
                member.append(c);
            } else if (columnType.startsWith("''", i)) {
                member.append('\'');
                i++;
            } else {
                members.add(member.toString());
                member = null;
            }
        }
        return List.copyOf(members);
    }

    private static char unescaped(char c) {
        return switch (c) {
            case '0' -> '\0';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> c;
        };
    }

    /**
     * Whether a member's number means the same on both sides. Names may differ where character sets do: the server takes
     * blanks from their ends, keeps {@code ?} for a character that the column's character set lacks, and reads the bytes
     * anew in CONVERT TO CHARACTER SET, so that a name in latin1 can be no text at all in utf8mb4.
     *
     * @param source as the statements at the source name them
     * @param charset of the target's column
     */
    static boolean sameNumbers(List<String> source, List<String> target, String charset) {
        if (source.size() != target.size()) {
            return false;
        }
        boolean wide = charset != null && WIDE.matcher(charset).lookingAt();
        for (int i = 0; i < source.size(); i++) {
            String one = source.get(i).stripTrailing();
            String two = target.get(i).stripTrailing();
            boolean moved = (!one.isEmpty() && target.contains(one)) || (!two.isEmpty() && source.contains(two));
            if (!one.equals(two) && (moved || !(wide || foreign(one) || foreign(two)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean foreign(String name) {
        return name.chars().anyMatch(c -> c < ' ' || c > '~');
    }
}
