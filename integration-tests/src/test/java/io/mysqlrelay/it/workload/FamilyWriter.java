package io.mysqlrelay.it.workload;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.Set;

/** Writes to tables that refer to each other; a statement that their foreign keys refuse is left out. */
public final class FamilyWriter {
    /** Refused by a foreign key, a duplicate, a deadlock, a NULL: what a source answers and then goes on. */
    private static final Set<Integer> REFUSED = Set.of(1062, 1451, 1452, 1761, 3008, 1205, 1213, 1048);

    private final String database;
    private final Random random;
    private final FamilyOfTables tables;

    /** @param seed decides tables and statements */
    public FamilyWriter(String database, long seed) {
        this.database = database;
        this.random = new Random(seed);
        this.tables = new FamilyOfTables(database, random);
    }

    public FamilyWriter create(MySqlServer server) {
        tables.create(server);
        return this;
    }

    /** @return statements that succeeded */
    public int write(MySqlServer server, int statements) {
        try (Connection connection = server.connection()) {
            // Before the statement is made: it would go back to the database it was made in.
            connection.setCatalog(database);
            return write(connection, statements);
        } catch (SQLException e) {
            throw new IllegalStateException("a statement failed: " + e.getMessage(), e);
        }
    }

    private int write(Connection connection, int statements) throws SQLException {
        int done = 0;
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements; i++) {
                if (random.nextInt(8) == 0) {
                    statement.execute("SET SESSION foreign_key_checks = " + (random.nextInt(5) == 0 ? 0 : 1));
                }
                connection.setAutoCommit(random.nextInt(3) > 0);
                done += tried(statement, tables.statement()) ? 1 : 0;
                if (!connection.getAutoCommit() && random.nextInt(3) == 0) {
                    connection.rollback();
                }
            }
            connection.setAutoCommit(true);
        }
        return done;
    }

    private static boolean tried(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (!REFUSED.contains(e.getErrorCode())) {
                throw new SQLException(sql + ": " + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
            }
            return false;
        }
    }
}
