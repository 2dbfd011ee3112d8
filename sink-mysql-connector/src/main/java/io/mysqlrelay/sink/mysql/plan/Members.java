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
}
