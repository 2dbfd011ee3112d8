package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.mysql.MySqlTargets;
import io.mysqlrelay.sink.mysql.plan.SysbenchTable;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.Window;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One backlog, applied with one lane and with several by turns, on a real server that writes to disk at each commit. */
public final class LaneThroughput {
    private static final List<Integer> THREADS = List.of(1, 2, 4, 8);
    private static final int TABLES = 4;
    private static final int ROWS = 20_000;
    private static final int WINDOW = 5_000;
    private static final int CHANGES = 100_000;
    private static final int PART = 10_000;

    private LaneThroughput() {}

    /** @param args none */
    public static void main(String[] args) throws Exception {
        try (MySqlServer server = MySqlServer.builder()
                .option("innodb-flush-log-at-trx-commit", "1")
                .option("sync-binlog", "1")
                .start()) {
            Map<Integer, Lane> lanes = new TreeMap<>();
            for (int threads : THREADS) {
                lanes.put(threads, new Lane(server, threads));
            }
            for (int from = 0; from < CHANGES; from += PART) {
                for (Lane lane : lanes.values()) {
                    lane.apply(from, from + PART);
                }
            }
            String expected = lanes.get(1).checksum();
            for (Map.Entry<Integer, Lane> lane : lanes.entrySet()) {
                boolean equal = lane.getValue().checksum().equals(expected);
                System.out.printf(
                        Locale.ROOT,
                        "%d threads: %,.0f changes/s, %.2f times one thread%s%n",
                        lane.getKey(),
                        lane.getValue().speed(),
                        lane.getValue().speed() / lanes.get(1).speed(),
                        equal ? "" : ", DIFFERENT ROWS");
                lane.getValue().close();
            }
        }
    }

    /** The same changes as every other, in a database of its own. */
    private static final class Lane {
        private final MySqlServer server;
        private final String database;
        private final Backlog backlog;
        private final Target target;
        private long offset;
        private long nanos;

        Lane(MySqlServer server, int threads) throws TransientTargetException {
            this.server = server;
            this.database = "bench" + threads;
            this.backlog = new Backlog(database, TABLES, ROWS, new Random(1));
            server.execute("CREATE DATABASE " + database);
            for (RowShape shape : backlog.shapes) {
                server.execute(SysbenchTable.definition(shape.table()));
            }
            target = new MySqlTargets()
                    .create(
                            Map.of(
                                    "name",
                                    database,
                                    "topics",
                                    database,
                                    "kafka.bootstrap.servers",
                                    "localhost:9092",
                                    "connection.url",
                                    "jdbc:mysql://" + server.host() + ":" + server.port() + "/",
                                    "connection.user",
                                    "root",
                                    "apply.threads",
                                    Integer.toString(threads)),
                            new TargetMeter());
            target.open();
            target.saveCheckpoint(checkpoint());
            List<RowChange> rows = backlog.insertions();
            for (int from = 0; from < rows.size(); from += WINDOW) {
                window(rows.subList(from, Math.min(rows.size(), from + WINDOW)));
            }
            backlog.grow(CHANGES / 4);
        }

        void apply(int from, int to) throws TransientTargetException {
            long start = System.nanoTime();
            for (int at = from; at < to; at += WINDOW) {
                window(backlog.changes.subList(at, at + WINDOW));
            }
            nanos += System.nanoTime() - start;
        }

        double speed() {
            return CHANGES / (nanos / 1e9);
        }

        private void window(List<RowChange> changes) throws TransientTargetException {
            offset += changes.size();
            target.apply(new Window(changes, false, checkpoint()));
        }

        private Checkpoint checkpoint() {
            return new Checkpoint("topic", offset, "1-run", offset, false, null, null, "binlog.000001:4", 0, null, 0);
        }

        String checksum() throws SQLException {
            StringBuilder sums = new StringBuilder();
            try (Connection connection = server.connection();
                    Statement statement = connection.createStatement()) {
                for (RowShape shape : backlog.shapes) {
                    try (ResultSet sum = statement.executeQuery(
                            "CHECKSUM TABLE " + shape.table().quoted())) {
                        sum.next();
                        sums.append(sum.getLong(2)).append(' ');
                    }
                }
            }
            return sums.toString();
        }

        void close() {
            target.close();
        }
    }
}
