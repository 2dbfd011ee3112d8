package io.mysqlrelay.cli;

import io.mysqlrelay.cli.demo.Demo;
import io.mysqlrelay.cli.demo.DemoTarget;
import io.mysqlrelay.cli.progress.ProgressPrinter;
import io.mysqlrelay.cli.progress.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code relay demo}: the whole job on this machine, with the proof at the end. */
@Command(
        name = "demo",
        description = "Moves a shop database between two embedded servers while it is written to, then compares both.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--seed",
            description = "seed of the writers' random choices (default: ${DEFAULT-VALUE})",
            defaultValue = "42")
    private long seed;

    @Option(
            names = "--seconds",
            description = "how long rows and statements are written after the full load (default: ${DEFAULT-VALUE})",
            defaultValue = "20")
    private int seconds;

    @Option(
            names = "--target",
            description = "mysql, or analyticdb: a stand-in with its documented rules (default: ${DEFAULT-VALUE})",
            defaultValue = "mysql")
    private DemoTarget.Kind target;

    @Option(
            names = "--rows",
            description = "about how many rows the shop has at first (default: ${DEFAULT-VALUE})",
            defaultValue = "600000")
    private int rows;

    @Override
    public Integer call() throws Exception {
        Path log = LogFile.at(Path.of(".relay", "demo.log"));
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        ProgressPrinter printer = new ProgressPrinter(System.out, Terminal.watched());
        return new Demo(printer, target, seed, seconds, rows).run() ? 0 : 1;
    }
}
