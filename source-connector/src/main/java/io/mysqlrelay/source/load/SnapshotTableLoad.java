package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.server.SourceConnections;
import java.sql.SQLException;
import java.util.List;

/**
 * A table without a key, in one snapshot whose position is known. Nothing can tell a row of the load from the same row
 * in a later change, so the changes that the snapshot already holds must be left out, exactly.
 */
final class SnapshotTableLoad implements TableLoad {
    private final SourceConnections connections;
    private final LoadSession session;
    private final LoadSettings settings;
    private final StructureGuard guard;
    private final Rows rows;
    private final TableFacts facts;

    SnapshotTableLoad(
            SourceConnections connections,
            LoadSession session,
            LoadSettings settings,
            StructureGuard guard,
            Rows rows,
            TableFacts facts) {
        this.guard = guard;
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
    public boolean snapshot() {
        return true;
    }

    @Override
    public List<String> absent() {
        return rows.absent();
    }

    @Override
    public long estimatedRows() {
        return facts.estimatedRows();
    }

    @Override
    public long read(String resumeToken, RowHandler handler) throws SQLException, InterruptedException {
        List<TableName> table = List.of(rows.shape().name());
        try (Snapshot snapshot = Snapshot.take(connections, session, table, facts.transactional(), settings)) {
            long total = snapshot.read(rows, settings, guard, handler);
            snapshot.finish();
            return total;
        }
    }
}
