package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions to a server, as root. */
public final class Sql {
    private Sql() {}

    /** All rows, their columns joined by a bar; NULL as {@code null}. */
    public static List<String> rows(MySqlServer server, String query) {
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(result.getString(1)));
                for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append('|').append(result.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL on port " + server.port() + ": " + query + ": " + e.getMessage(), e);
        }
    }

    /** The single value of a query; null when there is no row, or when the server or the table is not there. */
    public static String valueOrNull(MySqlServer server, String query) {
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException notThere) {
            return null;
        }
    }

    /** Databases whose name begins with the given text. */
    public static List<String> databases(MySqlServer server, String prefix) {
        return rows(server, "SHOW DATABASES").stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    public static void dropDatabases(MySqlServer server, String prefix) {
        databases(server, prefix).forEach(name -> server.execute("DROP DATABASE `" + name.replace("`", "``") + "`"));
    }
}
