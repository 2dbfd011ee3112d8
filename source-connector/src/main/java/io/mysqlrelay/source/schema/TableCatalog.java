package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The base tables of a server. Views and temporary tables are none. */
public final class TableCatalog {
    /** Never captured: they describe the server itself, or hold this product's own state when a target is a source. */
    private static final Set<String> OWN =
            Set.of("mysql", "information_schema", "performance_schema", "sys", "mysql_relay");

    private TableCatalog() {}

    /** @return true for databases that are never captured, whatever the filters say */
    public static boolean isSystem(String database) {
        return OWN.contains(database.toLowerCase(Locale.ROOT));
    }

    /** @return the captured tables in order of database and name */
    public static List<TableName> tables(Connection connection, Predicate<TableName> captured) throws SQLException {
        List<TableName> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT TABLE_SCHEMA, TABLE_NAME"
                        + " FROM information_schema.TABLES WHERE TABLE_TYPE = 'BASE TABLE'")) {
            while (row.next()) {
                TableName table = new TableName(row.getString(1), row.getString(2));
                if (!isSystem(table.database()) && captured.test(table)) {
                    tables.add(table);
                }
            }
        }
        Collections.sort(tables);
        return tables;
    }
}
