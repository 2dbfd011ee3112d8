package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.table.Column;
import io.mysqlrelay.source.table.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table's present columns, from {@code information_schema.COLUMNS}. */
public final class TableShapeReader {
    private static final String COLUMNS = "SELECT COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, DATETIME_PRECISION,"
            + " CHARACTER_SET_NAME, EXTRA FROM information_schema.COLUMNS"
            + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION";

    private TableShapeReader() {}

    /**
     * @return all columns, generated and invisible ones included
     * @throws RelayException if the table does not exist, or the account has no privilege on it
     */
    public static TableShape read(Connection connection, TableName table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table.database());
            statement.setString(2, table.table());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(column(row));
                }
            }
        }
        if (columns.isEmpty()) {
            throw new RelayException(ErrorCode.TABLE_NOT_READABLE, "table " + table + " has no visible columns");
        }
        return new TableShape(table, List.copyOf(columns), false);
    }

    private static Column column(ResultSet row) throws SQLException {
        ColumnTypeText type = ColumnTypeText.parse(row.getString("COLUMN_TYPE"));
        String name = row.getString("DATA_TYPE").toUpperCase(Locale.ROOT);
        int fraction = row.getInt("DATETIME_PRECISION");
        // DEFAULT_GENERATED is an ordinary column with an expression as its default.
        String extra = row.getString("EXTRA").toUpperCase(Locale.ROOT);
        return new Column(
                row.getString("COLUMN_NAME"),
                name,
                type.length(),
                Math.max(fraction, type.scale()),
                type.unsigned(),
                row.getString("CHARACTER_SET_NAME"),
                type.members(),
                extra.contains("VIRTUAL GENERATED") || extra.contains("STORED GENERATED"));
    }
}
