package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.ReportJson;
import io.mysqlrelay.core.precheck.State;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;

/** The rows of {@code precheck}: the newest report of a migration's sink, worst first. */
public final class PrecheckTable {
    /** Of a column of type TEXT, in characters of four bytes. */
    private static final int LONGEST = 16_000;

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
        for (CheckResult result : report.results()) {
            Finding finding = result.finding();
            session.update(
                    "INSERT INTO " + table + " VALUES (?, ?, NOW(6), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    migration,
                    ++line,
                    result.kind().id(),
                    result.kind().label(),
                    result.side().text(),
                    finding.state().text(),
                    finding.state() == State.FAILED ? finding.severity().text() : null,
                    finding.code() == null ? null : finding.code().id(),
                    cut(finding.found()),
                    ReportJson.list(finding.objects()),
                    cut(finding.instruction()),
                    result.setting(),
                    result.ignored() ? 1 : 0);
        }
        session.commit();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
