package io.mysqlrelay.cli;

import io.mysqlrelay.cli.file.ConnectorFiles;
import io.mysqlrelay.cli.file.MigrationFile;
import io.mysqlrelay.cli.host.MigrationPrechecks;
import io.mysqlrelay.cli.progress.Terminal;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.ReportJson;
import io.mysqlrelay.core.precheck.ReportTable;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code relay precheck FILE}: everything that can be said about both servers before anything is started. */
@Command(
        name = "precheck",
        description = "Tells what stands in the way of a migration, and the statements that end it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing stands in the way",
            "1:errors",
            "2:a mistake in the call or in FILE",
            "3:alerts that are not ignored, no errors"
        })
final class PrecheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..2",
            paramLabel = "FILE",
            description = "a migration file; or the JSON of a source connector, of a sink connector, or of both")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "data instead of a table")
    private boolean json;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "ID",
            description = "only the checks with these ids, for example --only P03,P04")
    private List<String> only = List.of();

    @Override
    public Integer call() throws InterruptedException {
        Set<CheckKind> kinds = kinds();
        Report report;
        Function<CheckResult, String> names;
        if (ConnectorFiles.are(files)) {
            LogFile.at(Path.of(".relay", "precheck.log"));
            report = MigrationPrechecks.run(ConnectorFiles.read(files), kinds::contains)
                    .report();
            names = CheckResult::setting;
        } else if (files.size() > 1) {
            throw new UserError("A migration file has both sides; two files are a source's and a sink's JSON.");
        } else {
            MigrationFile migration = MigrationFile.read(files.get(0));
            LogFile.at(migration.dataFolder().resolve("precheck.log"));
            report = MigrationPrechecks.run(migration, kinds::contains).report();
            names = MigrationPrechecks::settingName;
        }
        System.out.print(json ? ReportJson.of(report) : ReportTable.of(report, Terminal.watched(), names));
        if (!report.errors().isEmpty()) {
            return 1;
        }
        return report.openAlerts().isEmpty() ? 0 : 3;
    }

    private Set<CheckKind> kinds() {
        Set<CheckKind> kinds = EnumSet.noneOf(CheckKind.class);
        for (String id : only) {
            try {
                kinds.add(CheckKind.of(id));
            } catch (IllegalArgumentException e) {
                throw new UserError("--only: " + e.getMessage() + ". docs/prechecks.md lists them.", e);
            }
        }
        return kinds.isEmpty() ? EnumSet.allOf(CheckKind.class) : kinds;
    }
}
