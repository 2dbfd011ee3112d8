package io.mysqlrelay.source.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of a column's type as the server prints it: {@code decimal(10,2) unsigned zerofill}, {@code set('a','b''c')}.
 *
 * @param length first number in parentheses, -1 when there is none
 * @param scale second number in parentheses, 0 when there is none
 * @param members of ENUM and SET, unescaped
 */
record ColumnTypeText(int length, int scale, boolean unsigned, List<String> members) {
    static ColumnTypeText parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int open = text.indexOf('(');
        if (lower.startsWith("enum(") || lower.startsWith("set(")) {
            return new ColumnTypeText(-1, 0, false, members(text, open + 1));
        }
        boolean unsigned = lower.contains(" unsigned") || lower.contains(" zerofill");
        if (open < 0) {
            return new ColumnTypeText(-1, 0, unsigned, List.of());
        }
        String[] numbers = text.substring(open + 1, text.indexOf(')', open)).split(",");
        return new ColumnTypeText(
                Integer.parseInt(numbers[0].trim()),
                numbers.length > 1 ? Integer.parseInt(numbers[1].trim()) : 0,
                unsigned,
                List.of());
    }

    /** Quotes inside a member are doubled; backslash, NUL, CR and LF have a backslash before them. */
    private static List<String> members(String text, int from) {
        List<String> members = new ArrayList<>();
        StringBuilder member = null;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (member == null) {
                member = c == '\'' ? new StringBuilder() : null;
            } else if (c == '\\') {
                member.append(unescaped(text.charAt(++i)));
            } else if (c != '\'') {
                member.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                member.append(text.charAt(++i));
            } else {
                members.add(member.toString());
                member = null;
            }
        }
        return List.copyOf(members);
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '0' -> '\0';
            default -> c;
        };
    }
}
