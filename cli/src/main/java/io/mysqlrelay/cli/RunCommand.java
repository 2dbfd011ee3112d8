package io.mysqlrelay.cli;

import io.mysqlrelay.cli.file.ConnectorSettings;
import io.mysqlrelay.cli.file.MigrationFile;
import io.mysqlrelay.cli.file.Secrets;
import io.mysqlrelay.cli.host.MigrationPrechecks;
import io.mysqlrelay.cli.host.MigrationRun;
import io.mysqlrelay.cli.host.RelayHost;
import io.mysqlrelay.cli.host.Servers;
import io.mysqlrelay.cli.progress.Follower;
import io.mysqlrelay.cli.progress.ProgressPrinter;
import io.mysqlrelay.cli.progress.Terminal;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.ReportTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code relay run FILE}: the user's own servers, everything else embedded; a second run resumes. */
@Command(
        name = "run",
        description = "Runs the migration that FILE describes, or resumes it.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "migration file; config/migration.properties is an example")
    private Path file;

    private volatile boolean interrupted;

    @Override
    public Integer call() throws InterruptedException {
        MigrationFile migration = MigrationFile.read(file);
        Path log = LogFile.at(migration.dataFolder().resolve("relay.log"));
        Map<String, String> source = Secrets.resolve(migration.source());
        Map<String, String> target = Secrets.resolve(migration.target());
        ProgressPrinter printer = new ProgressPrinter(System.out, Terminal.watched());
        printer.note("migration " + migration.name() + ", log in " + log);
        precheck(migration, printer);
        printer.note("Ctrl-C stops it, the same command resumes it");
        Thread stop = null;
        try (RelayHost host = RelayHost.start(migration.dataFolder())) {
            stop = closeOnInterrupt(host, printer);
            MigrationRun run = new MigrationRun(host.rest(), migration.name());
            run.start(ConnectorSettings.of(migration, host.brokerReference()));
            printer.expectRows(Servers.estimateRows(source));
            Follower follower = new Follower(printer, target, ConnectorSettings.topic(migration));
            Optional<String> failure = follower.follow(run::failure);
            failure.ifPresent(reason -> {
                System.err.println("relay: stopped: " + reason);
                System.err.println("relay: nothing is lost; after the remedy the same command continues");
            });
            return failure.isPresent() ? 1 : 0;
        } catch (RuntimeException e) {
            if (interrupted) {
                // The worker went away under the progress display because the user asked for it.
                Thread.sleep(Long.MAX_VALUE);
            }
            throw e;
        } finally {
            if (stop != null && !interrupted) {
                Runtime.getRuntime().removeShutdownHook(stop);
            }
        }
    }

    /**
     * A migration that has begun is not held up: whoever resumes it at night wants it to go on, and it stops by itself
     * where it cannot.
     */
    private static void precheck(MigrationFile migration, ProgressPrinter printer) throws InterruptedException {
        MigrationPrechecks.Outcome found = MigrationPrechecks.run(migration, kind -> true);
        Report report = found.report();
        printer.note("precheck: " + report.summary());
        if (!found.begun() && !report.open().results().isEmpty()) {
            throw new UserError("the migration was not started:\n"
                    + ReportTable.of(report.open(), false, MigrationPrechecks::settingName));
        }
        report.open()
                .results()
                .forEach(r -> printer.note("precheck " + r.finding().severity().text() + ": " + r.text()));
    }

    private Thread closeOnInterrupt(RelayHost host, ProgressPrinter printer) {
        Thread stop = new Thread(
                () -> {
                    interrupted = true;
                    printer.note("stopping");
                    host.close();
                    printer.note("stopped; the same command resumes");
                },
                "relay-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        return stop;
    }
}
