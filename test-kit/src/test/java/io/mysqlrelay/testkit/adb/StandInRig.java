package io.mysqlrelay.testkit.adb;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stand-in on a real server for the tests of a class, each with an empty database {@code shop}. */
final class StandInRig implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private MySqlServer server;
    private AdbStandIn adb;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = MySqlServer.started();
        adb = AdbStandIn.start(server);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        adb.faults().clear();
        run("CREATE DATABASE IF NOT EXISTS shop");
        for (List<String> table : rows("SHOW TABLES FROM shop")) {
            run("DROP TABLE shop.`" + table.get(0) + "`");
        }
    }

    AdbStandIn adb() {
        return adb;
    }

    MySqlServer server() {
        return server;
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
    public void afterAll(ExtensionContext context) {
        adb.close();
        server.close();
    }
}
