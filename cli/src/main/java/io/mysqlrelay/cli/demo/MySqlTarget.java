package io.mysqlrelay.cli.demo;

import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.compare.ServerComparison;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A second MySQL server. */
final class MySqlTarget implements DemoTarget {
    private final MySqlServer server = MySqlServer.started();

    @Override
    public String words() {
        return "on port " + server.port() + " (root, no password)";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "connection.url",
                "jdbc:mysql://" + server.host() + ":" + server.port() + "/",
                "connection.user",
                "root",
                "connection.password",
                "");
    }

    @Override
    public Map<String, String> sourceSettings() {
        return Map.of();
    }

    @Override
    public MySqlServer server() {
        return server;
    }

    @Override
    public String comparison() {
        return "definitions word by word, rows byte by byte";
    }

    @Override
    public ComparisonResult compare(MySqlServer source, List<String> databases) throws SQLException {
        try (Connection left = source.connection();
                Connection right = server.connection()) {
            // Writers that met a statement were rolled back, which raises AUTO_INCREMENT and leaves nothing in the
            // binlog.
            return ServerComparison.of(left, right)
                    .databases(databases)
                    .withoutAutoIncrement()
                    .run();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
