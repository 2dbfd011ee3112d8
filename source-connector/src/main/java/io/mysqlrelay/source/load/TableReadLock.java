package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.server.ServerErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code LOCK TABLES ... READ}, in short attempts: writers queue behind a waiting lock. */
final class TableReadLock {
    private static final Logger LOG = LoggerFactory.getLogger(TableReadLock.class);

    private TableReadLock() {}

    /** @throws RelayException if the lock is denied or was never free */
    static void take(Connection connection, List<TableName> tables, LoadSettings settings)
            throws SQLException, InterruptedException {
        String lock =
                "LOCK TABLES " + tables.stream().map(t -> t.quoted() + " READ").collect(Collectors.joining(", "));
        String what = tables.size() == 1
                ? "table " + tables.get(0)
                : tables.size() + " tables connected by foreign keys, " + tables.get(0) + " among them";
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout=" + settings.lockWaitSeconds());
            for (int attempt = 1; !tried(statement, lock, what, attempt >= settings.lockAttempts()); attempt++) {
                LOG.info(
                        "In use, attempt {} of {} to lock it for a moment follows: {}",
                        attempt + 1,
                        settings.lockAttempts(),
                        what);
                Thread.sleep(settings.lockPauseMillis());
            }
        }
    }

    private static boolean tried(Statement statement, String lock, String what, boolean lastAttempt)
            throws SQLException {
        try {
            statement.execute(lock);
            return true;
        } catch (SQLException e) {
            switch (e.getErrorCode()) {
                case ServerErrors.LOCK_WAIT_TIMEOUT, ServerErrors.DEADLOCK -> {
                    if (lastAttempt) {
                        throw new RelayException(ErrorCode.TABLE_LOCK_BUSY, what, e);
                    }
                    return false;
                }
                case ServerErrors.NO_SUCH_TABLE, ServerErrors.NO_SUCH_DATABASE ->
                    throw new RelayException(ErrorCode.TABLE_CHANGED, what, e);
                case ServerErrors.DATABASE_ACCESS_DENIED, ServerErrors.TABLE_ACCESS_DENIED ->
                    throw new RelayException(ErrorCode.TABLE_LOCK_DENIED, what, e);
                default -> throw e;
            }
        }
    }
}
