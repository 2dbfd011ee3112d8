package io.mysqlrelay.sink.mysql.session;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * The connection for the source's statements. Statements are bytes: the driver would have to know each statement's
 * character set to send its text, and Java lacks some of MySQL's. Used by one thread.
 */
public final class ByteSession implements AutoCloseable {
    /** A statement that begins so would be answered by the driver and never sent. */
    private static final String DRIVER_PING = "/* ping */";

    private final TargetConnections connections;
    private final Connection connection;

    private ByteSession(TargetConnections connections, Connection connection) throws SQLException {
        this.connections = connections;
        this.connection = connection;
        run(
                "SET NAMES utf8mb4, SESSION wait_timeout = 31536000, SESSION max_execution_time = 0, @mysql_relay_writer = 1");
    }

    public static ByteSession open(TargetConnections connections) throws SQLException {
        Connection connection = connections.bytes();
        try {
            return new ByteSession(connections, connection);
        } catch (SQLException e) {
            connections.close(connection);
            throw e;
        }
    }

    /** @param statement in the character set that {@code character_set_client} has at this moment */
    public void run(byte[] statement) throws SQLException {
        String sql = new String(statement, StandardCharsets.ISO_8859_1);
        try (Statement s = connection.createStatement()) {
            s.setEscapeProcessing(false);
            s.execute(sql.startsWith(DRIVER_PING) ? ' ' + sql : sql);
        }
    }

    /** Only while {@code character_set_client} is utf8mb4, or with ASCII text. */
    public void run(String statement) throws SQLException {
        run(statement.getBytes(StandardCharsets.UTF_8));
    }

    /** @return first column to second column of the answer to an ASCII query; a single column maps to itself */
    public Map<String, String> query(String sql) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet result = s.executeQuery(sql)) {
            int second = Math.min(2, result.getMetaData().getColumnCount());
            Map<String, String> rows = new HashMap<>();
            while (result.next()) {
                rows.put(result.getString(1), result.getString(second));
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connections.close(connection);
    }
}
