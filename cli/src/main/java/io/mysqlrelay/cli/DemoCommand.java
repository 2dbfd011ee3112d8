package io.mysqlrelay.cli;

import io.mysqlrelay.cli.demo.Demo;
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
        description =
                "Moves a shop database between two embedded MySQL servers while it is written to, then compares both.",
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

    @Override
    public Integer call() throws Exception {
        Path log = LogFile.at(Path.of(".relay", "demo.log"));
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        return new Demo(new ProgressPrinter(System.out, Terminal.watched()), seed, seconds).run() ? 0 : 1;
    }
}
