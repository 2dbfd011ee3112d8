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
 * A table or view that is captured and that the account can see.
 *
 * @param keyless a base table without primary key
 */
record CapturedTable(TableName name, boolean view, boolean keyless) {
    private static final String TABLES = "SELECT t.TABLE_SCHEMA, t.TABLE_NAME, t.TABLE_TYPE, c.CONSTRAINT_NAME"
            + " FROM information_schema.TABLES t LEFT JOIN information_schema.TABLE_CONSTRAINTS c"
            + " ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME"
            + " AND c.CONSTRAINT_TYPE = 'PRIMARY KEY'"
            + " WHERE t.TABLE_SCHEMA NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

    static List<CapturedTable> read(Connection source, CapturedObjects captured) throws SQLException {
        List<CapturedTable> tables = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                TableName name = new TableName(rows.getString(1), rows.getString(2));
                if (captured.includes(name)) {
                    boolean view = !rows.getString(3).equals("BASE TABLE");
                    tables.add(new CapturedTable(name, view, !view && rows.getString(4) == null));
                }
            }
        }
        return tables;
    }
}
