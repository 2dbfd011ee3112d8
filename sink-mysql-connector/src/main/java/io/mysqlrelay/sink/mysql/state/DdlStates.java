package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.TargetMeter.DdlTally;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Tells the meter what became of the migration's statements. Counted in {@code ddl_log}, not along the way: operators
 * settle statements too, and after an outage nobody knows which of the last ones were counted.
 */
public final class DdlStates {
    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final DmlSession session;
    private final String query;
    private final String migration;
    private final TargetMeter meter;
    private long last;

    public DdlStates(DmlSession session, StateTables tables, String migration, TargetMeter meter) {
        this.session = session;
        this.query = "SELECT COALESCE(SUM(state IN ('applied', 'replaced')), 0), COALESCE(SUM(state = 'skipped'), 0),"
                + " COALESCE(SUM(state = 'failed'), 0) FROM " + tables.name("ddl_log") + " WHERE migration = ?";
        this.migration = migration;
        this.meter = meter;
    }

    /** Ends the transaction. */
    public void tell() throws SQLException {
        String[] counts = session.rows(query, migration).get(0);
        session.commit();
        meter.ddl(new DdlTally(Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2])));
        last = System.nanoTime();
    }

    /** The same, but not after each of ten thousand definitions. */
    public void tellNowAndThen() throws SQLException {
        if (System.nanoTime() - last > INTERVAL_NANOS) {
            tell();
        }
    }
}
