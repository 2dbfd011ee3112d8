package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** MySQL's own replication into another server, with four workers that keep the source's commit order. */
record Replica(MySqlServer source, MySqlServer target) implements Contender {
    private static final int WORKERS = 4;

    /** What its target is started with. */
    static final Map<String, String> OPTIONS = Map.of(
            "slave-parallel-workers", Integer.toString(WORKERS),
            "slave-parallel-type", "LOGICAL_CLOCK",
            "slave-preserve-commit-order", "ON",
            "log-slave-updates", "ON",
            "skip-slave-start", "");

    @Override
    public String name() {
        return "MySQL " + target.version() + " replica, " + WORKERS + " workers";
    }

    @Override
    public void start() {
        target.execute("CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = " + source.port()
                + ", MASTER_USER = 'root', MASTER_PASSWORD = '', MASTER_AUTO_POSITION = 1, GET_MASTER_PUBLIC_KEY = 1");
        resume();
    }

    @Override
    public void stop() {
        target.execute("STOP SLAVE");
    }

    @Override
    public void resume() {
        target.execute("START SLAVE");
    }

    @Override
    public void check() {
        try (Connection connection = target.connection();
                Statement statement = connection.createStatement();
                ResultSet status = statement.executeQuery("SHOW SLAVE STATUS")) {
            status.next();
            String error = status.getString("Last_SQL_Error") + status.getString("Last_IO_Error");
            if (!error.isEmpty()) {
                throw new IllegalStateException("the replica has failed: " + error);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the replica's state", e);
        }
    }
}
