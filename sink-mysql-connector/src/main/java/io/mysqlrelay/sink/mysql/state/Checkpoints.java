package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.target.Checkpoint;
import java.sql.SQLException;
import java.util.List;

/**
 * The row of {@code checkpoint}. Its {@code window_end} is the offset behind the last window that was to be applied in
 * several transactions: changes before it may be in the target although the checkpoint does not cover them.
 */
public final class Checkpoints {
    private final DmlSession session;
    private final String table;
    private final String migration;
    private boolean stored;
    /** 0 when nothing is in doubt. */
    private long doubtUntil;

    public Checkpoints(DmlSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("checkpoint");
        this.migration = migration;
    }

    /** @return null on the very first start */
    public Checkpoint load() throws SQLException {
        List<String[]> rows = session.rows(
                "SELECT topic_id, next_offset, run, seq, run_broken, run_after, executed, txn,"
                        + " ordinal, unfinished, source_ts_ms, coalesce(window_end, 0) FROM " + table
                        + " WHERE migration = ?",
                migration);
        if (rows.isEmpty()) {
            return null;
        }
        String[] r = rows.get(0);
        long nextOffset = Long.parseLong(r[1]);
        long windowEnd = Long.parseLong(r[11]);
        stored = true;
        doubtUntil = windowEnd > nextOffset ? windowEnd : 0;
        return new Checkpoint(
                r[0],
                nextOffset,
                r[2],
                Long.parseLong(r[3]),
                !r[4].equals("0"),
                r[5],
                r[6],
                r[7],
                Long.parseLong(r[8]),
                r[9],
                Long.parseLong(r[10]));
    }

    /** @return false before the first checkpoint */
    public boolean stored() {
        return stored;
    }

    /** @return true while the changes that come next may be in the target already */
    public boolean doubtful() {
        return doubtUntil > 0;
    }

    /**
     * Notes a window's end, for whoever opens the target next. Part of the caller's transaction, which must be committed
     * before any change of the window is.
     */
    public void announce(long windowEnd) throws SQLException {
        session.update("UPDATE " + table + " SET window_end = ? WHERE migration = ?", windowEnd, migration);
    }

    /** Takes the note back, when nothing of the window was committed. Part of the caller's transaction. */
    public void withdraw() throws SQLException {
        session.update("UPDATE " + table + " SET window_end = NULL WHERE migration = ?", migration);
    }

    /** Part of the caller's transaction. The doubt ends with the checkpoint that has passed it. */
    public void save(Checkpoint c) throws SQLException {
        boolean passed = c.nextOffset() >= doubtUntil;
        session.update(
                "REPLACE INTO " + table + " (migration, topic_id, next_offset, run, seq, run_broken, run_after,"
                        + " executed, txn, ordinal, unfinished, source_ts_ms, window_end, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NOW(6))",
                migration,
                c.topicId(),
                c.nextOffset(),
                c.run(),
                c.seq(),
                c.runBroken() ? 1 : 0,
                c.runAfter(),
                c.executed(),
                c.transaction(),
                c.ordinal(),
                c.unfinished(),
                c.sourceMillis(),
                passed ? null : doubtUntil);
        stored = true;
        if (passed) {
            doubtUntil = 0;
        }
    }
}
