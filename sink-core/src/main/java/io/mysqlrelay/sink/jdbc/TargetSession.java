package io.mysqlrelay.sink.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection to a target, as the relay's own tables need it. Used by one thread at a time. */
public abstract class TargetSession implements AutoCloseable {
    private final Connection connection;

    protected TargetSession(Connection connection) {
        this.connection = connection;
    }

    protected Connection connection() {
        return connection;
    }

    /** @return SQL for the present moment in UTC, for people who read the relay's own tables; nothing is decided by it */
    public abstract String now();

    /**
     * The driver puts the values into the text: nothing is prepared on the server.
     *
     * @return affected rows
     */
    public final int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** @return the rows as text, column by column */
    public final List<String[]> rows(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            int width = result.getMetaData().getColumnCount();
            List<String[]> rows = new ArrayList<>();
            while (result.next()) {
                String[] row = new String[width];
                for (int i = 0; i < width; i++) {
                    row[i] = result.getString(i + 1);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** @return the first column of the first row; null when it is NULL or there is no row */
    public final String text(String sql, Object... parameters) throws SQLException {
        List<String[]> rows = rows(sql, parameters);
        return rows.isEmpty() ? null : rows.get(0)[0];
    }

    public final long number(String sql, Object... parameters) throws SQLException {
        return Long.parseLong(text(sql, parameters));
    }

    protected final PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public abstract void close() throws SQLException;
}
