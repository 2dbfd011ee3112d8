package io.mysqlrelay.sink.order;

import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.sink.target.Checkpoint;

/**
 * Place in the change topic and in the source's history: everything up to here is taken in. Starts from a checkpoint and
 * gives the next ones. Used by one thread.
 */
public final class StreamCursor {
    private final String topicId;
    private final RunCursor run;
    private final HistoryCursor history;
    private long nextOffset;
    private long sourceMillis;

    /** @param from see {@link #start} for the very first one */
    public StreamCursor(Checkpoint from) {
        this.topicId = from.topicId();
        this.nextOffset = from.nextOffset();
        this.run = new RunCursor(from.run(), from.seq(), from.runBroken(), RunAfter.parse(from.runAfter()));
        this.history = new HistoryCursor(
                from.executed() == null ? null : GtidSet.parse(from.executed()),
                from.transaction(),
                from.ordinal(),
                from.unfinished());
        this.sourceMillis = from.sourceMillis();
    }

    /** @return the place before the topic's first record */
    public static Checkpoint start(String topicId) {
        return new Checkpoint(topicId, 0, null, -1, false, null, null, null, -1, null, 0);
    }

    public long nextOffset() {
        return nextOffset;
    }

    /** @return id of the current run; null before the first */
    public String run() {
        return run.run();
    }

    public String topicId() {
        return topicId;
    }

    /** Judges a record that is not a RUN marker. */
    public Verdict judge(RecordIdentity identity) {
        Verdict verdict = run.judge(identity, false, null);
        boolean repeated = verdict == Verdict.NEW && identity.inTransaction() && history.applied(identity);
        return repeated ? Verdict.DUPLICATE : verdict;
    }

    /**
     * Judges a stock connector's record. Its runs have no number: after a restart, or while a task that was replaced still
     * writes, they may overlap in any way. Each alone has the source's order; so a change is the next one when the change that
     * it directly follows is in the target.
     *
     * @param behind the change that it directly follows; null when the record does not say it
     */
    public Verdict judgeStock(RecordIdentity identity, RecordIdentity behind) {
        if (!identity.inTransaction()) {
            return run.judgeStock(identity);
        }
        if (history.applied(identity)) {
            return Verdict.DUPLICATE;
        }
        if (behind == null ? run.joins(identity) : history.applied(behind)) {
            return Verdict.NEW;
        }
        return run.broken() ? Verdict.DROPPED : Verdict.HOLE;
    }

    private void advanceStock(long offset, RecordIdentity identity, Verdict verdict) {
        nextOffset = offset + 1;
        run.advanceStock(identity, verdict);
        if (verdict == Verdict.NEW && identity.inTransaction()) {
            history.advance(identity);
        }
    }

    /** @param after where the run begins; null when the source has not said it, as after a user set its offset */
    public Verdict judgeRun(RecordIdentity identity, RunAfter after) {
        return run.judge(identity, true, after);
    }

    /**
     * Takes a RUN marker in, whatever the verdict was.
     *
     * @param start transactions that the run begins behind; null without GTIDs
     */
    public void advanceRun(long offset, RecordIdentity identity, Verdict verdict, RunAfter after, GtidSet start) {
        nextOffset = offset + 1;
        if (verdict == Verdict.NEW_RUN) {
            history.newRun(start);
        }
        run.advance(identity, verdict, after);
    }

    /** @return true while nothing is taken in, because records are missing */
    public boolean broken() {
        return run.broken();
    }

    /** Takes the record in, whatever the verdict was. */
    public void advance(long offset, RecordIdentity identity, Verdict verdict) {
        if (identity.isStock()) {
            advanceStock(offset, identity, verdict);
            return;
        }
        nextOffset = offset + 1;
        if (verdict == Verdict.DUPLICATE && identity.seq() > run.seq()) {
            // Its change is known, but as a delivery it is new: without this the next record would look like a hole.
            run.advance(identity, Verdict.NEW, null);
            return;
        }
        run.advance(identity, verdict, null);
        if (verdict == Verdict.NEW && identity.inTransaction()) {
            history.advance(identity);
        }
    }

    /** @param millis the source's time of the last change or heartbeat; rows of the full load have none */
    public void sourceTime(long millis) {
        sourceMillis = millis;
    }

    /** The migration's start position is known. */
    public void begin(SourcePosition start) {
        history.begin(start.gtids());
    }

    public Checkpoint checkpoint() {
        return new Checkpoint(
                topicId,
                nextOffset,
                run.run(),
                run.seq(),
                run.broken(),
                run.after() == null ? null : run.after().toString(),
                history.executed(),
                history.transaction(),
                history.ordinal(),
                history.unfinished(),
                sourceMillis);
    }
}
