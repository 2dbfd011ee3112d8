package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.session.Clock;
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
                "SELECT topic_id, next_offset, run, seq, run_broken, run_after, executed, txn, ordinal, unfinished,"
                        + " source_ts_ms FROM " + table + " WHERE migration = ?",
                migration);
        if (rows.isEmpty()) {
            return null;
        }
        String[] r = rows.get(0);
        nextOffset = Long.parseLong(r[1]);
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

    /** Offset of the first record that is not covered. */
    public long nextOffset() {
        return nextOffset;
    }

    public void save(Checkpoint c) throws SQLException {
        session.update(
                "REPLACE INTO " + table
                        + " (migration, topic_id, next_offset, run, seq, run_broken, run_after, executed,"
                        + " txn, ordinal, unfinished, source_ts_ms, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                Clock.now());
        nextOffset = c.nextOffset();
    }
}
