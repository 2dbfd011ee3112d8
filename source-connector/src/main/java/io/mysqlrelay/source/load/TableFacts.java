package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What the server says about a table as a whole.
 *
 * @param estimatedRows 0 when unknown
 * @param transactional false for engines without row versions, whose snapshots are none
 */
record TableFacts(long estimatedRows, boolean transactional) {
    static TableFacts read(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT t.TABLE_ROWS, e.TRANSACTIONS"
                + " FROM information_schema.TABLES t JOIN information_schema.ENGINES e ON e.ENGINE = t.ENGINE"
                + " WHERE t.TABLE_SCHEMA = ? AND t.TABLE_NAME = ?")) {
            statement.setString(1, table.database());
            statement.setString(2, table.table());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new TableFacts(row.getLong(1), "YES".equals(row.getString(2)))
                        : new TableFacts(0, false);
            }
        }
    }
}
