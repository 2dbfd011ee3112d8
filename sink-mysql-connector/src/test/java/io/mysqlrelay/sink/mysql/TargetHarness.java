package io.mysqlrelay.sink.mysql;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.Window;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** One real server for all tests of the module, and short ways to make targets, shapes and changes. */
public final class TargetHarness {
    private static final AtomicLong OFFSETS = new AtomicLong();
    private static MySqlServer server;

    private TargetHarness() {}

    static synchronized MySqlServer server() {
        if (server == null) {
            server = MySqlServer.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    static Map<String, String> config() {
        Map<String, String> config = new HashMap<>();
        config.put("name", "test-sink");
        config.put("topics", "test.changes");
        config.put("kafka.bootstrap.servers", "localhost:9092");
        config.put("connection.url", "jdbc:mysql://" + server().host() + ":" + server().port() + "/");
        config.put("connection.user", "root");
        config.put("ddl.error.policy", "stop");
        return config;
    }

    static TargetSettings settings(String migration, String owner, boolean proceed) {
        Map<String, String> config = config();
        config.put("target.existing.tables", proceed ? "proceed" : "refuse");
        return TargetSettings.parse(config, migration, owner);
    }

    /** A target with some settings of its own. */
    static MySqlTarget target(String migration, Map<String, String> settings) {
        Map<String, String> config = config();
        config.putAll(settings);
        return new MySqlTarget(TargetSettings.parse(config, migration, "owner"), new Epoch());
    }

    static MySqlTarget target(String migration) {
        return new MySqlTarget(settings(migration, "owner", false), new Epoch());
    }

    static Checkpoint checkpoint() {
        return new Checkpoint(
                "topic-id", OFFSETS.incrementAndGet(), "1-run", 1, false, null, null, "binlog.000001:4", 0, null, 0);
    }

    public static Window window(RowChange... changes) {
        return new Window(List.of(changes), false, checkpoint());
    }

    public static Window safe(RowChange... changes) {
        return new Window(List.of(changes), true, checkpoint());
    }

    public static ColumnShape column(String name, ValueType type) {
        return new ColumnShape(name, type, null, List.of());
    }

    public static RowShape shape(String database, String table, ColumnShape... columns) {
        return new RowShape(new TableName(database, table), List.of(columns));
    }

    public static RowChange insert(RowShape shape, Object... after) {
        return new RowChange(shape, Op.INSERT, null, after, false, 50);
    }

    public static RowChange load(RowShape shape, Object... after) {
        return new RowChange(shape, Op.LOAD, null, after, false, 50);
    }

    public static RowChange update(RowShape shape, Object[] before, Object[] after) {
        return new RowChange(shape, Op.UPDATE, before, after, false, 100);
    }

    public static RowChange delete(RowShape shape, Object... before) {
        return new RowChange(shape, Op.DELETE, before, null, false, 50);
    }

    public static Object[] row(Object... values) {
        return values;
    }

    static DdlChange ddl(String database, long ordinal, String sql, TableName... tables) {
        return new DdlChange(
                false,
                database,
                sql.getBytes(StandardCharsets.UTF_8),
                "utf8mb4",
                sql,
                Map.of("character_set_client", "utf8mb4", "sql_mode", "0"),
                List.of(tables),
                "binlog.000001:100",
                ordinal,
                0);
    }

    static DdlChange schemaDdl(String database, String sql, TableName... tables) {
        return new DdlChange(
                true,
                database,
                sql.getBytes(StandardCharsets.UTF_8),
                "utf8mb4",
                sql,
                Map.of(),
                List.of(tables),
                "-",
                0,
                0);
    }

    static void sql(String... statements) {
        server().execute(statements);
    }

    /** Rows as text, columns joined with a comma, NULL as such. */
    static List<String> rows(String query) throws SQLException {
        try (Connection c = server().connection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            int width = r.getMetaData().getColumnCount();
            while (r.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(String.valueOf(r.getString(i)));
                }
                rows.add(String.join(",", row));
            }
            return rows;
        }
    }
}
