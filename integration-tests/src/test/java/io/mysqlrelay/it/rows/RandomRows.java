package io.mysqlrelay.it.rows;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.types.TypeCases.TypeCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One database whose tables together have every column type, and what is written to it. */
public final class RandomRows {
    private static final int COLUMNS = 5;

    private final MySqlServer server;
    private final String database;
    private final List<RandomTable> tables = new ArrayList<>();
    private final List<String> executed = new ArrayList<>();
    private int refused;

    public RandomRows(MySqlServer server, String database, long seed) {
        this.server = server;
        this.database = database;
        Random random = new Random(seed);
        List<TypeCase> types = new ArrayList<>(ColumnTypes.of(server, random));
        Collections.shuffle(types, random);
        for (int i = 0; i < types.size(); i += COLUMNS) {
            List<TypeCase> columns = types.subList(i, Math.min(types.size(), i + COLUMNS));
            tables.add(new RandomTable("t" + tables.size(), columns, random));
        }
    }

    /** Creates the database and its tables. */
    public void create() throws SQLException {
        server.execute("CREATE DATABASE " + database);
        try (Connection session = session();
                Statement statement = session.createStatement()) {
            for (RandomTable table : tables) {
                String sql = table.create();
                statement.execute(sql);
                executed.add(sql);
            }
        }
    }

    /** @param statements number of them per table; what the server refuses leaves nothing behind */
    public void write(int statements) throws SQLException {
        try (Connection session = session();
                Statement statement = session.createStatement()) {
            for (int i = 0; i < statements; i++) {
                for (RandomTable table : tables) {
                    for (String sql : table.next()) {
                        run(statement, sql);
                    }
                }
            }
        }
    }

    private void run(Statement statement, String sql) {
        try {
            statement.execute(sql);
            executed.add(sql);
        } catch (SQLException refusal) {
            refused++;
        }
    }

    private Connection session() throws SQLException {
        Connection session = server.connection();
        session.setCatalog(database);
        try (Statement statement = session.createStatement()) {
            // Lenient, so that odd values get in.
            statement.execute("SET SESSION sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00'");
        }
        return session;
    }

    /** Writes what was executed into a file, for the person who looks for the statement that went wrong. */
    public Path saved() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "rows").toAbsolutePath());
        return Files.writeString(folder.resolve(database + ".sql"), String.join(";\n", executed) + ";");
    }

    @Override
    public String toString() {
        return tables.size() + " tables, " + executed.size() + " statements, " + refused + " more were refused";
    }
}
