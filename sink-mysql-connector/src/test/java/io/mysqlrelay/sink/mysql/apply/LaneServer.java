package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.mysql.MySqlTargets;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One real server for the tests of lanes. */
public final class LaneServer implements AutoCloseable {
    private final MySqlServer server;

    LaneServer() {
        this(MySqlDistribution.preferred());
    }

    public LaneServer(MySqlDistribution distribution) {
        server = MySqlServer.builder().distribution(distribution).start();
    }

    Map<String, String> config(String migration, int threads) {
        Map<String, String> config = new HashMap<>();
        config.put("name", "lanes");
        config.put("topics", migration);
        config.put("kafka.bootstrap.servers", "localhost:9092");
        config.put("connection.url", "jdbc:mysql://" + server.host() + ":" + server.port() + "/");
        config.put("connection.user", "root");
        config.put("apply.threads", Integer.toString(threads));
        return config;
    }

    Target target(String migration, int threads) {
        return new MySqlTargets().create(config(migration, threads), new TargetMeter());
    }

    public DmlSession session() throws SQLException {
        return DmlSession.open(
                TargetSettings.parse(config("any", 1), "any", "any").connection(), new TargetMeter());
    }

    public void execute(List<String> statements) {
        server.execute(statements.toArray(String[]::new));
    }

    public Connection connection() throws SQLException {
        return server.connection();
    }

    List<String> rows(String query) throws SQLException {
        try (Connection c = connection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(query)) {
            int width = r.getMetaData().getColumnCount();
            List<String> rows = new ArrayList<>();
            while (r.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(String.valueOf(r.getString(i)));
                }
                rows.add(String.join(",", row));
            }
            rows.sort(null);
            return rows;
        }
    }

    Map<String, List<String>> tables(String database) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : List.of("keyed", "keyless", "parent", "child")) {
            tables.put(table, rows("SELECT * FROM " + database + "." + table));
        }
        return tables;
    }

    /** @param offset behind the last change, counted from the history's beginning */
    static Checkpoint checkpoint(long offset) {
        return new Checkpoint("topic-id", offset, "1-run", offset, false, null, null, "binlog.000001:4", 0, null, 0);
    }

    @Override
    public void close() {
        server.close();
    }
}
