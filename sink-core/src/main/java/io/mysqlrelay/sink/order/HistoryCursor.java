package io.mysqlrelay.sink.order;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.Gtid;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.stream.RecordIdentity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Place in the source's history. A transaction counts as applied completely when a later one begins: until then a
 * restarted source may repeat it from its start, and its changes up to the last ordinal are dropped. A source that was
 * replaced by another server may repeat it behind transactions that came later before: their order is the server's own.
 */
final class HistoryCursor {
    private GtidSet executed;
    private String transaction;
    private long ordinal;

    /** Transactions of which more may come, and the last ordinal of each that was applied. */
    private final Map<String, Long> unfinished = new TreeMap<>();

    /** The judgement of a transaction is the same for all its changes; parsing its name for each would be slow. */
    private String judged;

    /** Null if its name is not a GTID. */
    private Gtid judgedGtid;

    private boolean judgedApplied;

    /** Of {@link #transaction}; null if it is not known yet. */
    private Gtid transactionGtid;

    /**
     * @param executed null without GTIDs
     * @param transaction null before the first change
     * @param unfinished as {@link #unfinished()} gives it
     */
    HistoryCursor(GtidSet executed, String transaction, long ordinal, String unfinished) {
        this.executed = executed;
        this.transaction = transaction;
        this.ordinal = ordinal;
        if (unfinished != null) {
            for (String entry : unfinished.split(",")) {
                int equals = entry.indexOf('=');
                this.unfinished.put(entry.substring(0, equals), Long.parseLong(entry.substring(equals + 1)));
            }
        }
    }

    /** What lies before the start of the migration is in the loaded rows: it counts as applied. */
    void begin(GtidSet start) {
        if (executed == null && start != null) {
            executed = start.copy();
            judged = null;
        }
    }

    /**
     * A run begins. What it does not begin behind it brings again from its start, but not always as the first.
     *
     * @param start transactions that the run begins behind; null without GTIDs, with which alone servers are switched
     */
    void newRun(GtidSet start) {
        if (executed == null || start == null) {
            return;
        }
        if (transaction != null && !executed.contains(gtid(transaction))) {
            unfinished.put(transaction, ordinal);
        }
        for (String each : List.copyOf(unfinished.keySet())) {
            if (start.contains(gtid(each))) {
                unfinished.remove(each);
                executed.add(gtid(each));
            }
        }
        judged = null;
    }

    private static Gtid gtid(String name) {
        return Gtid.parse(name).orElseThrow();
    }

    /** @return true if the change is already in the target */
    boolean applied(RecordIdentity identity) {
        if (identity.transaction().equals(transaction)) {
            return identity.ordinal() <= ordinal;
        }
        Long known = unfinished.isEmpty() ? null : unfinished.get(identity.transaction());
        if (known != null) {
            return identity.ordinal() <= known;
        }
        if (!identity.transaction().equals(judged)) {
            Gtid gtid = Gtid.parse(identity.transaction()).orElse(null);
            judgedApplied = isPast(identity.transaction(), gtid);
            judgedGtid = gtid;
            judged = identity.transaction();
        }
        return judgedApplied;
    }

    private boolean isPast(String other, Gtid gtid) {
        if ((gtid != null) != (executed != null)) {
            throw new RelayException(
                    ErrorCode.GTID_MODE_CHANGED,
                    "transaction " + other + " follows a history " + (executed == null ? "without" : "with")
                            + " GTIDs");
        }
        return gtid != null ? executed.contains(gtid) : isBefore(other);
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
            if (executed != null && transaction != null && !unfinished.containsKey(transaction)) {
                executed.add(transactionGtid != null ? transactionGtid : gtid(transaction));
            }
            transaction = identity.transaction();
            transactionGtid = transaction.equals(judged) ? judgedGtid : null;
            judged = null;
        }
        unfinished.remove(identity.transaction());
        ordinal = identity.ordinal();
    }

    /** @return text form for the checkpoint; null without GTIDs */
    String executed() {
        return executed == null ? null : executed.toString();
    }

    /** @return for the checkpoint; null when there are none */
    String unfinished() {
        return unfinished.isEmpty()
                ? null
                : unfinished.entrySet().stream()
                        .map(entry -> entry.getKey() + '=' + entry.getValue())
                        .collect(Collectors.joining(","));
    }

    String transaction() {
        return transaction;
    }

    long ordinal() {
        return ordinal;
    }
}
