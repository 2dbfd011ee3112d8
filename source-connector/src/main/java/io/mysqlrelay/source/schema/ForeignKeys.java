package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Foreign keys, and among them those that change rows of their own accord (CASCADE, SET NULL). The server carries such
 * changes out inside the engine and writes none of them to the binlog, so the target has to repeat them.
 */
public final class ForeignKeys {
    private ForeignKeys() {}

    private record ForeignKey(TableName child, String name, TableName parent, String onDelete, String onUpdate) {
        boolean acts() {
            return acts(onDelete) || acts(onUpdate);
        }

        private static boolean acts(String rule) {
            return !rule.equals("RESTRICT") && !rule.equals("NO ACTION");
        }

        @Override
        public String toString() {
            return child + "." + name + " (ON DELETE " + onDelete + " ON UPDATE " + onUpdate + ", parent " + parent
                    + ")";
        }
    }

    private static List<ForeignKey> read(Connection connection) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME,"
                        + " UNIQUE_CONSTRAINT_SCHEMA, REFERENCED_TABLE_NAME, DELETE_RULE, UPDATE_RULE"
                        + " FROM information_schema.REFERENTIAL_CONSTRAINTS ORDER BY 1, 2, 3")) {
            while (row.next()) {
                TableName child = new TableName(row.getString(1), row.getString(2));
                if (!TableCatalog.isSystem(child.database())) {
                    TableName parent = new TableName(row.getString(4), row.getString(5));
                    keys.add(new ForeignKey(child, row.getString(3), parent, row.getString(6), row.getString(7)));
                }
            }
        }
        return keys;
    }

    /**
     * Refuses a captured child whose parent is not captured: what happens to the parent would never reach the target, and
     * with it what that does to the child.
     *
     * @throws RelayException naming every such foreign key, if there is one
     */
    public static void refuseActionsFromOutside(Connection connection, Predicate<TableName> captured)
            throws SQLException {
        List<String> keys = read(connection).stream()
                .filter(k -> k.acts() && captured.test(k.child()) && !captured.test(k.parent()))
                .map(ForeignKey::toString)
                .toList();
        if (!keys.isEmpty()) {
            throw new RelayException(ErrorCode.REFERENTIAL_ACTION, "foreign keys " + String.join(", ", keys));
        }
    }

    /**
     * Tables that are loaded one after another.
     *
     * @param together true for tables connected by foreign keys of which at least one acts; may be a single table that
     *     refers to itself
     */
    public record Group(List<TableName> tables, boolean together) {}

    /** @return all the tables, connected ones in one group, groups in the order of their first tables */
    public static List<Group> groups(Connection connection, List<TableName> tables) throws SQLException {
        Map<TableName, TreeSet<TableName>> connected = new HashMap<>();
        tables.forEach(t -> connected.put(t, new TreeSet<>(List.of(t))));
        List<ForeignKey> keys = read(connection).stream()
                .filter(k -> connected.containsKey(k.child()) && connected.containsKey(k.parent()))
                .toList();
        for (ForeignKey key : keys) {
            TreeSet<TableName> all = connected.get(key.parent());
            all.addAll(connected.get(key.child()));
            all.forEach(t -> connected.put(t, all));
        }
        TreeSet<TableName> acting = new TreeSet<>();
        keys.stream().filter(ForeignKey::acts).forEach(k -> acting.addAll(connected.get(k.child())));
        List<Group> groups = new ArrayList<>();
        for (TableName table : new TreeSet<>(tables)) {
            if (!acting.contains(table)) {
                groups.add(new Group(List.of(table), false));
            } else if (connected.get(table).first().equals(table)) {
                groups.add(new Group(List.copyOf(connected.get(table)), true));
            }
        }
        return groups;
    }
}
