package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.precheck.CouldNotTell;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The server's schema in whole sets: one query per kind of thing, however many tables there are. Columns with statistics
 * are not asked for, because the server would open every table for them.
 */
final class Catalog {
    private static final String NOT_SYSTEM = " NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

    private static final String TABLES = "SELECT TABLE_SCHEMA, TABLE_NAME, IFNULL(ENGINE, ''), IFNULL(ROW_FORMAT, ''),"
            + " IFNULL(TABLE_COLLATION, '') FROM information_schema.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"
            + " AND TABLE_SCHEMA" + NOT_SYSTEM;

    private static final String COLUMNS = "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE,"
            + " DATA_TYPE, COLUMN_TYPE, CHARACTER_SET_NAME, COLLATION_NAME, EXTRA, GENERATION_EXPRESSION,"
            + " CHARACTER_MAXIMUM_LENGTH, CHARACTER_OCTET_LENGTH"
            + " FROM information_schema.COLUMNS WHERE TABLE_SCHEMA" + NOT_SYSTEM;

    private static final String INDEXES =
            "SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE, COLUMN_NAME, IFNULL(SUB_PART, 0),"
                    + " IFNULL(NULLABLE, '') FROM information_schema.STATISTICS WHERE TABLE_SCHEMA" + NOT_SYSTEM
                    + " ORDER BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX";

    private static final String FOREIGN_KEYS = "SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME,"
            + " UNIQUE_CONSTRAINT_SCHEMA, REFERENCED_TABLE_NAME, DELETE_RULE, UPDATE_RULE"
            + " FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA" + NOT_SYSTEM;

    /** Kind, database, name, definer, body, table of a trigger. */
    private static final List<String> OBJECTS = List.of(
            "SELECT 'VIEW', TABLE_SCHEMA, TABLE_NAME, DEFINER, VIEW_DEFINITION, NULL FROM information_schema.VIEWS"
                    + " WHERE TABLE_SCHEMA" + NOT_SYSTEM,
            "SELECT 'ROUTINE', ROUTINE_SCHEMA, ROUTINE_NAME, DEFINER, ROUTINE_DEFINITION, NULL"
                    + " FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA" + NOT_SYSTEM,
            "SELECT 'TRIGGER', TRIGGER_SCHEMA, TRIGGER_NAME, DEFINER, ACTION_STATEMENT, EVENT_OBJECT_TABLE"
                    + " FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA" + NOT_SYSTEM,
            "SELECT 'EVENT', EVENT_SCHEMA, EVENT_NAME, DEFINER, EVENT_DEFINITION, NULL FROM information_schema.EVENTS"
                    + " WHERE EVENT_SCHEMA" + NOT_SYSTEM);

    private final ServerFacts server;

    Catalog(ServerFacts server) {
        this.server = server;
    }

    /** @throws CouldNotTell when there is none and the account might only not see them */
    List<TableFact> tables() throws SQLException {
        List<TableFact> tables = new ArrayList<>();
        for (String[] row : server.rows(TABLES)) {
            TableName name = new TableName(row[0], row[1]);
            if (server.scope().table(name)) {
                tables.add(new TableFact(name, row[2], row[3], row[4]));
            }
        }
        if (tables.isEmpty() && !server.grants().global("SELECT")) {
            throw new CouldNotTell(
                    "account " + server.account() + " sees no table that is to be looked at",
                    "GRANT SELECT ON *.* TO " + server.account() + "; or on each database of the migration");
        }
        tables.sort(Comparator.comparing(TableFact::name));
        return tables;
    }

    private Set<TableName> names() throws SQLException {
        Set<TableName> names = new HashSet<>();
        server.tables().forEach(t -> names.add(t.name()));
        return names;
    }

    List<ColumnFact> columns() throws SQLException {
        Set<TableName> names = names();
        List<ColumnFact> columns = new ArrayList<>();
        for (String[] row : server.rows(COLUMNS)) {
            if (names.contains(new TableName(row[0], row[1]))) {
                columns.add(ColumnFact.of(row));
            }
        }
        return columns;
    }

    List<IndexFact> indexes() throws SQLException {
        Set<TableName> names = names();
        Map<List<String>, IndexFact> indexes = new LinkedHashMap<>();
        for (String[] row : server.rows(INDEXES)) {
            TableName table = new TableName(row[0], row[1]);
            if (names.contains(table)) {
                indexes.computeIfAbsent(
                                List.of(row[0], row[1], row[2]),
                                k -> new IndexFact(table, row[2], row[3].equals("0"), row[4], new ArrayList<>()))
                        .parts()
                        .add(new IndexFact.Part(row[5], Integer.parseInt(row[6]), row[7].equals("YES")));
            }
        }
        return List.copyOf(indexes.values());
    }

    List<ForeignKeyFact> foreignKeys() throws SQLException {
        Set<TableName> names = names();
        List<ForeignKeyFact> keys = new ArrayList<>();
        for (String[] row : server.rows(FOREIGN_KEYS)) {
            TableName child = new TableName(row[0], row[1]);
            if (names.contains(child)) {
                keys.add(new ForeignKeyFact(child, row[2], new TableName(row[3], row[4]), row[5], row[6]));
            }
        }
        return keys;
    }

    /** Views by the scope's tables, triggers by their table, routines and events by their database. */
    List<ObjectFact> objects() throws SQLException {
        List<ObjectFact> objects = new ArrayList<>();
        for (String query : OBJECTS) {
            for (String[] row : server.rows(query)) {
                TableName name = new TableName(row[1], row[2]);
                ObjectFact.Kind kind = ObjectFact.Kind.valueOf(row[0]);
                TableName table = row[5] == null ? null : new TableName(row[1], row[5]);
                boolean inside = switch (kind) {
                    case VIEW -> server.scope().table(name);
                    case TRIGGER -> server.scope().table(table);
                    case ROUTINE, EVENT -> server.scope().database(name.database());
                };
                if (inside) {
                    objects.add(new ObjectFact(kind, name, row[3], row[4], table));
                }
            }
        }
        return objects;
    }
}
