package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of sysbench's OLTP tests: {@code sbtest.sbtest1} to {@code sbtest4}. */
final class SysbenchTables {
    static final String DATABASE = "sbtest";
    static final int COUNT = 4;

    private static final int ROWS_PER_STATEMENT = 500;
    private static final int STATEMENTS_PER_COMMIT = 10;

    private SysbenchTables() {}

    static String name(int table) {
        return "sbtest" + table;
    }

    /** Creates the empty tables, and {@code ticks}, of which only {@link SteadyLoad} knows. */
    static void create(MySqlServer server) {
        server.execute("CREATE DATABASE " + DATABASE + " CHARACTER SET utf8mb4");
        for (int table = 1; table <= COUNT; table++) {
            server.execute("CREATE TABLE " + DATABASE + "." + name(table) + " (id INT NOT NULL AUTO_INCREMENT,"
                    + " k INT NOT NULL DEFAULT 0, c CHAR(120) NOT NULL DEFAULT '', pad CHAR(60) NOT NULL DEFAULT '',"
                    + " PRIMARY KEY (id), KEY k_" + table + " (k))");
        }
        server.execute(
                "CREATE TABLE " + DATABASE + ".ticks (writer INT NOT NULL, n INT NOT NULL, PRIMARY KEY (writer, n))");
    }

    /** Fills each table with ids from 1 on; a thread each. */
    static void fill(MySqlServer server, int rows, long seed) {
        Workers.run(COUNT, worker -> fill(server, worker + 1, rows, new Random(seed + worker)));
    }

    private static void fill(MySqlServer server, int table, int rows, Random random) throws SQLException {
        try (Connection connection = server.connection()) {
            connection.setCatalog(DATABASE);
            connection.setAutoCommit(false);
            int statements = 0;
            for (int first = 1; first <= rows; first += ROWS_PER_STATEMENT) {
                insert(connection, table, first, Math.min(ROWS_PER_STATEMENT, rows - first + 1), rows, random);
                if (++statements % STATEMENTS_PER_COMMIT == 0) {
                    connection.commit();
                }
            }
            connection.commit();
        }
    }

    private static void insert(Connection connection, int table, int first, int count, int rows, Random random)
            throws SQLException {
        String values = IntStream.range(0, count).mapToObj(row -> "(?,?,?,?)").collect(Collectors.joining(","));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + name(table) + " (id, k, c, pad) VALUES " + values)) {
            for (int row = 0; row < count; row++) {
                insert.setInt(4 * row + 1, first + row);
                insert.setInt(4 * row + 2, 1 + random.nextInt(rows));
                insert.setString(4 * row + 3, groups(random, 10));
                insert.setString(4 * row + 4, groups(random, 5));
            }
            insert.executeUpdate();
        }
    }

    /** Groups of eleven digits, as sysbench writes them into {@code c} (ten groups) and {@code pad} (five). */
    static String groups(Random random, int count) {
        StringBuilder text = new StringBuilder(count * 12);
        for (int digit = 1; digit < count * 12; digit++) {
            text.append(digit % 12 == 0 ? '-' : (char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    /** Updates every row of every table in one transaction. */
    static void updateAll(MySqlServer server) {
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int table = 1; table <= COUNT; table++) {
                statement.executeUpdate("UPDATE " + DATABASE + "." + name(table) + " SET k = k + 1 WHERE k >= 0");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write a large transaction", e);
        }
    }

    /** Leaves a mark in each table, in one transaction; see {@link #hasMark}. Marks are below 0, where no {@code k} is. */
    static void mark(MySqlServer server, int mark) {
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int table = 1; table <= COUNT; table++) {
                statement.executeUpdate(
                        "UPDATE " + DATABASE + "." + name(table) + " SET k = " + mark + " WHERE id = 1");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot mark the end of a load", e);
        }
    }

    /** Whether the last row of each full load has arrived; rows arrive in order of their ids. */
    static boolean hasLastRows(Connection target, int rows) throws SQLException {
        return holdsForAll(target, table -> "SELECT COUNT(*) FROM " + name(table) + " WHERE id = " + rows)
                && holdsForAll(target, table -> "SELECT COUNT(*) = " + rows + " FROM " + name(table));
    }

    /** Whether the mark is in each table, and so all that was committed before it. */
    static boolean hasMark(Connection target, int mark) throws SQLException {
        return holdsForAll(target, table -> "SELECT COUNT(*) FROM " + name(table) + " WHERE id = 1 AND k = " + mark);
    }

    private static boolean holdsForAll(Connection target, IntFunction<String> query) throws SQLException {
        try (Statement statement = target.createStatement()) {
            for (int table = 1; table <= COUNT; table++) {
                try (ResultSet row = statement.executeQuery(query.apply(table))) {
                    if (!row.next() || row.getInt(1) == 0) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
