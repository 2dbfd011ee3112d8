package io.mysqlrelay.sink.state;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.jdbc.TargetSession;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.Refused;
import java.sql.SQLException;
import java.util.List;

/** The rows of {@code refused_rows}: which row changes were left out, without their values. */
public final class RefusedRows {
    private final TargetSession session;
    private final String table;
    private final String migration;
    private final String error;

    /** @param error SQL for the error's text, with its parameter */
    public RefusedRows(TargetSession session, OwnTables tables, String migration, String error) {
        this.session = session;
        this.table = tables.name("refused_rows");
        this.migration = migration;
        this.error = error;
    }

    /**
     * Part of the caller's transaction, in a target that has any; in another a row takes the place of the same one.
     *
     * @param origins knows where each comes from
     */
    public void add(List<Refused> rows, Origins origins) throws SQLException {
        for (Refused row : rows) {
            RowChange change = row.change();
            Origins.Place place = origins.of(change);
            session.update(
                    "REPLACE INTO " + table
                            + " (migration, record_offset, txn, ordinal, db, tbl, op, code, error, left_out_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, " + error + ", " + session.now() + ")",
                    migration,
                    place.offset(),
                    place.transaction(),
                    place.ordinal(),
                    change.shape().table().database(),
                    change.shape().table().table(),
                    change.op().name(),
                    row.failure().code().id(),
                    row.failure().getMessage());
        }
    }

    /** How many were left out, ever. */
    public long count() throws SQLException {
        return session.number("SELECT COUNT(*) FROM " + table + " WHERE migration = ?", migration);
    }
}
