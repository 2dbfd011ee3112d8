package io.mysqlrelay.sink.meter;

import io.mysqlrelay.core.metric.Lag;
import io.mysqlrelay.core.metric.PhaseNumber;
import io.mysqlrelay.core.metric.SinkMetric;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.SavedState;
import io.mysqlrelay.sink.target.TargetMeter;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * What the engine tells of its work, and the values of all metrics of a sink task. Told by the apply thread, but for
 * {@link #caughtUp}; asked by any.
 */
public final class ApplyMeter {
    private final LongSupplier clock;
    private final TargetMeter target = new TargetMeter();
    private final LongAdder rows = new LongAdder();
    private final LongAdder windows = new LongAdder();
    private final LongAdder retries = new LongAdder();
    /** Source's time up to which the target has everything, by its checkpoint; 0 when not known. */
    private volatile long durable;
    /** The same while no work waits, by what was read; 0 when not known. */
    private volatile long idleAt;

    private volatile long confirmed;
    private volatile long outageSince;
    private volatile MigrationState state;

    /** @param clock this machine's, in milliseconds since the epoch, for what is compared with the source's times */
    public ApplyMeter(LongSupplier clock) {
        this.clock = clock;
        this.confirmed = System.nanoTime();
    }

    /** For the targets of the task. */
    public TargetMeter target() {
        return target;
    }

    /** The target is open and remembers this. */
    public void opened(SavedState saved) {
        state = saved.migration();
        if (saved.checkpoint() != null) {
            durable = saved.checkpoint().sourceMillis();
        }
        // What was read before may have to be read again.
        idleAt = 0;
    }

    /** The first or another attempt at a step. */
    public void attempt() {
        target.forgetStep();
    }

    /**
     * A step has happened.
     *
     * @param changes row changes in it; 0 if it is not a window
     * @param after null if the step stored no checkpoint
     */
    public void done(int changes, Checkpoint after) {
        rows.add(changes - target.takeWithheld());
        if (changes > 0) {
            windows.increment();
        }
        if (after != null) {
            durable = after.sourceMillis();
            confirmed = System.nanoTime();
        }
    }

    /** The migration's state was saved. */
    public void state(MigrationState saved) {
        state = saved;
    }

    /** Poll thread: everything that was read is done, but for noting how far that is. */
    public void caughtUp(long sourceMillis) {
        idleAt = sourceMillis;
    }

    /** An attempt has failed; another one follows. */
    public void failed() {
        retries.increment();
        if (outageSince == 0) {
            outageSince = System.nanoTime();
        }
    }

    /** What failed has succeeded. */
    public void recovered() {
        outageSince = 0;
    }

    /** @return NaN when there is no value; any thread */
    public double value(SinkMetric metric) {
        MigrationState now = state;
        return switch (metric) {
            case LAG -> Lag.millis(clock.getAsLong(), Math.max(durable, idleAt));
            case CHECKPOINT_AGE -> millisSince(confirmed);
            case PHASE -> now == null ? Double.NaN : number(now.phase());
            case SAFE_MODE ->
                now != null && now.phase() == MigrationState.Phase.INCREMENTAL && now.safeUntil() != null ? 1 : 0;
            case ROWS_APPLIED -> rows.sum();
            case ROWS_WRITTEN -> target.rowsWritten();
            case REDUCTION -> target.rowsWritten() == 0 ? Double.NaN : (double) rows.sum() / target.rowsWritten();
            case STATEMENTS -> target.statements();
            case WINDOWS -> windows.sum();
            case LANES -> target.lastLanes() == 0 ? Double.NaN : target.lastLanes();
            case WINDOW_LANES -> target.lanes();
            case LANE_CONFLICTS -> target.laneConflicts();
            case RETRIES -> retries.sum();
            case OUTAGE -> outageSince == 0 ? 0 : millisSince(outageSince);
            case DDL_APPLIED -> target.ddl().applied();
            case DDL_SKIPPED -> target.ddl().skipped();
            case DDL_FAILED -> target.ddl().failed();
            case ROWS_REFUSED -> target.refused();
        };
    }

    private static int number(MigrationState.Phase phase) {
        return switch (phase) {
            case NEW -> PhaseNumber.NEW;
            case SCHEMA -> PhaseNumber.SCHEMA;
            case FULL -> PhaseNumber.FULL;
            case INCREMENTAL -> PhaseNumber.INCREMENTAL;
            case COMPLETED -> PhaseNumber.COMPLETED;
        };
    }

    private static double millisSince(long nanos) {
        return Math.max(0, System.nanoTime() - nanos) / 1e6;
    }
}
