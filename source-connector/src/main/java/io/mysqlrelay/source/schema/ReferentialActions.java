package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Foreign keys that change rows of their own accord (CASCADE, SET NULL). The server carries such changes out inside the
 * engine and writes none of them to the binlog, so a copy that follows the binlog would miss them.
 */
public final class ReferentialActions {
    private ReferentialActions() {}

    /**
     * A foreign key with an action.
     *
     * @param onDelete the rule, as MySQL prints it
     * @param onUpdate the rule, as MySQL prints it
     */
    public record ActingKey(TableName table, String name, String onDelete, String onUpdate) {
        @Override
        public String toString() {
            return table + "." + name + " (ON DELETE " + onDelete + " ON UPDATE " + onUpdate + ")";
        }
    }

    /** @return the acting foreign keys of the captured tables */
    public static List<ActingKey> read(Connection connection, Predicate<TableName> captured) throws SQLException {
        List<ActingKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME,"
                        + " DELETE_RULE, UPDATE_RULE FROM information_schema.REFERENTIAL_CONSTRAINTS"
                        + " WHERE DELETE_RULE NOT IN ('RESTRICT', 'NO ACTION')"
                        + " OR UPDATE_RULE NOT IN ('RESTRICT', 'NO ACTION') ORDER BY 1, 2, 3")) {
            while (row.next()) {
                TableName table = new TableName(row.getString(1), row.getString(2));
                if (!TableCatalog.isSystem(table.database()) && captured.test(table)) {
                    keys.add(new ActingKey(table, row.getString(3), row.getString(4), row.getString(5)));
                }
            }
        }
        return keys;
    }

    /** @throws RelayException naming every acting foreign key of the captured tables, if there is one */
    public static void refuse(Connection connection, Predicate<TableName> captured) throws SQLException {
        List<ActingKey> keys = read(connection, captured);
        if (!keys.isEmpty()) {
            throw new RelayException(
                    ErrorCode.REFERENTIAL_ACTION,
                    "foreign keys "
                            + String.join(
                                    ", ", keys.stream().map(ActingKey::toString).toList()));
        }
    }
}
