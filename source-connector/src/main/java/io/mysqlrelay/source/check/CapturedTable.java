package io.mysqlrelay.source.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.config.CapturedObjects;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A base table that is captured and that the account can see.
 *
 * @param keyless without primary key
 */
record CapturedTable(TableName name, boolean keyless) {
    private static final String TABLES = "SELECT t.TABLE_SCHEMA, t.TABLE_NAME, c.CONSTRAINT_NAME"
            + " FROM information_schema.TABLES t LEFT JOIN information_schema.TABLE_CONSTRAINTS c"
            + " ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME"
            + " AND c.CONSTRAINT_TYPE = 'PRIMARY KEY'"
            + " WHERE t.TABLE_TYPE = 'BASE TABLE' AND t.TABLE_SCHEMA NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

    static List<CapturedTable> read(Connection source, CapturedObjects captured) throws SQLException {
        List<CapturedTable> tables = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                TableName name = new TableName(rows.getString(1), rows.getString(2));
                if (captured.includes(name)) {
                    tables.add(new CapturedTable(name, rows.getString(3) == null));
                }
            }
        }
        return tables;
    }
}
