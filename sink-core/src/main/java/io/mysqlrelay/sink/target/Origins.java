package io.mysqlrelay.sink.target;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import java.util.List;

/** Where a window's changes come from, and whether the user lets the target leave out those that it refuses. */
public interface Origins {
    /** Of changes whose records are not at hand. */
    Origins NONE = new Origins() {
        @Override
        public Place of(RowChange change) {
            return null;
        }

        @Override
        public boolean tolerated() {
            return false;
        }

        @Override
        public void handOver(List<Refused> rows) {
            throw new UnsupportedOperationException("there are no records to hand over");
        }
    };

    /**
     * A change's place in the topic and in the source's history.
     *
     * @param transaction of the source; {@code -} in the full load
     * @param ordinal within it
     */
    record Place(long offset, String transaction, long ordinal) {
        @Override
        public String toString() {
            return "offset " + offset + ", change " + ordinal + " of transaction " + transaction;
        }
    }

    /** @return null if it is not known */
    Place of(RowChange change);

    /** @return true if a refused change may be left out once it is handed over; otherwise it ends the window */
    boolean tolerated();

    /**
     * Hands the records to whoever collects such records, and returns when they are stored there. To be called before the
     * window is committed: after a crash between the two they are stored again, but never lost. Each is stored once by
     * one task, however often the window is repeated.
     *
     * @throws RelayException RELAY-4083 if that fails; the window must not be committed then
     */
    void handOver(List<Refused> rows);
}
