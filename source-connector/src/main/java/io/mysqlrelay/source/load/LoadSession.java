package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.server.ServerErrors;
import io.mysqlrelay.source.server.SourceConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A connection whose results are the stored bytes, without any conversion. Used by one thread. */
final class LoadSession {
    private static final String SETTINGS = "SET SESSION time_zone='+00:00', "
            // Without it a key literal such as '2024-02-30' would not be compared as a date.
            + "SESSION sql_mode='ALLOW_INVALID_DATES', "
            + "SESSION character_set_results=NULL, "
            + "SESSION net_write_timeout=" + SourceConnections.PATIENCE_SECONDS + ", "
            + "SESSION wait_timeout=" + SourceConnections.PATIENCE_SECONDS + ", "
            + "SESSION max_execution_time=0, "
            + "SESSION sql_select_limit=DEFAULT, "
            + "SESSION sql_big_selects=1";

    private final SourceConnections connections;
    private Connection connection;

    LoadSession(SourceConnections connections) {
        this.connections = connections;
    }

    Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null || open.isClosed()) {
            // The driver would set its own, shorter net_write_timeout before every streamed result. And no
            // socketTimeout: the server says nothing while it passes over deleted rows, or while an ALTER TABLE of
            // hours keeps the table.
            open = connections.open(Map.of("netTimeoutForStreamingResults", "0"));
            try (Statement statement = open.createStatement()) {
                statement.execute(SETTINGS);
                statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            } catch (SQLException e) {
                open.close();
                throw e;
            }
            connection = open;
        }
        return open;
    }

    /** @return true when no connection is opened any more */
    boolean ended() {
        return connections.ended();
    }

    /** Ends a running query; the next call opens a new connection. */
    void abort() throws SQLException {
        Connection open = connection;
        if (open != null) {
            open.abort(Runnable::run);
        }
    }

    void close() throws SQLException {
        Connection open = connection;
        if (open != null) {
            open.close();
        }
    }

    /** Keeps the table's structure as it is until {@link #release}: a statement that changes it waits. */
    void hold(TableName table, StructureGuard guard) throws SQLException {
        execute("START TRANSACTION", table);
        try {
            touch(table);
            guard.check(table);
        } catch (RelayException e) {
            release(table);
            throw e;
        }
    }

    /** Takes the table's metadata lock in the running transaction; fails when the transaction's snapshot is older. */
    void touch(TableName table) throws SQLException {
        execute("SELECT 1 FROM " + table.quoted() + " LIMIT 0", table);
    }

    void release(TableName table) throws SQLException {
        execute("COMMIT", table);
    }

    private void execute(String sql, TableName table) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw changed(table, e);
        }
    }

    private static RelayException changed(TableName table, SQLException e) throws SQLException {
        return switch (e.getErrorCode()) {
            case ServerErrors.NO_SUCH_COLUMN,
                    // Only a statement that changes the structure takes metadata locks that end in one.
                    ServerErrors.DEADLOCK,
                    ServerErrors.TABLE_CHANGED,
                    ServerErrors.NO_SUCH_TABLE,
                    ServerErrors.NO_SUCH_DATABASE -> new RelayException(ErrorCode.TABLE_CHANGED, "table " + table, e);
            default -> ServerErrors.notReadable("the rows of table " + table, e);
        };
    }

    /** What is done with each row of a query. */
    @FunctionalInterface
    interface RowReader {
        void row(ResultSet row) throws SQLException, InterruptedException;
    }

    /**
     * Runs a query and holds no more than one of its rows in memory.
     *
     * @throws RelayException if the table was changed or dropped
     */
    void stream(Rows rows, String query, RowReader reader) throws SQLException, InterruptedException {
        try (Statement statement = connection().createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = statement.executeQuery(query)) {
                boolean finished = false;
                try {
                    while (row.next()) {
                        reader.row(row);
                    }
                    finished = true;
                } finally {
                    if (!finished) {
                        // Closing the result would first read it to its end, which may take hours.
                        abort();
                    }
                }
            }
        } catch (SQLException e) {
            throw changed(rows.shape().name(), e);
        }
    }
}
