package io.mysqlrelay.sink.order;

/** What to do with a record. */
public enum Verdict {
    /** To be applied. */
    NEW,
    /** The first record of a new run: fences the older ones. */
    NEW_RUN,
    /** A RUN marker of a run that begins behind records that never came: its records are void. */
    NEW_RUN_BEHIND_LOSS,
    /** Delivered before, or its change is already in the target. */
    DUPLICATE,
    /** Of a run that another one has replaced. */
    VOID,
    /** The first record after a loss in its run. */
    HOLE,
    /** Of a run that has lost a record: dropped until the next run repeats it. */
    DROPPED
}
