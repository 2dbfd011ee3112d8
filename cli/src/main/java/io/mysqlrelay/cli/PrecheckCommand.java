package io.mysqlrelay.cli;

import io.mysqlrelay.cli.file.MigrationFile;
import io.mysqlrelay.cli.host.MigrationPrechecks;
import io.mysqlrelay.cli.progress.Terminal;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.ReportJson;
import io.mysqlrelay.core.precheck.ReportTable;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code relay precheck FILE}: everything that can be said about both servers before anything is started. */
@Command(
        name = "precheck",
        description = "Tells what stands in the way of the migration in FILE, and the statements that end it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing stands in the way",
            "1:errors",
            "2:a mistake in the call or in FILE",
            "3:alerts that are not ignored, no errors"
        })
final class PrecheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "migration file")
    private Path file;

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
        MigrationFile migration = MigrationFile.read(file);
        LogFile.at(migration.dataFolder().resolve("precheck.log"));
        Report report = MigrationPrechecks.run(migration, kinds::contains).report();
        System.out.print(
                json
                        ? ReportJson.of(report)
                        : ReportTable.of(report, Terminal.watched(), MigrationPrechecks::settingName));
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
