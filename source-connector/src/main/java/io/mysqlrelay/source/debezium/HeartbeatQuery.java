package io.mysqlrelay.source.debezium;

import io.mysqlrelay.source.server.SourceConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes the user's statement on the source once per heartbeat interval, on a connection and a thread of its own. */
final class HeartbeatQuery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatQuery.class);
    private static final Map<String, String> TIMEOUT = Map.of("socketTimeout", "30000");

    private final SourceConnections source;
    private final String query;
    private final ScheduledExecutorService thread;
    private Connection connection;

    HeartbeatQuery(SourceConnections source, String query, long intervalMs) {
        this.source = source;
        this.query = query;
        this.thread = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread created = new Thread(run, "relay-heartbeat-query");
            created.setDaemon(true);
            return created;
        });
        var unused = thread.scheduleWithFixedDelay(this::execute, 0, intervalMs, TimeUnit.MILLISECONDS);
    }

    private void execute() {
        try {
            if (connection == null) {
                connection = source.open(TIMEOUT);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(query);
            }
        } catch (SQLException e) {
            LOG.warn("heartbeat.action.query failed and is tried again: {}", e.getMessage());
            closeConnection();
        }
    }

    private void closeConnection() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("closing the connection of heartbeat.action.query", e);
        }
        connection = null;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("heartbeat.action.query is still running; its connection ends with its socket time-out");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeConnection();
    }
}
