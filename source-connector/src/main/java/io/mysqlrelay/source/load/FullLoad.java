package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.schema.TableKey;
import io.mysqlrelay.source.schema.TableKeys;
import io.mysqlrelay.source.server.SourceConnections;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodec;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads tables one after another over one connection. Used by one thread; {@link SourceConnections#end} ends what it waits
 * for.
 */
public final class FullLoad implements AutoCloseable {
    private final SourceConnections connections;
    private final LoadSettings settings;
    private final StructureGuard guard;
    private final LoadSession session;

    public FullLoad(SourceConnections connections, LoadSettings settings, StructureGuard guard) {
        this.guard = guard;
        this.connections = connections;
        this.settings = settings;
        this.session = new LoadSession(connections);
    }

    /**
     * Looks at the table and decides how it is read; no row is read yet.
     *
     * @param shape the table as it is now
     * @param codecs one per column of the shape
     */
    public TableLoad table(TableShape shape, List<ColumnCodec> codecs) throws SQLException {
        List<TableKey> keys = TableKeys.read(session.connection(), shape.name());
        TableFacts facts = TableFacts.read(session.connection(), shape.name());
        Optional<PagingKey> key = PagingKey.choose(shape, keys);
        if (key.isPresent()) {
            List<Integer> parts =
                    key.get().parts().stream().map(PagingKey.Part::position).toList();
            return new KeyedTableLoad(
                    session,
                    settings,
                    guard,
                    key.get(),
                    new Rows(shape, codecs, parts, settings.generated()),
                    facts.estimatedRows());
        }
        Rows rows = new Rows(shape, codecs, List.of(), settings.generated());
        return keys.stream().anyMatch(TableKey::identifiesRows)
                ? new WholeTableLoad(session, settings, guard, rows, facts.estimatedRows())
                : new SnapshotTableLoad(connections, session, settings, guard, rows, facts);
    }

    /**
     * Takes a snapshot, under locks that stay if one of the tables has no transactional engine; while it is open nothing
     * else may be read.
     */
    public SharedSnapshot snapshot(List<TableName> tables) throws SQLException, InterruptedException {
        boolean transactional = true;
        for (TableName table : tables) {
            transactional &= TableFacts.read(session.connection(), table).transactional();
        }
        return new SharedSnapshot(
                session, settings, guard, Snapshot.take(connections, session, tables, transactional, settings));
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
