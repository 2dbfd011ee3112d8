package io.mysqlrelay.source.record;

import java.util.Map;

/**
 * The transaction that the binlog reader is in. Mutable only in its ordinal; used by one thread.
 *
 * <p>The ordinal counts row changes and statements before any filter, so that a changed filter or a different packing of
 * the same transaction on another server leaves every identity as it was.
 */
public final class Transaction {
    private final String id;
    private final boolean gtid;
    private final Map<String, ?> offset;
    private final long sourceMillis;
    private long nextOrdinal;
    private String xid;

    /**
     * @param id GTID, or {@code file:position} of the transaction's first event
     * @param gtid whether the id is a GTID
     * @param offset source offset of the transaction's start; shared by all its records
     * @param sourceMillis commit time if the event carries it, else the event's time; milliseconds since the epoch
     */
    public Transaction(String id, boolean gtid, Map<String, ?> offset, long sourceMillis) {
        this.id = id;
        this.gtid = gtid;
        this.offset = offset;
        this.sourceMillis = sourceMillis;
    }

    public String id() {
        return id;
    }

    /** @return the id if it is a GTID, else null */
    public String gtid() {
        return gtid ? id : null;
    }

    public Map<String, ?> offset() {
        return offset;
    }

    public long sourceMillis() {
        return sourceMillis;
    }

    /** @return name of the XA transaction that the row changes belong to; null when they count at once */
    public String xid() {
        return xid;
    }

    public void xid(String name) {
        xid = name;
    }

    /** Call once for every row change and statement, also for those that are then filtered out. */
    public long takeOrdinal() {
        return nextOrdinal++;
    }

    /** @return the ordinal of the change that was last taken */
    public long ordinal() {
        return nextOrdinal - 1;
    }
}
