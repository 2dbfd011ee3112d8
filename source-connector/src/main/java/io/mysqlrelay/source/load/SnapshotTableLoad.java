package io.mysqlrelay.source.load;

import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.server.ServerPosition;
import io.mysqlrelay.source.server.SourceConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table without a key, in one snapshot whose position is known. Nothing can tell a row of the load from the same row
 * in a later change, so the changes that the snapshot already holds must be left out, exactly.
 */
final class SnapshotTableLoad implements TableLoad {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTableLoad.class);

    private final SourceConnections connections;
    private final LoadSession session;
    private final LoadSettings settings;
    private final Rows rows;
    private final TableFacts facts;

    SnapshotTableLoad(
            SourceConnections connections, LoadSession session, LoadSettings settings, Rows rows, TableFacts facts) {
        this.connections = connections;
        this.session = session;
        this.settings = settings;
        this.rows = rows;
        this.facts = facts;
    }

    @Override
    public boolean keyless() {
        return true;
    }

    @Override
    public long estimatedRows() {
        return facts.estimatedRows();
    }

    @Override
    public long read(String resumeToken, RowHandler handler) throws SQLException, InterruptedException {
        boolean finished = false;
        try {
            long total = readSnapshot(handler);
            finished = true;
            return total;
        } finally {
            if (!finished) {
                // The next table must not be read in this one's snapshot.
                session.abort();
            }
        }
    }

    private long readSnapshot(RowHandler handler) throws SQLException, InterruptedException {
        Connection reader = session.connection();
        try (Connection locker = connections.open()) {
            long started = System.nanoTime();
            TableReadLock.take(locker, rows.shape().name(), settings);
            long locked = System.nanoTime();
            execute(reader, "START TRANSACTION WITH CONSISTENT SNAPSHOT");
            SourcePosition position = ServerPosition.read(locker);
            if (facts.transactional()) {
                execute(locker, "UNLOCK TABLES");
            } else {
                LOG.warn(
                        "Table {} has neither a key nor a transactional engine: it stays locked until it is read",
                        rows.shape().name());
            }
            LOG.debug(
                    "Table {}: waited {} us for the lock, held it {} us",
                    rows.shape().name(),
                    (locked - started) / 1_000,
                    (System.nanoTime() - locked) / 1_000);
            handler.snapshot(position);
            long total = WholeQuery.read(session, rows, settings.chunkRows(), handler);
            execute(reader, "COMMIT");
            return total;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
