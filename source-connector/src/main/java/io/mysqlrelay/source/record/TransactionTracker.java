package io.mysqlrelay.source.record;

import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.Gtid;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;
import java.util.Map;

/**
 * Where the binlog reader is: which transaction, and from where it would have to begin again. Not thread-safe.
 *
 * <p>Offsets are computed once per transaction, because the text of a GTID set costs more than a row.
 */
public final class TransactionTracker {
    private final GtidSet executed;
    private final Map<String, ?> extra;
    private BinlogPosition end;
    private String executedText;
    private Transaction current;
    private Gtid currentGtid;
    private Map<String, Object> endOffset;
    private boolean extraPassed;

    /**
     * @param start where the reader begins; its GTID set is copied
     * @param extra keys added to every offset until {@link #dropExtra()}
     */
    public TransactionTracker(SourcePosition start, Map<String, ?> extra) {
        this.executed = start.gtids() == null ? null : start.gtids().copy();
        this.executedText = executed == null ? null : executed.toString();
        this.end = start.binlog();
        this.extra = Map.copyOf(extra);
    }

    /** The reader goes on in another file. A ROTATE event in the middle of a transaction does not exist. */
    public void rotate(BinlogPosition start) {
        end = start;
        endOffset = null;
    }

    /** From now on offsets are without the extra keys. */
    public void dropExtra() {
        extraPassed = true;
        endOffset = null;
    }

    /**
     * A GTID or ANONYMOUS_GTID event.
     *
     * @param gtid null for an anonymous transaction
     * @param eventStart offset in the current file at which the event begins
     * @param sourceMillis commit time when known, else the event's time
     */
    public void begin(Gtid gtid, long eventStart, long sourceMillis) {
        if (current != null) {
            finish();
        }
        BinlogPosition start = new BinlogPosition(end.file(), eventStart);
        currentGtid = gtid;
        current = new Transaction(
                gtid == null ? start.toString() : gtid.toString(),
                gtid != null,
                offset(start, sourceMillis),
                sourceMillis);
    }

    /** @return the transaction the reader is in, begun at this event when the binlog has no GTID event before it */
    public Transaction current(long eventStart, long sourceMillis) {
        if (current == null) {
            begin(null, eventStart, sourceMillis);
        }
        return current;
    }

    public boolean inTransaction() {
        return current != null;
    }

    /** @param eventEnd offset in the current file behind the transaction's last event */
    public void commit(long eventEnd) {
        finish();
        end = new BinlogPosition(end.file(), eventEnd);
        endOffset = null;
    }

    /** An event outside transactions moved the end; ignored inside one, whose start remains the place to restart. */
    public void passed(long eventEnd) {
        if (current == null && eventEnd > end.offset()) {
            end = new BinlogPosition(end.file(), eventEnd);
            endOffset = null;
        }
    }

    private void finish() {
        if (currentGtid != null && executed != null) {
            executed.add(currentGtid);
            executedText = executed.toString();
        }
        current = null;
        currentGtid = null;
    }

    /** @return offset behind the last complete transaction; only meaningful outside transactions */
    public Map<String, ?> endOffset(long sourceMillis) {
        if (endOffset == null) {
            endOffset = offset(end, sourceMillis);
        }
        return endOffset;
    }

    /** @return the position behind an event, its transaction counted as executed although more of it may follow */
    public SourcePosition after(long eventEnd) {
        GtidSet gtids = executed == null ? null : executed.copy();
        if (gtids != null && currentGtid != null) {
            gtids.add(currentGtid);
        }
        return new SourcePosition(gtids, new BinlogPosition(end.file(), eventEnd));
    }

    /** @return true if everything before the given point has been read */
    public boolean reached(SourcePosition point) {
        return (executed != null && point.gtids() != null)
                ? executed.containsAll(point.gtids())
                : end.compareTo(point.binlog()) >= 0;
    }

    public String file() {
        return end.file();
    }

    private Map<String, Object> offset(BinlogPosition at, long sourceMillis) {
        Map<String, Object> offset = SourceOffset.at(new SourcePosition(null, at));
        if (executedText != null) {
            offset.put(SourceOffset.GTIDS, executedText);
        }
        offset.put(SourceOffset.TS_SEC, sourceMillis / 1000);
        if (!extraPassed) {
            offset.putAll(extra);
        }
        return offset;
    }
}
