package io.mysqlrelay.it.faults;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.mysql.MySqlServerBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A disk that is full, as far as a server without a disk of its own can have one: all tables lie in one file of limited
 * size, so that the server gives the answer that it gives for a full disk (1114) for every page it would have to add.
 */
final class Tablespace {
    private static final int FULL = 1114;
    private static final String DATABASE = "ballast";

    private Tablespace() {}

    /** For both sides, because an ALTER TABLE writes it into the table's definition. */
    static MySqlServerBuilder shared(MySqlServerBuilder server) {
        return server.option("innodb-file-per-table", "OFF");
    }

    static MySqlServerBuilder limit(MySqlServerBuilder server) {
        return shared(server).option("innodb-data-file-path", "ibdata1:12M:autoextend:max:64M");
    }

    static void fill(MySqlServer server) {
        server.execute(
                "CREATE DATABASE " + DATABASE,
                "CREATE TABLE " + DATABASE + ".b (v VARCHAR(4000)) DEFAULT CHARSET latin1");
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement()) {
            for (int rows = 512; rows >= 1; rows /= 8) {
                fill(statement, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tablespace cannot be filled: " + e.getMessage(), e);
        }
    }

    private static void fill(Statement statement, int rows) throws SQLException {
        try {
            while (true) {
                statement.execute("INSERT INTO " + DATABASE + ".b WITH RECURSIVE n (i) AS"
                        + " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows
                        + ") SELECT REPEAT('x', 4000) FROM n");
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != FULL) {
                throw e;
            }
        }
    }

    static void free(MySqlServer server) {
        server.execute("DROP DATABASE " + DATABASE);
    }
}
