package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A session that can hold one prepared transaction. */
public final class XaSession implements AutoCloseable {
    private final Connection connection;

    public XaSession(MySqlServer server) throws SQLException {
        connection = server.connection();
    }

    public void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public void prepare(String xid, String... statements) throws SQLException {
        run("XA START '" + xid + "'");
        run(statements);
        run("XA END '" + xid + "'", "XA PREPARE '" + xid + "'");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
