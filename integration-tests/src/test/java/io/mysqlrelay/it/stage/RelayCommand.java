package io.mysqlrelay.it.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built command as a process, as a user starts it; its output goes into a file. */
public record RelayCommand(Process process, Path file) {
    private static final Path HOME = Path.of("..", "cli", "target", "relay").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** @param folder for the output */
    public static RelayCommand start(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Drelay.home=" + HOME,
                "-cp",
                HOME.resolve("lib") + "/*",
                "io.mysqlrelay.cli.Main"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "relay", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new RelayCommand(builder.start(), output);
    }

    public String output() throws IOException {
        return Files.readString(file);
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /**
     * Ends it as Ctrl-C does, and waits until everything embedded has stopped. SIGTERM takes the same way through the
     * JVM as SIGINT, which a test run started in the background inherits as ignored.
     */
    public void interrupt() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
