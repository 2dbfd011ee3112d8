package io.mysqlrelay.source.load;

import java.sql.SQLException;
import java.util.List;

/** A table whose key cannot be paged by (a prefix of a text, a SET): its rows are told apart, but read in one query. */
final class WholeTableLoad implements TableLoad {
    private final LoadSession session;
    private final LoadSettings settings;
    private final StructureGuard guard;
    private final Rows rows;
    private final long estimatedRows;

    WholeTableLoad(LoadSession session, LoadSettings settings, StructureGuard guard, Rows rows, long estimatedRows) {
        this.guard = guard;
        this.session = session;
        this.settings = settings;
        this.rows = rows;
        this.estimatedRows = estimatedRows;
    }

    @Override
    public boolean keyless() {
        return false;
    }

    @Override
    public boolean snapshot() {
        return false;
    }

    @Override
    public List<String> absent() {
        return rows.absent();
    }

    @Override
    public long estimatedRows() {
        return estimatedRows;
    }

    @Override
    public long read(String resumeToken, RowHandler handler) throws SQLException, InterruptedException {
        session.hold(rows.shape().name(), guard);
        long total = WholeQuery.read(session, rows, settings.chunkRows(), handler);
        session.release(rows.shape().name());
        return total;
    }
}
