package io.mysqlrelay.testkit.adb;

import io.mysqlrelay.testkit.adb.model.TableName;
import io.mysqlrelay.testkit.adb.model.TableProperties;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** "LIFECYCLE n: keeps only the n largest partition values, older ones are deleted by ADB." */
final class Lifecycle {
    private final MySqlServer backing;

    Lifecycle(MySqlServer backing) {
        this.backing = backing;
    }

    void expire(TableName table) throws SQLException {
        try (Connection connection = backing.connection();
                Statement statement = connection.createStatement()) {
            TableProperties properties = properties(connection, table);
            if (properties == null || properties.lifecycle() == 0) {
                throw new IllegalArgumentException(table + " is no table with a LIFECYCLE");
            }
            // The expression means the same to MySQL, but for its wrapping.
            String value = properties.partitionBy().substring("VALUE".length());
            statement.execute("DELETE FROM " + table.quoted() + " WHERE " + value
                    + " < (SELECT MIN(v) FROM (SELECT DISTINCT " + value + " AS v FROM " + table.quoted()
                    + " ORDER BY v DESC LIMIT " + properties.lifecycle() + ") kept)");
        }
    }

    private static TableProperties properties(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT table_comment FROM information_schema.tables WHERE table_schema = ? AND table_name = ?")) {
            query.setString(1, table.database());
            query.setString(2, table.table());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? TableProperties.ofBacking(row.getString(1)) : null;
            }
        }
    }
}
