package io.mysqlrelay.sink.order;

import io.mysqlrelay.core.stream.RecordIdentity;

/**
 * Place in the current run of the source: fences older runs and finds losses. A seq that was already seen is a retry of
 * the producer, which is not idempotent in a Connect worker, and no loss.
 */
final class RunCursor {
    private String run;
    private long seq;
    private boolean broken;
    private RunAfter after;

    /**
     * @param run null before the first record of the topic
     * @param after null when the source has not said it
     */
    RunCursor(String run, long seq, boolean broken, RunAfter after) {
        this.run = run;
        this.seq = seq;
        this.broken = broken;
        this.after = after;
    }

    /** @param after where the run of a RUN marker begins; null for other records, and when the source has not said it */
    Verdict judge(RecordIdentity identity, boolean runMarker, RunAfter after) {
        if (!identity.run().equals(run)) {
            return runMarker && isNewer(identity.run()) ? begin(after) : Verdict.VOID;
        }
        if (identity.seq() <= seq) {
            return Verdict.DUPLICATE;
        }
        if (broken) {
            return Verdict.DROPPED;
        }
        return identity.seq() == seq + 1 ? Verdict.NEW : Verdict.HOLE;
    }

    /** A source task that was replaced before it could write its RUN marker may still write it. */
    private boolean isNewer(String other) {
        return run == null || RecordIdentity.generation(other) > RecordIdentity.generation(run);
    }

    /** The new run relies on everything before its start: that must have been taken in, by this run or by its start. */
    private Verdict begin(RunAfter next) {
        boolean whole = next == null || (next.run().equals(run) ? next.seq() <= seq : next.equals(after));
        return whole ? Verdict.NEW_RUN : Verdict.NEW_RUN_BEHIND_LOSS;
    }

    /** Whether the record directly follows the last one, or begins a run that is trusted to begin where Kafka has all before. */
    boolean joins(RecordIdentity identity) {
        return identity.run().equals(run) ? identity.seq() == seq + 1 && !broken : identity.seq() == 0 && !broken;
    }

    /** Judges a stock connector's record that is no change: a snapshot's, which begins anew with each run, or a heartbeat. */
    Verdict judgeStock(RecordIdentity identity) {
        if (joins(identity)) {
            return Verdict.NEW;
        }
        if (!identity.run().equals(run)) {
            return identity.seq() == 0 ? Verdict.DROPPED : Verdict.VOID;
        }
        return identity.seq() <= seq ? Verdict.DUPLICATE : broken ? Verdict.DROPPED : Verdict.HOLE;
    }

    void advanceStock(RecordIdentity identity, Verdict verdict) {
        switch (verdict) {
            case NEW -> {
                run = identity.run();
                seq = identity.seq();
                broken = false;
            }
            case DUPLICATE -> {
                // What follows it in its run is to be recognised, whichever run that is. A producer may repeat an older
                // one.
                seq = identity.run().equals(run) ? Math.max(seq, identity.seq()) : identity.seq();
                run = identity.run();
            }
            case HOLE -> broken = true;
            default -> {}
        }
    }

    void advance(RecordIdentity identity, Verdict verdict, RunAfter next) {
        switch (verdict) {
            case NEW_RUN -> {
                run = identity.run();
                seq = identity.seq();
                broken = false;
                after = next;
            }
            case NEW -> seq = identity.seq();
            // The place stays before the loss, so that a run that begins there is recognised.
            case HOLE, NEW_RUN_BEHIND_LOSS -> broken = true;
            default -> {}
        }
    }

    String run() {
        return run;
    }

    long seq() {
        return seq;
    }

    boolean broken() {
        return broken;
    }

    RunAfter after() {
        return after;
    }
}
