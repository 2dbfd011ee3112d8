package io.mysqlrelay.sink.target;

import java.util.concurrent.atomic.LongAdder;

/**
 * What a target tells of its work, per statement or window. One for all targets of a task, one after the other.
 * Thread-safe, so that lanes share it.
 */
public final class TargetMeter {
    private final LongAdder statements = new LongAdder();
    private final LongAdder rowsWritten = new LongAdder();
    private final LongAdder lanes = new LongAdder();
    private final LongAdder laneConflicts = new LongAdder();
    private volatile int lastLanes;
    private volatile DdlTally ddl = new DdlTally(0, 0, 0);
    private volatile long refusedInAll;

    /** Row changes that the step in flight does not apply, less those that it applies beyond its own; apply thread. */
    private long withheld;

    /**
     * How many statements of the migration are in each state.
     *
     * @param failed refused by the target and not settled since
     */
    public record DdlTally(long applied, long skipped, long failed) {}

    /** Statements with row changes are on their way, in one round trip. */
    public void sent(int count) {
        statements.add(count);
    }

    /** A transaction with so many rows is committed. */
    public void committed(long rows) {
        rowsWritten.add(rows);
    }

    /** A window is committed that so many sessions have applied side by side. */
    public void window(int lanesUsed) {
        lastLanes = lanesUsed;
        lanes.add(lanesUsed);
    }

    /** A window in lanes was taken back, because they waited for each other. */
    public void laneConflict() {
        laneConflicts.increment();
    }

    /** Apply thread: changes of the window in flight are left out. */
    public void leftOut(int changes) {
        withheld += changes;
    }

    /** Apply thread: the step in flight applies changes that earlier steps have only kept. */
    public void unparked(int changes) {
        withheld -= changes;
    }

    /** @param count row changes of the migration that were left out, ever */
    public void refused(long count) {
        refusedInAll = count;
    }

    public void ddl(DdlTally tally) {
        ddl = tally;
    }

    /** Apply thread: another attempt begins, which tells everything again. */
    public void forgetStep() {
        withheld = 0;
    }

    /** Apply thread. @return what to subtract from the step's own number of changes */
    public long takeWithheld() {
        long taken = withheld;
        withheld = 0;
        return taken;
    }

    public long statements() {
        return statements.sum();
    }

    public long rowsWritten() {
        return rowsWritten.sum();
    }

    public long lanes() {
        return lanes.sum();
    }

    public long laneConflicts() {
        return laneConflicts.sum();
    }

    /** @return 0 before the first window */
    public int lastLanes() {
        return lastLanes;
    }

    public DdlTally ddl() {
        return ddl;
    }

    public long refused() {
        return refusedInAll;
    }
}
