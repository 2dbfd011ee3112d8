package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.state.CheckpointColumns;
import io.mysqlrelay.sink.target.Checkpoint;
import java.sql.SQLException;
import java.util.List;

/** The row of {@code checkpoint}, written when everything before it is in the target. */
public final class Checkpoints {
    private final AdbSession session;
    private final String table;
    private final String migration;
    private long nextOffset;

    public Checkpoints(AdbSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("checkpoint");
        this.migration = migration;
    }

    /** @return null on the very first start */
    public Checkpoint load() throws SQLException {
        List<String[]> rows = session.rows(
                "SELECT " + CheckpointColumns.NAMES + " FROM " + table + " WHERE migration = ?", migration);
        if (rows.isEmpty()) {
            return null;
        }
        Checkpoint found = CheckpointColumns.read(rows.get(0));
        nextOffset = found.nextOffset();
        return found;
    }

    /** Offset of the first record that is not covered. */
    public long nextOffset() {
        return nextOffset;
    }

    public void save(Checkpoint c) throws SQLException {
        session.update(
                "REPLACE INTO " + table + " (migration, " + CheckpointColumns.NAMES
                        + ", updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + session.now() + ")",
                CheckpointColumns.parameters(migration, c));
        nextOffset = c.nextOffset();
    }
}
