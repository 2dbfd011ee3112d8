package io.mysqlrelay.testkit.connect;

import io.mysqlrelay.testkit.process.FreePort;
import io.mysqlrelay.testkit.process.GuardedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.connect.cli.ConnectDistributed;

/**
 * A real distributed Connect worker in a child JVM, for what a thread cannot stand in for: SIGKILL and SIGSTOP. It can be
 * started again with the same settings and ends with this JVM.
 */
public final class ConnectWorkerProcess implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration DUMP_LIMIT = Duration.ofSeconds(10);

    private final Path folder;
    private final Map<String, String> settings;
    private final List<String> jvmArguments;
    private final ConnectRest rest;
    private Map<String, String> environment = Map.of();
    private GuardedProcess process;

    /**
     * A worker that is not running yet.
     *
     * @param folder for its settings and its log
     * @param overrides worker settings that replace or follow the default ones
     * @param jvmArguments such as {@code -Xmx512m}
     */
    public ConnectWorkerProcess(
            Path folder,
            String bootstrapServers,
            List<Path> pluginFolders,
            Map<String, String> overrides,
            List<String> jvmArguments) {
        int port = FreePort.next();
        this.folder = folder;
        this.settings = WorkerProperties.of(bootstrapServers, port, pluginFolders, overrides);
        this.jvmArguments = List.copyOf(jvmArguments);
        this.rest = new ConnectRest(URI.create("http://127.0.0.1:" + port));
    }

    /** Adds variables to the environment that the worker has from this JVM; counts from its next start. */
    public ConnectWorkerProcess withEnvironment(Map<String, String> variables) {
        this.environment = Map.copyOf(variables);
        return this;
    }

    /** Starts the worker on the same port as before and returns when it takes requests. */
    public void start() {
        launch();
        rest.awaitReady(READY_LIMIT);
    }

    /** Starts the worker without waiting for it. */
    public void launch() {
        if (isRunning()) {
            throw new IllegalStateException("the worker already runs");
        }
        Path file = folder.resolve("worker.properties");
        Properties properties = new Properties();
        properties.putAll(settings);
        try {
            Files.createDirectories(folder);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), ConnectDistributed.class.getName(), file.toString()));
        process = GuardedProcess.start(command, environment, folder, log(), null);
    }

    public ConnectRest rest() {
        return rest;
    }

    /** What the worker says, of all its starts. */
    public Path log() {
        return folder.resolve("worker.log");
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** SIGTERM: the worker stops its tasks in order. */
    public void stop() {
        if (isRunning()) {
            process.stop(STOP_LIMIT);
        }
    }

    /** SIGKILL, and waits until the process is gone. */
    public void kill() {
        if (isRunning()) {
            process.kill();
        }
    }

    /** SIGSTOP: its sessions and locks in the databases stay, while its group thinks it dead. */
    public void pause() {
        process.pause();
    }

    /** SIGCONT after {@link #pause()}. */
    public void resume() {
        process.resume();
    }

    /** Writes what each of the worker's threads does to its {@link #log}, and returns when that is there. */
    public void dumpThreads() {
        if (!isRunning()) {
            return;
        }
        int before = dumps();
        process.dumpThreads();
        long deadline = System.nanoTime() + DUMP_LIMIT.toNanos();
        while (dumps() == before && System.nanoTime() < deadline) {
            process.waitFor(Duration.ofMillis(50));
        }
    }

    private int dumps() {
        try {
            // The last line but those about memory.
            return Files.readString(log(), StandardCharsets.ISO_8859_1).split("\nJNI global refs", -1).length;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log(), e);
        }
    }

    /** Kills the worker when it still runs. */
    @Override
    public void close() {
        kill();
    }
}
