package io.mysqlrelay.it.faults;

import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The connectors' sessions on a server. */
final class Connections {
    private static final int NO_SUCH_THREAD = 1094;

    private Connections() {}

    static void kill(MySqlServer server, String user) {
        List<String> ids =
                Sql.rows(server, "SELECT id FROM information_schema.processlist WHERE user = '" + user + "'");
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement()) {
            for (String id : ids) {
                kill(statement, id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot kill connections: " + e.getMessage(), e);
        }
    }

    private static void kill(Statement statement, String id) throws SQLException {
        try {
            statement.execute("KILL " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) { // it has ended by itself
                throw e;
            }
        }
    }
}
