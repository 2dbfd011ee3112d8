package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.session.Clock;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.Refused;
import java.sql.SQLException;
import java.util.List;

/** The rows of {@code refused_rows}: row changes that were left out, without their values. */
public final class RefusedRows {
    private final AdbSession session;
    private final String table;
    private final String migration;

    public RefusedRows(AdbSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("refused_rows");
        this.migration = migration;
    }

    /** @param origins knows where each comes from */
    public void add(List<Refused> rows, Origins origins) throws SQLException {
        for (Refused row : rows) {
            RowChange change = row.change();
            Origins.Place place = origins.of(change);
            session.update(
                    "REPLACE INTO " + table
                            + " (migration, record_offset, txn, ordinal, db, tbl, op, code, error, left_out_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    migration,
                    place.offset(),
                    place.transaction(),
                    place.ordinal(),
                    change.shape().table().database(),
                    change.shape().table().table(),
                    change.op().name(),
                    row.failure().code().id(),
                    row.failure().getMessage(),
                    Clock.now());
        }
    }

    /** How many were left out, ever. */
    public long count() throws SQLException {
        return Long.parseLong(session.text("SELECT COUNT(*) FROM " + table + " WHERE migration = ?", migration));
    }
}
