package io.mysqlrelay.sink.mysql.session;

import io.mysqlrelay.sink.config.ConnectionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the connections of one target, and ends them at once when another thread says so. The driver's {@code close} cannot
 * do that: it waits for the statement that runs. Thread-safe.
 */
public final class TargetConnections {
    private static final Logger LOG = LoggerFactory.getLogger(TargetConnections.class);

    private final ConnectionSettings settings;
    private final Set<Connection> open = new HashSet<>();
    private boolean aborted;

    public TargetConnections(ConnectionSettings settings) {
        this.settings = settings;
    }

    Connection dml() throws SQLException {
        return kept(Driver.dml(settings));
    }

    Connection bytes() throws SQLException {
        return kept(Driver.bytes(settings));
    }

    private synchronized Connection kept(Connection connection) throws SQLException {
        if (aborted) {
            connection.abort(Runnable::run);
            throw new SQLException("the target is closed", "08003");
        }
        open.add(connection);
        return connection;
    }

    /** Closes one of them in order. */
    void close(Connection connection) throws SQLException {
        // Not under this object's lock: whoever aborts must not wait for it.
        connection.close();
        synchronized (this) {
            open.remove(connection);
        }
    }

    /**
     * Fails what runs on them, and every later use. The server may be busy with the last statement for long; its session
     * keeps the migration's locks meanwhile, so that a successor finds and ends it.
     */
    public synchronized void abort() {
        aborted = true;
        for (Connection connection : open) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("Aborting a connection that is gone", e);
            }
        }
        open.clear();
    }
}
