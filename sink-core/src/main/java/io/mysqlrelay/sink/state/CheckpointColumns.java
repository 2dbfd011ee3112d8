package io.mysqlrelay.sink.state;

import io.mysqlrelay.sink.target.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of {@code checkpoint} that hold a checkpoint. */
public final class CheckpointColumns {
    public static final String NAMES =
            "topic_id, next_offset, run, seq, run_broken, run_after, executed, txn, ordinal, unfinished, source_ts_ms";

    public static final int COUNT = 11;

    private CheckpointColumns() {}

    /** @param r values of the columns, in their order; more may follow */
    public static Checkpoint read(String[] r) {
        return new Checkpoint(
                r[0],
                Long.parseLong(r[1]),
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

    /**
     * For a statement with a parameter for the migration, each column, and what follows.
     *
     * @param more values of the parameters behind the columns
     */
    public static Object[] parameters(String migration, Checkpoint c, Object... more) {
        List<Object> parameters = new ArrayList<>(Arrays.asList(
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
                c.sourceMillis()));
        parameters.addAll(Arrays.asList(more));
        return parameters.toArray();
    }
}
