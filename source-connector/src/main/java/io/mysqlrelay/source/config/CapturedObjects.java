package io.mysqlrelay.source.config;

import io.mysqlrelay.core.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which databases and tables a migration captures. Immutable. Agrees with Debezium's filters, except that the relay's
 * own tables are never captured: in a chain of migrations they would overwrite the next target's checkpoint.
 */
public final class CapturedObjects {
    private static final Set<String> NEVER =
            Set.of("mysql", "information_schema", "performance_schema", "sys", "mysql_relay");
    /** A name that no regular expression syntax is in; a dot is left out because it also stands for any character. */
    private static final Pattern LITERAL = Pattern.compile("[\\w$-]+");

    private final PatternList databases;
    private final PatternList notDatabases;
    private final PatternList tables;
    private final PatternList notTables;

    /** Lists as in the settings; null for none. Of each pair only one may be given. */
    public CapturedObjects(
            String includedDatabases, String excludedDatabases, String includedTables, String excludedTables) {
        databases = parse(includedDatabases);
        notDatabases = parse(excludedDatabases);
        tables = parse(includedTables);
        notTables = parse(excludedTables);
    }

    private static PatternList parse(String list) {
        return PatternList.parse(list == null ? "" : list);
    }

    public boolean includesDatabase(String database) {
        return !NEVER.contains(database.toLowerCase(Locale.ROOT))
                && (databases.isEmpty() || databases.matches(database))
                && !notDatabases.matches(database);
    }

    public boolean includes(TableName table) {
        String name = table.toString();
        return includesDatabase(table.database())
                && (tables.isEmpty() || tables.matches(name))
                && !notTables.matches(name);
    }

    /** @return those expressions of the include list that are plain names: each must exist */
    public List<String> namedDatabases() {
        return databases.patterns().stream()
                .map(Pattern::pattern)
                .filter(p -> LITERAL.matcher(p).matches())
                .toList();
    }
}
