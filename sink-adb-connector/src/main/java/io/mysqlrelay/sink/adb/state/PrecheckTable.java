package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.session.Clock;
import io.mysqlrelay.sink.check.ReportRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of {@code precheck}: the newest report of a migration's sink, worst first. */
public final class PrecheckTable {
    private final AdbSession session;
    private final String table;
    private final String migration;

    public PrecheckTable(AdbSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("precheck");
        this.migration = migration;
    }

    public void replace(Report report) throws SQLException {
        session.update("DELETE FROM " + table + " WHERE migration = ?", migration);
        List<Object> values = new ArrayList<>();
        List<Object[]> rows = ReportRows.of(report);
        for (int i = 0; i < rows.size(); i++) {
            values.addAll(List.of(migration, i + 1, Clock.now()));
            values.addAll(Arrays.asList(rows.get(i)));
        }
        String row = "(?, ?, ?" + ", ?".repeat(ReportRows.COLUMNS.size()) + ")";
        session.update(
                "REPLACE INTO " + table + " (migration, line, made_at, " + String.join(", ", ReportRows.COLUMNS)
                        + ") VALUES " + row + ("," + row).repeat(rows.size() - 1),
                values.toArray());
    }
}
