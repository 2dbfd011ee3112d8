package io.mysqlrelay.source.server;

import io.mysqlrelay.core.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks a server for its version. */
public final class Versions {
    private Versions() {}

    public static ServerVersion read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ServerVersion.QUERY)) {
            row.next();
            return ServerVersion.parse(row.getString(1));
        }
    }
}
