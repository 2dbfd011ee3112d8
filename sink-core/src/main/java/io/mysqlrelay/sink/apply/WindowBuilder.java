package io.mysqlrelay.sink.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Consecutive changes on their way into one window. Used by the poll thread until the apply thread has taken it. */
final class WindowBuilder {
    /** How the changes of one window are applied; never mixed, since each has other statements and other errors. */
    enum Mode {
        LOAD,
        SAFE,
        NORMAL
    }

    private final int maxRows;
    private final long maxBytes;
    private final List<RowChange> changes = new ArrayList<>();
    private Mode mode;
    private long bytes;

    WindowBuilder(int maxRows, long maxBytes) {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    boolean takes(Mode other) {
        return mode == null || mode == other;
    }

    void add(RowChange change, Mode as) {
        mode = as;
        changes.add(change);
        bytes += change.bytes();
    }

    boolean isFull() {
        return changes.size() >= maxRows || bytes >= maxBytes;
    }

    /** The list is shared, not copied: nothing is added once the step has been taken. */
    Step step(Checkpoint after) {
        Window window = new Window(Collections.unmodifiableList(changes), mode == Mode.SAFE, after);
        return new Step("window of " + mode + " rows", false, after, target -> target.apply(window));
    }
}
