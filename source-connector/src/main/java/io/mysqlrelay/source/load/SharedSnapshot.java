package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.schema.TableKey;
import io.mysqlrelay.source.schema.TableKeys;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodec;
import java.sql.SQLException;
import java.util.List;

/**
 * Several tables in one snapshot. An unfinished reading of one of them leaves nothing to go on from: all must be read
 * again. Used by the thread that uses its {@link FullLoad}.
 */
public final class SharedSnapshot implements AutoCloseable {
    private final LoadSession session;
    private final LoadSettings settings;
    private final StructureGuard guard;
    private final Snapshot snapshot;

    SharedSnapshot(LoadSession session, LoadSettings settings, StructureGuard guard, Snapshot snapshot) {
        this.guard = guard;
        this.session = session;
        this.settings = settings;
        this.snapshot = snapshot;
    }

    /** @param codecs one per column of the shape */
    public TableLoad table(TableShape shape, List<ColumnCodec> codecs) throws SQLException {
        TableFacts facts = TableFacts.read(session.connection(), shape.name());
        boolean keyless =
                TableKeys.read(session.connection(), shape.name()).stream().noneMatch(TableKey::identifiesRows);
        Rows rows = new Rows(shape, codecs, List.of(), settings.generated());
        return new TableLoad() {
            @Override
            public boolean keyless() {
                return keyless;
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
                return snapshot.read(rows, settings, guard, handler);
            }
        };
    }

    /** @return the position that the rows are of */
    public SourcePosition position() {
        return snapshot.position();
    }

    /**
     * Keeps the table's structure as it is until the snapshot ends.
     *
     * @throws io.mysqlrelay.core.error.RelayException RELAY-2109 if it has changed since the snapshot
     */
    public void hold(TableName table) throws SQLException {
        session.touch(table);
    }

    /** All tables are read. */
    public void finish() throws SQLException {
        snapshot.finish();
    }

    @Override
    public void close() throws SQLException {
        snapshot.close();
    }
}
