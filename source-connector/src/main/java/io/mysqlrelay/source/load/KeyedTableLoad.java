package io.mysqlrelay.source.load;

import io.mysqlrelay.source.server.ConnectionLoss;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table with a key, in pages of it. Each page is a short query of its own, so that the server keeps no old row versions
 * for us; rows that change meanwhile are put right by the changes that follow the full load.
 */
final class KeyedTableLoad implements TableLoad {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedTableLoad.class);

    /** The first page is small: nothing is known about the size of the rows yet. */
    private static final int FIRST_ROWS = 1_000;

    private final LoadSession session;
    private final LoadSettings settings;
    private final StructureGuard guard;
    private final PagingKey key;
    private final Rows rows;
    private final long estimatedRows;

    KeyedTableLoad(
            LoadSession session,
            LoadSettings settings,
            StructureGuard guard,
            PagingKey key,
            Rows rows,
            long estimatedRows) {
        this.guard = guard;
        this.session = session;
        this.settings = settings;
        this.key = key;
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
        Reading reading = new Reading(handler);
        if (resumeToken != null) {
            reading.last = ResumeToken.decode(resumeToken, key.parts().size());
        }
        int failures = 0;
        boolean more = true;
        while (more) {
            try {
                more = reading.page();
                failures = 0;
            } catch (SQLException e) {
                if (!ConnectionLoss.is(e) || session.ended() || ++failures > settings.reconnectAttempts()) {
                    throw e;
                }
                LOG.warn(
                        "Connection lost while reading table {}, attempt {} of {} follows",
                        rows.shape().name(),
                        failures,
                        settings.reconnectAttempts(),
                        e);
                session.abort();
                Thread.sleep(settings.reconnectPauseMillis());
            }
        }
        return reading.total;
    }

    /** One pass over the table. */
    private final class Reading {
        private final RowHandler handler;
        private List<byte[]> last;
        private int limit = Math.min(FIRST_ROWS, settings.chunkRows());
        /** Of whole pages: what a broken one has handed over comes again. */
        private long total;

        private long inPage;
        private long bytes;

        Reading(RowHandler handler) {
            this.handler = handler;
        }

        /** @return false when the table has no more rows */
        boolean page() throws SQLException, InterruptedException {
            inPage = 0;
            bytes = 0;
            PageEnd end = new PageEnd();
            String query = rows.select() + key.hint() + (last == null ? "" : " WHERE " + key.after(last)) + " ORDER BY "
                    + key.order() + " LIMIT " + limit;
            session.hold(rows.shape().name(), guard);
            session.stream(rows, query, row -> {
                Object[] values = new Object[rows.shape().columns().size()];
                bytes += rows.decode(row, values);
                end.remember(row);
                inPage++;
                handler.row(values);
            });
            session.release(rows.shape().name());
            if (inPage > 0) {
                last = end.key();
                total += inPage;
                handler.chunkRead(ResumeToken.encode(last), total);
                handler.progress(total);
            }
            boolean more = inPage == limit;
            long average = Math.max(1, bytes / Math.max(1, inPage));
            limit = (int) Math.max(1, Math.min(settings.chunkRows(), settings.chunkBytes() / average));
            return more;
        }
    }

    /** The key of the last row of a page. */
    private final class PageEnd {
        private final byte[][] values = new byte[key.parts().size()][];

        void remember(ResultSet row) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.raw(row, key.parts().get(i).position());
            }
        }

        List<byte[]> key() {
            return List.of(values);
        }
    }
}
