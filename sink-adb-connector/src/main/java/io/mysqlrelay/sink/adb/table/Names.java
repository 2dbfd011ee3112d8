package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which names AnalyticDB allows (its manual, "Limits"). Reserved words are allowed: every name is written in backquotes. */
public final class Names {
    public static final int MOST_COLUMNS = 4096;
    public static final int MOST_COMMENT = 1024;

    private static final Pattern DATABASE = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");
    private static final Pattern OTHERS = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,126}");

    private Names() {}

    /** @return what is wrong with the name, null if nothing is */
    public static String database(String name) {
        if (!DATABASE.matcher(name).matches()) {
            return "database name " + name
                    + " must begin with a lower case letter, and have at most 64 letters, digits and underscores";
        }
        if (name.contains("__")) {
            return "database name " + name + " has two underscores in a row";
        }
        return name.equals("analyticdb") ? "database name " + name + " is AnalyticDB's own" : null;
    }

    /** @return all that is wrong with the names; empty if nothing is */
    public static List<String> problems(TableName table, List<String> columns) {
        List<String> problems = new ArrayList<>();
        String database = database(table.database());
        if (database != null) {
            problems.add(database);
        }
        String own = table(table.table());
        if (own != null) {
            problems.add(own);
        }
        Map<String, String> byCase = new HashMap<>();
        for (String column : columns) {
            String wrong = other("column", column);
            if (wrong != null) {
                problems.add(wrong);
            }
            String same = byCase.put(column.toLowerCase(Locale.ROOT), column);
            if (same != null) {
                problems.add("columns " + same + " and " + column + " differ in letter case alone");
            }
        }
        if (columns.size() > MOST_COLUMNS) {
            problems.add("there are " + columns.size() + " columns, " + MOST_COLUMNS + " are allowed");
        }
        return problems;
    }

    /** @return what is wrong with the name, null if nothing is */
    public static String table(String name) {
        return other("table", name);
    }

    /** @return what is wrong with the name, null if nothing is */
    public static String column(String name) {
        return other("column", name);
    }

    private static String other(String kind, String name) {
        return OTHERS.matcher(name).matches()
                ? null
                : kind + " name " + name
                        + " must begin with a letter or an underscore, and have at most 127 letters, digits and underscores";
    }
}
