package io.mysqlrelay.sink.apply;

import io.mysqlrelay.sink.order.Verdict;
import java.util.EnumMap;
import java.util.Map;

/** What became of the records of one session. Used by the poll thread. */
final class Counters {
    private final Map<Verdict, Long> byVerdict = new EnumMap<>(Verdict.class);
    private long rows;
    private long statements;
    private long skipped;
    private long redelivered;

    void judged(Verdict verdict) {
        byVerdict.merge(verdict, 1L, Long::sum);
    }

    void row() {
        rows++;
    }

    void statement() {
        statements++;
    }

    /** A change of a keyless table that its loaded rows already contain. */
    void skipped() {
        skipped++;
    }

    /** A record below the offset that is taken in. */
    void redelivered() {
        redelivered++;
    }

    @Override
    public String toString() {
        return rows + " row changes, " + statements + " statements, " + skipped + " contained in snapshots, "
                + redelivered + " read twice, records by verdict " + byVerdict;
    }
}
