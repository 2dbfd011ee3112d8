package io.mysqlrelay.core;

import java.util.Locale;

/**
 * A table's full name, unquoted and as the server stores it.
 *
 * @param database never null
 * @param table never null
 */
public record TableName(String database, String table) implements Comparable<TableName> {
    /** @return both parts in backquotes, safe inside a statement whatever characters they hold */
    public String quoted() {
        return quote(database) + "." + quote(table);
    }

    /** @return the identifier in backquotes, backquotes inside it doubled (MySQL manual, "Schema Object Names") */
    public static String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    /** @return in lower case: the same for names that some server takes for one (MySQL manual, "lower_case_table_names") */
    public TableName folded() {
        return new TableName(database.toLowerCase(Locale.ROOT), table.toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(TableName other) {
        int byDatabase = database.compareTo(other.database);
        return byDatabase != 0 ? byDatabase : table.compareTo(other.table);
    }

    @Override
    public String toString() {
        return database + "." + table;
    }
}
