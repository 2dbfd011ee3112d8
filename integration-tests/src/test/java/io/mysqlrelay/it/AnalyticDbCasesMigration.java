package io.mysqlrelay.it;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.cases.CaseFolder;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.util.List;

/** The same into AnalyticDB, with the settings by which most can be represented there. */
final class AnalyticDbCasesMigration extends CasesMigration {
    /** A case may seem to own a database of another one whose name is longer. */
    private final List<CaseFolder> all;

    private AdbStandIn adb;

    AnalyticDbCasesMigration(MySqlDistribution version, List<CaseFolder> cases) {
        super(version, cases);
        this.all = cases;
    }

    @Override
    Migration begin(Stack servers) {
        adb = AdbStandIn.start(servers.target());
        return servers.migration("cases")
                .toAnalyticDb(adb)
                .sink("adb.time.out.of.range", "null")
                .sink("adb.decimal.over.38", "varchar")
                .sink("ddl.type.change.mode", "rebuild")
                .sink("ddl.drop.database.enabled", "true")
                .sink("ddl.views.enabled", "true")
                .sink("ddl.error.policy", "stop");
    }

    @Override
    void verify(CaseFolder one, Stack servers) {
        Equality.checkAnalyticDbWithViews(
                servers.source(), adb, one::owns, view -> all.stream().noneMatch(c -> leavesOut(c, view)));
    }

    private static boolean leavesOut(CaseFolder one, TableName view) {
        return one.owns(view.database()) && one.analyticDb().viewsLeftOut().containsKey(view.table());
    }

    /** Routines, triggers and events are left out, and say so; which views are is compared case by case. */
    @Override
    String unexpectedStates() {
        return "state NOT IN ('applied', 'skipped') AND COALESCE(error, '') NOT LIKE 'RELAY-4070%'";
    }

    @Override
    public void close() {
        if (adb != null) {
            adb.close();
        }
        super.close();
    }
}
