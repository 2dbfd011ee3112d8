package io.mysqlrelay.sink.mysql.plan;

import java.util.ArrayList;
import java.util.List;

/** The members of ENUM and SET as information_schema prints them. */
final class Members {
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
     * Whether two lists are the same members. The server keeps {@code ?} for a character that the column's character set
     * lacks, and no blanks at the end; the statement that the source's names come from may have both.
     */
    static boolean same(List<String> source, List<String> target) {
        if (source.size() != target.size()) {
            return false;
        }
        for (int i = 0; i < source.size(); i++) {
            if (!same(source.get(i).stripTrailing(), target.get(i).stripTrailing())) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String source, String target) {
        int[] one = source.codePoints().toArray();
        int[] two = target.codePoints().toArray();
        boolean same = one.length == two.length;
        for (int i = 0; same && i < one.length; i++) {
            same = one[i] == two[i] || two[i] == '?';
        }
        return same;
    }
}
