package io.mysqlrelay.sink.order;

import io.mysqlrelay.core.stream.RecordIdentity;

/**
 * Place in the current run of the source: fences older runs and finds holes. A seq that was already seen is a retry of
 * the producer, which is not idempotent in a Connect worker, and no loss.
 */
final class RunCursor {
    private String run;
    private long seq;
    private boolean broken;

    /** @param run null before the first record of the topic */
    RunCursor(String run, long seq, boolean broken) {
        this.run = run;
        this.seq = seq;
        this.broken = broken;
    }

    Verdict judge(RecordIdentity identity, boolean runMarker) {
        if (!identity.run().equals(run)) {
            return runMarker ? Verdict.NEW_RUN : Verdict.VOID;
        }
        if (identity.seq() <= seq) {
            return Verdict.DUPLICATE;
        }
        if (broken) {
            return Verdict.DROPPED;
        }
        return identity.seq() == seq + 1 ? Verdict.NEW : Verdict.HOLE;
    }

    void advance(RecordIdentity identity, Verdict verdict) {
        switch (verdict) {
            case NEW_RUN -> {
                run = identity.run();
                seq = identity.seq();
                broken = false;
            }
            case NEW -> seq = identity.seq();
            case HOLE -> broken = true;
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
}
