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
        this.run = new RunCursor(from.run(), from.seq(), from.runBroken());
        this.history = new HistoryCursor(
                from.executed() == null ? null : GtidSet.parse(from.executed()), from.transaction(), from.ordinal());
        this.sourceMillis = from.sourceMillis();
    }

    /** @return the place before the topic's first record */
    public static Checkpoint start(String topicId) {
        return new Checkpoint(topicId, 0, null, -1, false, null, null, -1, 0);
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

    /** @param runMarker true if the record is a RUN marker */
    public Verdict judge(RecordIdentity identity, boolean runMarker) {
        Verdict verdict = run.judge(identity, runMarker);
        boolean repeated = verdict == Verdict.NEW && identity.inTransaction() && history.applied(identity);
        return repeated ? Verdict.DUPLICATE : verdict;
    }

    /** Takes the record in, whatever the verdict was. */
    public void advance(long offset, RecordIdentity identity, Verdict verdict) {
        nextOffset = offset + 1;
        if (verdict == Verdict.DUPLICATE && identity.seq() > run.seq()) {
            // Its change is known, but as a delivery it is new: without this the next record would look like a hole.
            run.advance(identity, Verdict.NEW);
            return;
        }
        run.advance(identity, verdict);
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
                history.executed(),
                history.transaction(),
                history.ordinal(),
                sourceMillis);
    }
}
