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
    private final List<CaseFolder> cases;
    private AdbStandIn adb;

    AnalyticDbCasesMigration(MySqlDistribution version, List<CaseFolder> cases) {
        super(version, cases);
        this.cases = cases;
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
                servers.source(),
                adb,
                database -> one.owns(database) && !isAnothers(database, one),
                view -> cases.stream().noneMatch(c -> leavesOut(c, view)),
                one.analyticDb().differs().keySet());
    }

    /** Databases of the case json-documents have names as those that the case json may make. */
    private boolean isAnothers(String database, CaseFolder one) {
        return cases.stream()
                .anyMatch(other -> other.owns(database)
                        && other.database().length() > one.database().length());
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
