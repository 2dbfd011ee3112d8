package io.mysqlrelay.source.debezium;

import java.util.List;

/** Members of ENUM and SET as values; Debezium's model keeps them as the literals of the statement. */
final class EnumMembers {
    private EnumMembers() {}

    static List<String> of(List<String> literals) {
        return literals.stream().map(EnumMembers::value).toList();
    }

    /** MySQL manual, "String Literals": doubled quotes, and backslash sequences. */
    private static String value(String literal) {
        int open = literal.indexOf('\'');
        int quote = open >= 0 && (literal.indexOf('"') < 0 || open < literal.indexOf('"')) ? '\'' : '"';
        int from = literal.indexOf(quote);
        if (from < 0 || literal.length() < from + 2 || literal.charAt(literal.length() - 1) != quote) {
            return literal;
        }
        StringBuilder value = new StringBuilder();
        for (int i = from + 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == quote) {
                i++;
                value.append(c);
            } else if (c == '\\' && i + 1 < literal.length() - 1) {
                i++;
                value.append(escape(literal.charAt(i)));
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '0' -> "\0";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }
}
