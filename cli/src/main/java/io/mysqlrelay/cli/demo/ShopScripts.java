package io.mysqlrelay.cli.demo;

import io.mysqlrelay.testkit.cases.SqlScript;
import io.mysqlrelay.testkit.cases.SqlStatement;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The demo's SQL: the shop, the statements that change its tables while it moves, and the fence behind them. */
final class ShopScripts {
    private static final int BRIEF = 100;

    private ShopScripts() {}

    static void fill(MySqlServer source, ShopSize size) throws SQLException {
        try (Connection session = source.connection()) {
            execute(session, "SET @part = " + size.divisor());
            script("shop.sql").run(session);
        }
    }

    /** @return DDL and a few rows for the tables it makes, to be run one by one with pauses */
    static List<String> changes() {
        return script("changes.sql").statements().stream()
                .map(SqlStatement::text)
                .toList();
    }

    static void execute(Connection session, String statement) throws SQLException {
        try (Statement call = session.createStatement()) {
            call.setEscapeProcessing(false);
            call.execute(statement);
        }
    }

    /** @return the statement on one line, cut, for the progress output */
    static String brief(String statement) {
        String line = statement.replaceAll("\\s+", " ");
        return line.length() <= BRIEF ? line : line.substring(0, BRIEF) + " ...";
    }

    /**
     * Writes one last row on the source. The stream keeps the source's order, so a target that has this row has everything
     * that was committed before it.
     */
    static void fence(MySqlServer source) throws SQLException {
        try (Connection session = source.connection()) {
            execute(session, "CREATE TABLE shop.fence (id int NOT NULL, PRIMARY KEY (id))");
            execute(session, "INSERT INTO shop.fence VALUES (1)");
        }
    }

    static boolean fenceArrived(Connection target) throws SQLException {
        try (Statement query = target.createStatement();
                ResultSet found = query.executeQuery("SELECT count(*) FROM information_schema.tables"
                        + " WHERE table_schema = 'shop' AND table_name = 'fence'")) {
            found.next();
            if (found.getInt(1) == 0) {
                return false;
            }
        }
        try (Statement query = target.createStatement();
                ResultSet rows = query.executeQuery("SELECT count(*) FROM shop.fence")) {
            rows.next();
            return rows.getInt(1) == 1;
        }
    }

    private static SqlScript script(String name) {
        try (InputStream file = ShopScripts.class.getResourceAsStream(name)) {
            return new SqlScript(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
