package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.sink.check.ReportRows;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of {@code precheck}: the newest report of a migration's sink, worst first. */
public final class PrecheckTable {
    private final DmlSession session;
    private final String table;
    private final String migration;

    public PrecheckTable(DmlSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("precheck");
        this.migration = migration;
    }

    /** In a transaction of its own. */
    public void replace(Report report) throws SQLException {
        session.update("DELETE FROM " + table + " WHERE migration = ?", migration);
        int line = 0;
        for (Object[] row : ReportRows.of(report)) {
            List<Object> values = new ArrayList<>(List.of(migration, ++line));
            values.addAll(Arrays.asList(row));
            session.update(
                    "INSERT INTO " + table + " VALUES (?, ?, NOW(6)" + ", ?".repeat(row.length) + ")",
                    values.toArray());
        }
        session.commit();
    }
}
