package io.mysqlrelay.sink.adb.session;

import com.mysql.cj.jdbc.JdbcConnection;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.jdbc.TargetSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One connection, in UTC, each statement for itself. Used by one thread, but for {@link #abort}. */
public final class AdbSession extends TargetSession {
    private final long id;

    private AdbSession(Connection connection) throws SQLException {
        super(connection);
        this.id = connection.unwrap(JdbcConnection.class).getSession().getThreadId();
        run("SET SESSION time_zone = '+00:00'");
    }

    /** @param socketTimeoutMillis after which a statement that was not answered counts as lost */
    public static AdbSession open(ConnectionSettings settings, int socketTimeoutMillis) throws SQLException {
        Connection connection = Driver.connect(settings, socketTimeoutMillis);
        try {
            return new AdbSession(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A bare connection for looking, in the server's own time zone.
     *
     * @param limitMillis for each answer
     */
    public static Connection look(ConnectionSettings settings, int limitMillis) throws SQLException {
        return Driver.connect(settings, limitMillis);
    }

    /** The server's number of this session. */
    public long id() {
        return id;
    }

    /** Executes one statement whose values are part of its text. */
    public void run(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** @return the rows by the labels of their columns, in capitals */
    public List<Map<String, String>> labelled(String sql) throws SQLException {
        try (PreparedStatement statement = prepare(sql);
                ResultSet result = statement.executeQuery()) {
            ResultSetMetaData columns = result.getMetaData();
            List<Map<String, String>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, String> row = new HashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i).toUpperCase(Locale.ROOT), result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Makes names without a database mean one of this database. */
    public void use(String database) throws SQLException {
        run("USE " + TableName.quote(database));
    }

    /** @return the first column of the first row as bytes; null when it is NULL or there is no row */
    public byte[] bytes(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getBytes(1) : null;
        }
    }

    /** From any thread: what runs fails soon. */
    public void abort() throws SQLException {
        connection().abort(Runnable::run);
    }

    @Override
    public String now() {
        return "'" + Clock.now() + "'";
    }

    @Override
    public void close() throws SQLException {
        connection().close();
    }
}
