package io.mysqlrelay.sink.apply;

import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.sink.target.TransientTargetException;

/**
 * One piece of work on the target. Carried out strictly in order; repeated after an outage when the target's checkpoint
 * shows that it has not happened.
 *
 * @param what for the log; no row values
 * @param announced true to log it at INFO: phases and statements, not windows
 * @param changes row changes that the target holds after it; 0 if it is not a window
 * @param after checkpoint that the step stores; null if it stores none
 */
record Step(String what, boolean announced, int changes, Checkpoint after, Action action) {
    Step(String what, boolean announced, Checkpoint after, Action action) {
        this(what, announced, 0, after, action);
    }

    /** The work itself. */
    @FunctionalInterface
    interface Action {
        void on(Target target) throws TransientTargetException;
    }
}
