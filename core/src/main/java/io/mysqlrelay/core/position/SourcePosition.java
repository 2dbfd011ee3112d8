package io.mysqlrelay.core.position;

import java.util.Optional;

/**
 * A point between two transactions in the source's history: everything before it has happened.
 *
 * @param gtids the executed GTID set at this point; null when the source runs without GTIDs. Must not be mutated.
 * @param binlog the same point as a coordinate; compared only when {@code gtids} is null
 */
public record SourcePosition(GtidSet gtids, BinlogPosition binlog) {
    private static final String GTIDS = "gtids=";

    /**
     * @param transaction a record's transaction: GTID or {@code file:offset} of its first event
     * @return true if the transaction lies before this point
     * @throws IllegalArgumentException if the transaction has the other form than this position, since the two cannot
     *     be compared
     */
    public boolean includes(String transaction) {
        Optional<Gtid> gtid = Gtid.parse(transaction);
        if (gtid.isPresent() != (gtids != null)) {
            throw new IllegalArgumentException(
                    "transaction " + transaction + " cannot be compared with position " + this);
        }
        return gtid.map(g -> gtids.contains(g))
                .orElseGet(() -> BinlogPosition.parse(transaction)
                        .map(p -> p.compareTo(binlog) < 0)
                        .orElseThrow(() -> new IllegalArgumentException("not a transaction: " + transaction)));
    }

    /** @return {@code gtids=SET@file:offset}, or {@code @file:offset} when the source runs without GTIDs */
    public String encode() {
        return (gtids == null ? "" : GTIDS + gtids) + "@" + binlog;
    }

    /** @throws IllegalArgumentException if the text was not made by {@link #encode()} */
    public static SourcePosition decode(String text) {
        int at = text.indexOf('@');
        boolean withGtids = at > 0 && text.startsWith(GTIDS);
        if (at != 0 && !withGtids) {
            throw new IllegalArgumentException("not a source position: " + text);
        }
        BinlogPosition binlog = BinlogPosition.parse(text.substring(at + 1))
                .orElseThrow(() -> new IllegalArgumentException("not a source position: " + text));
        return new SourcePosition(withGtids ? GtidSet.parse(text.substring(GTIDS.length(), at)) : null, binlog);
    }

    @Override
    public String toString() {
        return encode();
    }
}
