package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.server.ServerPosition;
import io.mysqlrelay.source.server.SourceConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables as they are at one position. Holds a read view, and for engines without one a lock, until it is closed. */
final class Snapshot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private final LoadSession session;
    private final Connection reader;
    /** Holds the tables' locks; null when nothing stays locked. */
    private final Connection locker;

    private final SourcePosition position;
    private boolean finished;

    private Snapshot(LoadSession session, Connection reader, Connection locker, SourcePosition position) {
        this.session = session;
        this.reader = reader;
        this.locker = locker;
        this.position = position;
    }

    /** @param transactional false if an engine of the tables has no row versions: they stay locked */
    static Snapshot take(
            SourceConnections connections,
            LoadSession session,
            List<TableName> tables,
            boolean transactional,
            LoadSettings settings)
            throws SQLException, InterruptedException {
        Connection reader = session.connection();
        Connection locker = connections.open();
        try {
            // It idles between attempts, and with the lock until the last row is read.
            execute(locker, "SET SESSION wait_timeout=" + SourceConnections.PATIENCE_SECONDS);
            long started = System.nanoTime();
            TableReadLock.take(locker, tables, settings);
            long locked = System.nanoTime();
            execute(reader, "START TRANSACTION WITH CONSISTENT SNAPSHOT");
            SourcePosition position = ServerPosition.read(locker);
            if (transactional) {
                execute(locker, "UNLOCK TABLES");
                locker.close();
            } else {
                LOG.warn("Locked until they are read, because an engine is not transactional: tables {}", tables);
            }
            LOG.debug(
                    "Snapshot of {} tables, first {}: waited {} us for the lock, held it {} us",
                    tables.size(),
                    tables.get(0),
                    (locked - started) / 1_000,
                    (System.nanoTime() - locked) / 1_000);
            return new Snapshot(session, reader, transactional ? null : locker, position);
        } catch (SQLException | InterruptedException | RuntimeException e) {
            locker.close();
            session.abort();
            throw e;
        }
    }

    /** @return rows handed over, behind the snapshot's position */
    long read(Rows rows, LoadSettings settings, StructureGuard guard, RowHandler handler)
            throws SQLException, InterruptedException {
        if (session.connection() != reader) {
            throw new SQLException("the connection that held the snapshot is gone", "08S01");
        }
        session.touch(rows.shape().name());
        guard.check(rows.shape().name());
        handler.snapshot(position);
        return WholeQuery.read(session, rows, settings.chunkRows(), handler);
    }

    SourcePosition position() {
        return position;
    }

    /**
     * All rows are read.
     *
     * @throws SQLException if a lock was lost meanwhile: then the rows may be of later positions
     */
    void finish() throws SQLException {
        if (locker != null) {
            execute(locker, "DO 1");
        }
        execute(reader, "COMMIT");
        finished = true;
    }

    @Override
    public void close() throws SQLException {
        try (locker) {
            if (!finished) {
                // The next table must not be read in this snapshot.
                session.abort();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
