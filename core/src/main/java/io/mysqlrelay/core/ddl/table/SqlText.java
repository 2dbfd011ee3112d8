package io.mysqlrelay.core.ddl.table;

import io.mysqlrelay.core.ddl.SqlModes;

/** Values of string literals. */
public final class SqlText {
    private SqlText() {}

    /** @param literal with quotes, and an introducer perhaps */
    public static String value(String literal, SqlModes modes) {
        int open = 0;
        while (literal.charAt(open) != '\'' && literal.charAt(open) != '"') {
            open++;
        }
        char quote = literal.charAt(open);
        StringBuilder value = new StringBuilder();
        for (int i = open + 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == quote) {
                i++; // doubled
                value.append(quote);
            } else if (c == '\\' && !modes.noBackslashEscapes() && i + 1 < literal.length() - 1) {
                i++;
                unescape(value, literal.charAt(i));
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    /** MySQL manual, "String Literals". */
    private static void unescape(StringBuilder value, char c) {
        switch (c) {
            case '0' -> value.append('\0');
            case 'b' -> value.append('\b');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'Z' -> value.append('\u001a');
            case '%', '_' -> value.append('\\').append(c);
            default -> value.append(c);
        }
    }
}
