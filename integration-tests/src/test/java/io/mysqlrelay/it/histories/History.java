package io.mysqlrelay.it.histories;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The life of one database: tables are made, filled, altered in every way and dropped. What comes next is drawn from a
 * seed and from what the server itself says about the tables, so one seed on one server version is always the same
 * history. Statements that the server refuses are part of it: they leave nothing in the binlog.
 */
final class History {
    private static final int STEPS = 14;
    private static final int PING_SECONDS = 5;

    private final String database;
    private final long seed;
    private final Random random;
    private final Shapes shapes;
    private final RowStatements rows;
    private final TableStatements tables;
    private final List<String> executed = new ArrayList<>();
    private int refused;

    /** @param newer the server knows what came after 8.0.12 */
    History(String database, long seed, boolean newer) {
        this.database = database;
        this.seed = seed;
        this.random = new Random(seed);
        this.shapes = new Shapes(database);
        this.rows = new RowStatements(random);
        this.tables = new TableStatements(random, newer);
    }

    String database() {
        return database;
    }

    long seed() {
        return seed;
    }

    /** Creates the database and two tables with rows, which are there before a migration starts. */
    void prepare(Connection session) throws SQLException {
        run(session, "CREATE DATABASE " + database + tables.databaseCharset());
        session.setCatalog(database);
        run(session, tables.create("t1"));
        run(session, tables.create("t2"));
        write(session, 5);
    }

    /** Alternates statements about tables with statements about rows. */
    void live(Connection session) throws SQLException {
        session.setCatalog(database);
        for (int step = 0; step < STEPS; step++) {
            List<Shape> now = shapes.read(session);
            if (now.isEmpty()) {
                run(session, tables.create("t1"));
            } else {
                for (String sql : tables.next(now)) {
                    run(session, sql);
                }
            }
            write(session, 1 + random.nextInt(5));
        }
    }

    private void write(Connection session, int statements) throws SQLException {
        for (Shape table : shapes.read(session)) {
            for (int i = 0; i < statements; i++) {
                for (String sql : rows.next(table)) {
                    run(session, sql);
                }
            }
        }
    }

    private void run(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            executed.add(sql);
        } catch (SQLException refusal) {
            if (!session.isValid(PING_SECONDS)) {
                throw new ServerEnded(database + ", seed " + seed + ": the server ended at: " + sql, refusal);
            }
            refused++;
        }
    }

    int executed() {
        return executed.size();
    }

    int refused() {
        return refused;
    }

    /** The statements that the server accepted, for the person who looks for the one that went wrong. */
    String text() {
        return String.join(";\n", executed) + ";";
    }

    /** By a fault of its own; the history can go no further. */
    static final class ServerEnded extends SQLException {
        private static final long serialVersionUID = 1L;

        ServerEnded(String message, SQLException cause) {
            super(message, cause);
        }
    }
}
