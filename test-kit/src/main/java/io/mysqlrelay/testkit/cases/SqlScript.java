package io.mysqlrelay.testkit.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A file of SQL statements.
 *
 * @param name for messages
 */
public record SqlScript(String name, String text) {
    /** Reads a file in UTF-8. */
    public static SqlScript of(Path file) {
        try {
            return new SqlScript(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The statements as they are in a session with the default sql_mode. */
    public List<SqlStatement> statements() {
        List<SqlStatement> statements = new ArrayList<>();
        new SqlSplitter(text).forEachRemaining(statements::add);
        return statements;
    }

    /**
     * Runs the statements in order in one session, which keeps what they set. The first failure ends the script with an
     * {@link IllegalStateException} that names file and line.
     *
     * @return number of statements
     */
    public int run(Connection session) {
        return run(session, statement -> false);
    }

    /** @param leftOut which statements are not run */
    public int run(Connection session, Predicate<String> leftOut) {
        SqlSplitter splitter = new SqlSplitter(text);
        int count = 0;
        while (splitter.hasNext()) {
            SqlStatement statement = splitter.next();
            if (leftOut.test(statement.text())) {
                continue;
            }
            try {
                execute(session, statement.text());
                if (statement.text().toLowerCase(Locale.ROOT).contains("sql_mode")) {
                    splitter.backslashEscapes(!sqlMode(session).contains("NO_BACKSLASH_ESCAPES"));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(name + ":" + statement.line() + ": " + e.getMessage(), e);
            }
            count++;
        }
        return count;
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            // Braces in comments and names are not JDBC escapes.
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() != -1) {
                rows = statement.getMoreResults();
            }
        }
    }

    private static String sqlMode(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@sql_mode")) {
            row.next();
            return row.getString(1);
        }
    }
}
