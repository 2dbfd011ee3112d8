package io.mysqlrelay.sink.adb;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.state.TaskToken;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.Window;
import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** One stand-in for all tests of the module, and short ways to make targets, shapes and changes. */
final class TargetHarness {
    private static final AtomicLong OFFSETS = new AtomicLong();
    /** All statements that the stand-in received. */
    static final ConcurrentLinkedQueue<String> STATEMENTS = new ConcurrentLinkedQueue<>();

    private static final IdentityHashMap<Epoch, TaskToken> TASKS = new IdentityHashMap<>();
    private static AdbStandIn cluster;
    private static MySqlServer server;

    private TargetHarness() {}

    @SuppressWarnings("resource") // closed when the JVM ends
    static synchronized AdbStandIn cluster() {
        if (cluster == null) {
            server = MySqlServer.builder().start();
            cluster = AdbStandIn.builder(server).listener(STATEMENTS::add).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                cluster.close();
                server.close();
            }));
        }
        return cluster;
    }

    /** The server behind the stand-in, which has the same tables. */
    static synchronized MySqlServer server() {
        cluster();
        return server;
    }

    static Map<String, String> config() {
        Map<String, String> config = new HashMap<>();
        config.put("name", "test-sink");
        config.put("topics", "test.changes");
        config.put("kafka.bootstrap.servers", "localhost:9092");
        config.put(
                "connection.url",
                "jdbc:mysql://" + cluster().host() + ":" + cluster().port() + "/");
        config.put("connection.user", cluster().user());
        config.put("connection.password", cluster().password());
        config.put("ddl.error.policy", "stop");
        config.put("adb.socket.timeout.seconds", "2");
        return config;
    }

    /** A target of one task, with some settings of its own; not open. */
    static AnalyticDbTarget target(String migration, Epoch epoch, Map<String, String> settings) {
        Map<String, String> config = config();
        config.putAll(settings);
        TaskToken task;
        synchronized (TASKS) {
            task = TASKS.computeIfAbsent(epoch, x -> new TaskToken());
        }
        return new AnalyticDbTarget(AdbSettings.parse(config, migration, "owner"), task, new TargetMeter());
    }

    static AnalyticDbTarget open(String migration, Map<String, String> settings) throws TransientTargetException {
        AnalyticDbTarget target = target(migration, new Epoch(), settings);
        target.open();
        return target;
    }

    static Checkpoint checkpoint() {
        return new Checkpoint(
                "topic-id", OFFSETS.addAndGet(1_000), "1-run", 1, false, null, null, "binlog.000001:4", 0, null, 0);
    }

    static Window window(RowChange... changes) {
        return new Window(List.of(changes), false, checkpoint(), new Places(List.of(changes), false));
    }

    static Window tolerant(RowChange... changes) {
        return new Window(List.of(changes), false, checkpoint(), new Places(List.of(changes), true));
    }

    /** Places that stay the same when a window comes again. */
    static final class Places implements Origins {
        private static final AtomicLong ORDINALS = new AtomicLong();
        private static final IdentityHashMap<RowChange, Long> KNOWN = new IdentityHashMap<>();
        final List<Refused> refused = new ArrayList<>();
        private final boolean tolerated;

        Places(List<RowChange> changes, boolean tolerated) {
            this.tolerated = tolerated;
            synchronized (KNOWN) {
                changes.forEach(c -> KNOWN.computeIfAbsent(c, x -> ORDINALS.incrementAndGet()));
            }
        }

        @Override
        public Place of(RowChange change) {
            synchronized (KNOWN) {
                return new Place(KNOWN.get(change), "uuid:7", KNOWN.get(change));
            }
        }

        @Override
        public boolean tolerated() {
            return tolerated;
        }

        @Override
        public void handOver(List<Refused> rows) {
            refused.addAll(rows);
        }
    }

    static ColumnShape column(String name, ValueType type) {
        return new ColumnShape(name, type, null, List.of());
    }

    static RowShape shape(String database, String table, ColumnShape... columns) {
        return new RowShape(new TableName(database, table), List.of(columns));
    }

    static RowChange insert(RowShape shape, Object... after) {
        return new RowChange(shape, Op.INSERT, null, after, false, 50);
    }

    static RowChange load(RowShape shape, Object... after) {
        return new RowChange(shape, Op.LOAD, null, after, false, 50);
    }

    static RowChange update(RowShape shape, Object[] before, Object[] after) {
        return new RowChange(shape, Op.UPDATE, before, after, false, 100);
    }

    static RowChange delete(RowShape shape, Object... before) {
        return new RowChange(shape, Op.DELETE, before, null, false, 50);
    }

    static Object[] row(Object... values) {
        return values;
    }

    static DdlChange ddl(String database, long ordinal, String sql) {
        return statement(false, database, ordinal, sql);
    }

    static DdlChange schema(String database, String sql) {
        return statement(true, database, 0, sql);
    }

    private static DdlChange statement(boolean schemaPhase, String database, long ordinal, String sql) {
        return new DdlChange(
                schemaPhase,
                database,
                sql.getBytes(StandardCharsets.UTF_8),
                "utf8mb4",
                sql,
                Map.of("time_zone", "+00:00"),
                List.of(),
                schemaPhase ? "-" : "uuid:9",
                ordinal,
                0);
    }

    /** Ends all faults, makes the databases that are not there, and drops the tables and views of the others. */
    static void empty(String... databases) throws SQLException {
        cluster().faults().clear();
        for (String database : databases) {
            sql("CREATE DATABASE IF NOT EXISTS " + database);
            List<String> drops =
                    rows("SELECT CONCAT('DROP ', IF(table_type = 'VIEW', 'VIEW', 'TABLE'), ' `', table_schema,"
                            + " '`.`', table_name, '`') FROM information_schema.tables WHERE table_schema = '"
                            + database + "'");
            sql(drops.toArray(String[]::new));
        }
    }

    /** On the cluster, as its own account. */
    static void sql(String... statements) throws SQLException {
        try (Connection c = cluster().connection();
                Statement s = c.createStatement()) {
            for (String statement : statements) {
                s.execute(statement);
            }
        }
    }

    /** Rows as text, columns joined with a comma, NULL as such. */
    static List<String> rows(String query) throws SQLException {
        try (Connection c = cluster().connection();
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
