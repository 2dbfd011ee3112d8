package io.mysqlrelay.source.debezium;

import io.debezium.pipeline.source.spi.ChangeEventSource.ChangeEventSourceContext;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.config.StartPoint;
import io.mysqlrelay.source.schema.TableCatalog;
import io.mysqlrelay.source.server.ServerErrors;
import io.mysqlrelay.source.server.ServerPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides P0: every change before it is in the rows that are read later, every change from it on is in the binlog that is
 * read later. With GTIDs the executed set is exact, because a transaction enters it after its commit. A coordinate is not:
 * a transaction is in the binlog a moment before its rows can be seen. There all captured tables are locked for reading
 * while it is taken, which waits for such transactions.
 */
final class StartPosition {
    private static final Logger LOG = LoggerFactory.getLogger(StartPosition.class);
    private static final int LOCK_WAIT_SECONDS = 2;
    private static final int LOCK_ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 1_000;

    private final Run run;
    private final StartScan scan;

    StartPosition(Run run, StartScan scan) {
        this.run = run;
        this.scan = scan;
    }

    StartScan scan() {
        return scan;
    }

    SourcePosition take(ChangeEventSourceContext context) throws SQLException, InterruptedException {
        try (Connection connection = run.facts().connections().open()) {
            SourcePosition now = ServerPosition.read(connection);
            if (run.config().start().isPresent()) {
                SourcePosition given = given(context, run.config().start().get(), now);
                ResumeCheck.check(run.facts(), given);
                scan.refuseStructuralChanges(context, given, now);
                return given;
            }
            boolean lock = now.gtids() == null && run.config().types().full();
            PreparedXa.Reading reading = () -> lock ? locked(connection) : ServerPosition.read(connection);
            return run.config().types().incremental() ? PreparedXa.momentWithout(connection, reading) : reading.read();
        }
    }

    private SourcePosition given(ChangeEventSourceContext context, StartPoint start, SourcePosition now)
            throws InterruptedException {
        if (start.binlog() != null) {
            ResumeCheck.checkFile(run.facts(), start.binlog());
            return scan.locate(context, start.binlog(), now);
        }
        if (now.gtids() == null) {
            throw new RelayException(ErrorCode.START_POSITION_INVALID, "the source runs without GTIDs");
        }
        return new SourcePosition(start.gtids(), now.binlog());
    }

    private SourcePosition locked(Connection connection) throws SQLException, InterruptedException {
        List<TableName> tables = TableCatalog.tables(connection, run.filter()::table);
        if (tables.isEmpty()) {
            return ServerPosition.read(connection);
        }
        String lock =
                "LOCK TABLES " + tables.stream().map(t -> t.quoted() + " READ").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout = " + LOCK_WAIT_SECONDS);
            for (int attempt = 1; !tried(statement, lock, attempt == LOCK_ATTEMPTS); attempt++) {
                LOG.info("Captured tables are in use, attempt {} to lock them for a moment follows", attempt + 1);
                Thread.sleep(PAUSE_MILLIS);
            }
            SourcePosition position = ServerPosition.read(connection);
            statement.execute("UNLOCK TABLES");
            return position;
        }
    }

    private static boolean tried(Statement statement, String lock, boolean last) throws SQLException {
        try {
            statement.execute(lock);
            return true;
        } catch (SQLException e) {
            switch (e.getErrorCode()) {
                case ServerErrors.LOCK_WAIT_TIMEOUT, ServerErrors.DEADLOCK -> {
                    if (last) {
                        throw new RelayException(
                                ErrorCode.POSITION_NOT_EXACT, "the captured tables are always in use", e);
                    }
                    return false;
                }
                case ServerErrors.DATABASE_ACCESS_DENIED, ServerErrors.TABLE_ACCESS_DENIED ->
                    throw new RelayException(ErrorCode.POSITION_NOT_EXACT, "LOCK TABLES is denied", e);
                default -> throw e;
            }
        }
    }
}
