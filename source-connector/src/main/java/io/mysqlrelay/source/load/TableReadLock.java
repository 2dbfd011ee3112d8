package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.server.ServerErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code LOCK TABLES ... READ}, in short attempts: writers queue behind a waiting lock. */
final class TableReadLock {
    private static final Logger LOG = LoggerFactory.getLogger(TableReadLock.class);

    private TableReadLock() {}

    /** @throws RelayException if the lock is denied or was never free */
    static void take(Connection connection, TableName table, LoadSettings settings)
            throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout=" + settings.lockWaitSeconds());
            for (int attempt = 1; !tried(statement, table, attempt >= settings.lockAttempts()); attempt++) {
                LOG.info(
                        "Table {} is in use, attempt {} of {} to lock it for a moment follows",
                        table,
                        attempt + 1,
                        settings.lockAttempts());
                Thread.sleep(settings.pauseMillis());
            }
        }
    }

    private static boolean tried(Statement statement, TableName table, boolean lastAttempt) throws SQLException {
        try {
            statement.execute("LOCK TABLES " + table.quoted() + " READ");
            return true;
        } catch (SQLException e) {
            switch (e.getErrorCode()) {
                case ServerErrors.LOCK_WAIT_TIMEOUT, ServerErrors.DEADLOCK -> {
                    if (lastAttempt) {
                        throw new RelayException(ErrorCode.TABLE_LOCK_BUSY, "table " + table, e);
                    }
                    return false;
                }
                case ServerErrors.DATABASE_ACCESS_DENIED, ServerErrors.TABLE_ACCESS_DENIED ->
                    throw new RelayException(ErrorCode.TABLE_LOCK_DENIED, "table " + table, e);
                default -> throw e;
            }
        }
    }
}
