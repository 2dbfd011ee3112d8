package io.mysqlrelay.sink.order;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.Gtid;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.stream.RecordIdentity;
import java.util.Optional;

/**
 * Place in the source's history. A transaction counts as applied completely when a later one begins: until then a
 * restarted source may repeat it from its start, and its changes up to the last ordinal are dropped.
 */
final class HistoryCursor {
    private GtidSet executed;
    private String transaction;
    private long ordinal;

    /** The judgement of a transaction is the same for all its changes; parsing its name for each would be slow. */
    private String judged;

    private boolean judgedApplied;

    /**
     * @param executed null without GTIDs
     * @param transaction null before the first change
     */
    HistoryCursor(GtidSet executed, String transaction, long ordinal) {
        this.executed = executed;
        this.transaction = transaction;
        this.ordinal = ordinal;
    }

    /** What lies before the start of the migration is in the loaded rows: it counts as applied. */
    void begin(GtidSet start) {
        if (executed == null && start != null) {
            executed = start.copy();
            judged = null;
        }
    }

    /** @return true if the change is already in the target */
    boolean applied(RecordIdentity identity) {
        if (identity.transaction().equals(transaction)) {
            return identity.ordinal() <= ordinal;
        }
        if (!identity.transaction().equals(judged)) {
            judgedApplied = isPast(identity.transaction());
            judged = identity.transaction();
        }
        return judgedApplied;
    }

    private boolean isPast(String other) {
        Optional<Gtid> gtid = Gtid.parse(other);
        if (gtid.isPresent() != (executed != null)) {
            throw new RelayException(
                    ErrorCode.GTID_MODE_CHANGED,
                    "transaction " + other + " follows a history " + (executed == null ? "without" : "with")
                            + " GTIDs");
        }
        return gtid.map(executed == null ? g -> false : executed::contains).orElseGet(() -> isBefore(other));
    }

    private boolean isBefore(String other) {
        BinlogPosition position = BinlogPosition.parse(other)
                .orElseThrow(() -> new RelayException(
                        ErrorCode.FOREIGN_RECORD, "the transaction " + other + " is neither GTID nor coordinate"));
        return transaction != null
                && position.compareTo(BinlogPosition.parse(transaction).orElseThrow()) <= 0;
    }

    void advance(RecordIdentity identity) {
        if (!identity.transaction().equals(transaction)) {
            if (executed != null && transaction != null) {
                executed.add(Gtid.parse(transaction).orElseThrow());
            }
            transaction = identity.transaction();
            judged = null;
        }
        ordinal = identity.ordinal();
    }

    /** @return text form for the checkpoint; null without GTIDs */
    String executed() {
        return executed == null ? null : executed.toString();
    }

    String transaction() {
        return transaction;
    }

    long ordinal() {
        return ordinal;
    }
}
