package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.state.CheckpointColumns;
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
                "SELECT " + CheckpointColumns.NAMES + ", coalesce(window_end, 0) FROM " + table
                        + " WHERE migration = ?",
                migration);
        if (rows.isEmpty()) {
            return null;
        }
        Checkpoint found = CheckpointColumns.read(rows.get(0));
        long windowEnd = Long.parseLong(rows.get(0)[CheckpointColumns.COUNT]);
        stored = true;
        doubtUntil = windowEnd > found.nextOffset() ? windowEnd : 0;
        return found;
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
                "REPLACE INTO " + table + " (migration, " + CheckpointColumns.NAMES
                        + ", window_end, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + session.now()
                        + ")",
                CheckpointColumns.parameters(migration, c, passed ? null : (Object) doubtUntil));
        stored = true;
        if (passed) {
            doubtUntil = 0;
        }
    }
}
