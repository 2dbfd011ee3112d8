package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.server.ServerErrors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The primary and unique keys of a table. */
public final class TableKeys {
    private TableKeys() {}

    /**
     * @return the primary key first if there is one, then the unique keys in the server's order
     * @throws RelayException if the table does not exist or the account may not see it
     */
    public static List<TableKey> read(Connection connection, TableName table) throws SQLException {
        Map<String, List<TableKey.Part>> parts = new LinkedHashMap<>();
        Map<String, Boolean> visible = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW INDEX FROM " + table.quoted())) {
            // Invisible indexes came with 8.0.
            boolean mayBeInvisible = row.getMetaData().getColumnCount() > 13;
            while (row.next()) {
                if (row.getInt("Non_unique") == 0) {
                    String name = row.getString("Key_name");
                    parts.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(new TableKey.Part(
                                    row.getString("Column_name"),
                                    row.getString("Sub_part") == null,
                                    row.getString("Null").equals("YES"),
                                    "D".equals(row.getString("Collation"))));
                    visible.put(
                            name, !mayBeInvisible || !row.getString("Visible").equals("NO"));
                }
            }
        } catch (SQLException e) {
            throw ServerErrors.notReadable("the indexes of table " + table, e);
        }
        return parts.entrySet().stream()
                .map(key -> new TableKey(key.getKey(), List.copyOf(key.getValue()), visible.get(key.getKey())))
                .toList();
    }
}
