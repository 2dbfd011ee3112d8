package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A CREATE TABLE statement with names, types and character sets of the columns and nothing else, for readers that would
 * stumble over a clause of the real one. From {@code information_schema}, whose COLUMN_TYPE is the text that SHOW CREATE
 * TABLE prints, too.
 */
final class PlainDefinition {
    private static final String COLUMNS =
            "SELECT C.COLUMN_NAME, C.COLUMN_TYPE, C.CHARACTER_SET_NAME, A.CHARACTER_SET_NAME"
                    + " FROM information_schema.COLUMNS C"
                    + " JOIN information_schema.TABLES T ON T.TABLE_SCHEMA = C.TABLE_SCHEMA AND T.TABLE_NAME = C.TABLE_NAME"
                    + " JOIN information_schema.COLLATION_CHARACTER_SET_APPLICABILITY A"
                    + " ON A.COLLATION_NAME = T.TABLE_COLLATION"
                    + " WHERE C.TABLE_SCHEMA = ? AND C.TABLE_NAME = ? AND T.TABLE_TYPE = 'BASE TABLE'"
                    + " ORDER BY C.ORDINAL_POSITION";

    private PlainDefinition() {}

    /** @return empty if there is no such table, or the account may not see it */
    static Optional<String> read(Connection connection, TableName table) throws SQLException {
        StringJoiner columns = new StringJoiner(", ", "CREATE TABLE " + table.quoted() + " (", ")").setEmptyValue("");
        String tableCharset = null;
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table.database());
            statement.setString(2, table.table());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String charset = row.getString(3);
                    tableCharset = row.getString(4);
                    // As in SHOW CREATE TABLE: a column without one follows the table's.
                    boolean own = charset != null && !Objects.equals(charset, tableCharset);
                    columns.add(TableName.quote(row.getString(1)) + " "
                            + new String(row.getBytes(2), StandardCharsets.UTF_8)
                            + (own ? " CHARACTER SET " + charset : ""));
                }
            }
        }
        return tableCharset == null ? Optional.empty() : Optional.of(columns + " DEFAULT CHARSET=" + tableCharset);
    }
}
