package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.server.ServerErrors;
import io.mysqlrelay.source.server.ServerPosition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps P0 out of the life of XA transactions: the rows of one that is prepared then are in the binlog before P0 and not
 * yet in the tables, so they would be lost.
 */
final class PreparedXa {
    private static final Logger LOG = LoggerFactory.getLogger(PreparedXa.class);
    private static final int ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 200;
    /** ER_XAER_RMERR, what XA RECOVER gives without the privilege. */
    private static final int XA_RECOVER_DENIED = 1401;

    /** Reads a position that may become P0. */
    @FunctionalInterface
    interface Reading {
        SourcePosition read() throws SQLException, InterruptedException;
    }

    private PreparedXa() {}

    /**
     * @return a position at which no XA transaction was prepared. Between two readings that are equal nothing was logged,
     *     so none can have ended before XA RECOVER looked. On a server that never rests one may have; the sink then
     *     meets an XA COMMIT of the unknown and stops
     * @throws RelayException if there is always a prepared one
     */
    static SourcePosition momentWithout(Connection connection, Reading reading)
            throws SQLException, InterruptedException {
        SourcePosition free = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SourcePosition position = reading.read();
            if (exists(connection)) {
                Thread.sleep(PAUSE_MILLIS);
                continue;
            }
            free = position;
            if (ServerPosition.read(connection).equals(position)) {
                break;
            }
        }
        if (free == null) {
            throw new RelayException(
                    ErrorCode.XA_PREPARED,
                    "for " + ATTEMPTS * PAUSE_MILLIS / 1_000 + " s the source has held a prepared XA transaction");
        }
        return free;
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("XA RECOVER")) {
            return row.next();
        } catch (SQLException e) {
            if (e.getErrorCode() != XA_RECOVER_DENIED && e.getErrorCode() != ServerErrors.SPECIFIC_ACCESS_DENIED) {
                throw e;
            }
            LOG.warn("The source account has not XA_RECOVER_ADMIN: make sure that no XA transaction is prepared now");
            return false;
        }
    }
}
