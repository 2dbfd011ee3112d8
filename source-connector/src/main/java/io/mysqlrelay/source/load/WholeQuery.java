package io.mysqlrelay.source.load;

import java.sql.SQLException;

/** All rows of a table in one query. */
final class WholeQuery {
    private final RowHandler handler;
    private final int progressRows;
    private long total;

    private WholeQuery(RowHandler handler, int progressRows) {
        this.handler = handler;
        this.progressRows = progressRows;
    }

    /** @return rows handed over */
    static long read(LoadSession session, Rows rows, int progressRows, RowHandler handler)
            throws SQLException, InterruptedException {
        WholeQuery query = new WholeQuery(handler, progressRows);
        session.stream(rows, rows.select(), row -> {
            Object[] values = new Object[rows.shape().columns().size()];
            rows.decode(row, values);
            query.take(values);
        });
        handler.progress(query.total);
        return query.total;
    }

    private void take(Object[] values) throws InterruptedException {
        handler.row(values);
        if (++total % progressRows == 0) {
            handler.progress(total);
        }
    }
}
