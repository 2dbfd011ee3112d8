package io.mysqlrelay.it;

import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.cases.CaseFolder;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case folder that AnalyticDB can represent ends there as docs/analyticdb.md says; the others name the reason. */
class AnalyticDbCasesIT {
    @TestFactory
    Stream<DynamicNode> cases() {
        MySqlDistribution version = Versions.newer();
        List<CaseFolder> cases = CasesIT.chosen(version.version()).stream()
                .filter(one -> {
                    String reason = one.analyticDb().skipReason();
                    if (!reason.isEmpty()) {
                        Print.line("AnalyticDB: case " + one.name() + " is skipped: " + reason);
                    }
                    one.analyticDb()
                            .leftOut()
                            .forEach((what, why) -> Print.line("AnalyticDB: of case " + one.name() + " statements with "
                                    + what + " are left out: " + why));
                    one.analyticDb()
                            .viewsLeftOut()
                            .forEach((view, why) -> Print.line(
                                    "AnalyticDB: of case " + one.name() + " view " + view + " is left out: " + why));
                    one.analyticDb()
                            .differs()
                            .forEach((what, why) -> Print.line("AnalyticDB: " + what + ", because " + why));
                    return reason.isEmpty();
                })
                .map(CaseFolder::forAnalyticDb)
                .toList();
        AnalyticDbCasesMigration migration = new AnalyticDbCasesMigration(version, cases);
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("the migration runs to its end", migration::run));
        cases.forEach(one -> tests.add(DynamicTest.dynamicTest(one.name(), () -> migration.verify(one))));
        tests.add(DynamicTest.dynamicTest("no statement failed", migration::verifyStatements));
        return tests.stream().onClose(migration::close);
    }
}
