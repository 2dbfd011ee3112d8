package io.mysqlrelay.cli.demo;

import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.compare.adb.AdbComparison;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What stands in for AnalyticDB where no cluster is: a proxy with its rules before a MySQL server. */
final class AnalyticDbTarget implements DemoTarget {
    /** It adds a column behind another one, where AnalyticDB has all new ones at the end. */
    private static final List<String> MADE_BY_CHANGES_SQL =
            List.of("shop.customers: column birthday is where points is expected");

    private final MySqlServer server = MySqlServer.started();
    private final AdbStandIn adb = AdbStandIn.start(server);

    @Override
    public String words() {
        return "a stand-in for AnalyticDB on port " + adb.port() + " (" + adb.user() + ", " + adb.password()
                + "): no cluster, but its documented rules before a MySQL server";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "connector.class",
                "io.mysqlrelay.sink.adb.AnalyticDbSinkConnector",
                "connection.url",
                "jdbc:mysql://" + adb.host() + ":" + adb.port() + "/",
                "connection.user",
                adb.user(),
                "connection.password",
                adb.password());
    }

    @Override
    public Map<String, String> sourceSettings() {
        return Map.of("full.generated.columns", "true");
    }

    @Override
    public MySqlServer server() {
        return server;
    }

    @Override
    public String comparison() {
        return "tables, columns, keys, defaults and rows, but for the losses that docs/analyticdb.md lists";
    }

    @Override
    public ComparisonResult compare(MySqlServer source, List<String> databases) throws SQLException {
        try (Connection left = source.connection();
                Connection right = adb.connection()) {
            return AdbComparison.of(left, right, databases)
                    .expecting(MADE_BY_CHANGES_SQL)
                    .run();
        }
    }

    @Override
    public void close() {
        adb.close();
        server.close();
    }
}
