package io.mysqlrelay.sink.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.Window;
import io.mysqlrelay.sink.target.XaName;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Consecutive changes on their way into one window. Used by the poll thread until the apply thread has taken it. */
final class WindowBuilder {
    /** How the changes of one window are applied; never mixed, since each has other statements and other errors. */
    enum Mode {
        LOAD,
        SAFE,
        NORMAL,
        /** Of an XA transaction: kept until it is known whether they count. */
        PARKED,
        /** Not applied, but handed to whoever collects such rows. */
        LEFT_OUT
    }

    private final int maxRows;
    private final long maxBytes;
    private final WindowOrigins origins;
    private Mode mode;
    private XaName xa;
    private long bytes;

    /** @param letters takes changes that the target refuses */
    WindowBuilder(int maxRows, long maxBytes, DeadLetters letters) {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        this.origins = new WindowOrigins(letters);
    }

    boolean isEmpty() {
        return origins.changes().isEmpty();
    }

    /** @param of the XA transaction of parked changes; null for all others */
    boolean takes(Mode other, XaName of) {
        return mode == null || (mode == other && Objects.equals(xa, of));
    }

    void add(RowChange change, Mode as, XaName of, Delivery delivery) {
        if (as == Mode.LEFT_OUT && !origins.tolerated()) {
            throw delivery.refusal();
        }
        mode = as;
        xa = of;
        origins.add(change, delivery);
        bytes += change.bytes();
    }

    boolean isFull() {
        return origins.changes().size() >= maxRows || bytes >= maxBytes;
    }

    /** The list is shared, not copied: nothing is added once the step has been taken. */
    Step step(Checkpoint after) {
        List<RowChange> changes = Collections.unmodifiableList(origins.changes());
        if (mode == Mode.PARKED) {
            XaName name = xa;
            return new Step(
                    "rows of XA transaction " + name, false, after, target -> target.park(name, changes, after));
        }
        if (mode == Mode.LEFT_OUT) {
            List<Refused> rows = origins.refused();
            return new Step(
                    "leaving out " + rows.size() + " rows",
                    false,
                    rows.size(),
                    after,
                    target -> target.leaveOut(rows, origins, after));
        }
        Window window = new Window(changes, mode == Mode.SAFE, after, origins);
        return new Step("window of " + mode + " rows", false, changes.size(), after, target -> target.apply(window));
    }
}
