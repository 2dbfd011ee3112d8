package io.mysqlrelay.it;

import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.cases.CaseFolder;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case folder, loaded and changed in one migration per server version, is the same on both sides at the end. */
class CasesIT {
    private static final Path CASES = Path.of("cases");

    @TestFactory
    Stream<DynamicContainer> casesOnEveryVersion() {
        return Versions.all().stream()
                .map(version -> DynamicContainer.dynamicContainer("MySQL " + version.version(), tests(version)));
    }

    private static Stream<DynamicNode> tests(MySqlDistribution version) {
        List<CaseFolder> cases = chosen(version.version());
        CasesMigration migration = new CasesMigration(version, cases);
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("the migration runs to its end", migration::run));
        cases.forEach(one -> tests.add(DynamicTest.dynamicTest(one.name(), () -> migration.verify(one))));
        tests.add(DynamicTest.dynamicTest("no statement was skipped or failed", migration::verifyStatements));
        return tests.stream().onClose(migration::close);
    }

    /** Those that run on a server of that version. */
    static List<CaseFolder> chosen(String version) {
        String wanted = System.getProperty("relay.cases", "");
        List<CaseFolder> cases = CaseFolder.all(CASES).stream()
                .filter(one -> wanted.isBlank() || Set.of(wanted.split(",")).contains(one.name()))
                .filter(one -> {
                    one.skippedOn(version)
                            .ifPresent(why ->
                                    Print.line("MySQL " + version + ": case " + one.name() + " is skipped: it " + why));
                    return one.skippedOn(version).isEmpty();
                })
                .toList();
        Print.line("MySQL " + version + ": " + cases.size() + " cases");
        return cases;
    }
}
