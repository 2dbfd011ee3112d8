package io.mysqlrelay.sink.adb.sql;

/** Literals of statements, as MySQL's own driver escapes them. */
public final class SqlLiterals {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private SqlLiterals() {}

    public static String text(String value) {
        StringBuilder sql = new StringBuilder(value.length() + 16);
        text(sql, value);
        return sql.toString();
    }

    /** Whatever characters it holds, the value ends where it ends. */
    public static void text(StringBuilder sql, String value) {
        sql.append('\'');
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            String escaped = switch (value.charAt(i)) {
                case '\'' -> "''";
                case '\\' -> "\\\\";
                case '\0' -> "\\0";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\u001a' -> "\\Z";
                default -> null;
            };
            if (escaped != null) {
                sql.append(value, done, i).append(escaped);
                done = i + 1;
            }
        }
        sql.append(value, done, value.length()).append('\'');
    }

    public static void bytes(StringBuilder sql, byte[] value) {
        sql.append("X'");
        for (byte b : value) {
            sql.append(HEX[(b >> 4) & 0xf]).append(HEX[b & 0xf]);
        }
        sql.append('\'');
    }
}
