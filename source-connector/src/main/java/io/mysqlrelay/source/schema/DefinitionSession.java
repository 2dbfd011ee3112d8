package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.server.ConnectionLoss;
import io.mysqlrelay.source.server.SourceConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session for looking at definitions and positions beside a reading of hours. A restart of the server ends both; a
 * reading that has a new connection must not fail for ever because this one has none, so it is opened again when it was
 * lost. Used by one thread.
 */
public final class DefinitionSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionSession.class);

    private final SourceConnections connections;
    private Connection connection;
    private CreateStatements statements;

    /** Something that is only looked at, so that it may be asked twice. */
    @FunctionalInterface
    public interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    /** Opens nothing yet. */
    public DefinitionSession(SourceConnections connections) {
        this.connections = connections;
    }

    /**
     * The session itself, for several questions one after another; whoever asks them must expect that it is lost between
     * two of them.
     *
     * @return open as far as is known; with the variables that printed definitions depend on
     */
    public Connection connection() throws SQLException {
        if (connection == null || connection.isClosed()) {
            Connection opened = connections.open();
            try (Statement statement = opened.createStatement()) {
                // It idles while rows are read, and one table may take longer than the server's patience.
                statement.execute("SET SESSION wait_timeout=" + SourceConnections.PATIENCE_SECONDS);
                statements = new CreateStatements(opened);
            } catch (SQLException | RuntimeException e) {
                opened.close();
                throw e;
            }
            connection = opened;
        }
        return connection;
    }

    /** Asks once more when the session, which may have idled for long, turns out to be lost. */
    public <T> T ask(Question<T> question) throws SQLException {
        boolean idled = connection != null;
        try {
            return question.of(connection());
        } catch (SQLException e) {
            if (!idled || !ConnectionLoss.is(e)) {
                throw e;
            }
            LOG.info("The session for definitions was lost and is opened again: {}", e.getMessage());
            close();
            return question.of(connection());
        }
    }

    /** @return the statement that creates the table; empty if it has been dropped or renamed */
    Optional<String> createTable(TableName table) throws SQLException {
        return ask(any -> statements.table(table));
    }

    /** The next question opens it again. */
    @Override
    public void close() throws SQLException {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
