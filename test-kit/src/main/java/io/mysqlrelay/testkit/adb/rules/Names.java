package io.mysqlrelay.testkit.adb.rules;

import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Rules for names and comments (section 2 of the reference). */
final class Names {
    static final int COLUMNS_PER_TABLE = 4_096;
    static final int COLUMNS_PER_QUERY = 1_024;

    private static final int COMMENT = 1_024;
    private static final Pattern DATABASE = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,126}");

    private Names() {}

    /** "<= 64 chars; starts with a lowercase letter; letters, digits, {@code _}; no two {@code _} in a row; not {@code analyticdb}". */
    static String database(String name) {
        if (!DATABASE.matcher(name).matches() || name.contains("__") || name.equalsIgnoreCase("analyticdb")) {
            throw AdbError.refused("invalid database name => " + name);
        }
        return name;
    }

    /** "1-127 chars; starts with letter or {@code _}; letters, digits, {@code _}; no quotes, {@code !}, spaces". */
    static String table(String name) {
        if (!TABLE.matcher(name).matches()) {
            throw AdbError.refused("invalid table name => " + name);
        }
        return name;
    }

    /** "as table". */
    static String column(String name) {
        if (!TABLE.matcher(name).matches() || name.equalsIgnoreCase(TableFacts.AUTO_ID)) {
            throw AdbError.refused("invalid column name => " + name);
        }
        return name;
    }

    /** "Index: <= 64 chars". */
    static String index(String name) {
        if (!TABLE.matcher(name).matches() || name.length() > 64) {
            throw AdbError.refused("invalid index name => " + name);
        }
        return name;
    }

    /** "Table / column comment: <= 1024 characters". */
    static String comment(String bytes) {
        String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (text.codePointCount(0, text.length()) > COMMENT) {
            throw AdbError.refused("comment is longer than " + COMMENT + " characters");
        }
        return bytes;
    }
}
