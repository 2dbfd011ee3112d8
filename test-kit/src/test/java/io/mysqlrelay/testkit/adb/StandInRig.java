package io.mysqlrelay.testkit.adb;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A stand-in on a real server, with an empty database {@code shop}. */
final class StandInRig implements AutoCloseable {
    private final MySqlServer server = MySqlServer.started();
    private final AdbStandIn adb = AdbStandIn.start(server);

    AdbStandIn adb() {
        return adb;
    }

    MySqlServer server() {
        return server;
    }

    void fresh() throws SQLException {
        adb.faults().clear();
        run("CREATE DATABASE IF NOT EXISTS shop");
        for (List<String> table : rows("SHOW TABLES FROM shop")) {
            run("DROP TABLE shop.`" + table.get(0) + "`");
        }
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = adb.connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<List<String>> rows(String sql) throws SQLException {
        try (Connection connection = adb.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @Override
    public void close() {
        adb.close();
        server.close();
    }
}
