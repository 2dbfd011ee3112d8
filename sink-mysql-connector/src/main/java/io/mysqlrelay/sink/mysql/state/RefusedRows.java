package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.Refused;
import java.sql.SQLException;
import java.util.List;

/** The rows of {@code refused_rows}: which row changes were left out, without their values. Part of the caller's transaction. */
public final class RefusedRows {
    private final DmlSession session;
    private final String table;
    private final String migration;

    public RefusedRows(DmlSession session, StateTables tables, String migration) {
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
                    "INSERT INTO " + table
                            + " (migration, record_offset, txn, ordinal, db, tbl, op, code, error, left_out_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, LEFT(?, 16000), NOW(6))",
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

    public long count() throws SQLException {
        return session.number("SELECT COUNT(*) FROM " + table + " WHERE migration = ?", migration);
    }
}
