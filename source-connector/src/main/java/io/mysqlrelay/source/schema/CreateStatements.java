package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.server.ServerErrors;
import io.mysqlrelay.source.server.Versions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE statements exactly as the server prints them, in UTF-8. Used by one thread; does not own its connection. */
public final class CreateStatements {
    private final Connection connection;

    /** Sets the session variables that the printed text depends on. */
    public CreateStatements(Connection connection) throws SQLException {
        this.connection = connection;
        List<String> settings =
                new ArrayList<>(List.of("sql_mode=''", "sql_quote_show_create=1", "character_set_results='utf8mb4'"));
        if (Versions.read(connection).atLeast(8, 0, 30)) {
            // Its rows carry the generated key's column: the target must have it too.
            settings.add("show_gipk_in_create_table_and_information_schema=ON");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION " + String.join(", SESSION ", settings));
        }
    }

    /** @return the statement, in which the server wraps the options in versioned comments */
    public String database(String name) throws SQLException {
        return show("SHOW CREATE DATABASE " + TableName.quote(name), "database " + name);
    }

    /** @return empty if the table has been dropped or renamed */
    public Optional<String> table(TableName table) throws SQLException {
        try {
            return Optional.of(show("SHOW CREATE TABLE " + table.quoted(), "table " + table));
        } catch (RelayException e) {
            if (e.getCause() instanceof SQLException cause && cause.getErrorCode() == ServerErrors.NO_SUCH_TABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** @return a statement with the columns only; empty if there is no such table or the account may not see it */
    public Optional<String> columnsOf(TableName table) throws SQLException {
        return PlainDefinition.read(connection, table);
    }

    private String show(String statementText, String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(statementText)) {
            row.next();
            return new String(row.getBytes(2), StandardCharsets.UTF_8);
        } catch (SQLException e) {
            throw ServerErrors.notReadable("the CREATE statement of " + what, e);
        }
    }
}
