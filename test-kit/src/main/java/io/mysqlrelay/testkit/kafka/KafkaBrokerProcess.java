package io.mysqlrelay.testkit.kafka;

import io.mysqlrelay.testkit.process.FreePort;
import io.mysqlrelay.testkit.process.GuardedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.Kafka;
import org.apache.kafka.clients.admin.Admin;

/** A real broker in a child JVM, for what a thread cannot stand in for: SIGKILL. It ends with this JVM. */
public final class KafkaBrokerProcess implements Broker {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private final int advertised;
    private GuardedProcess process;

    /**
     * A broker that is not running yet.
     *
     * @param folder for its settings, data and log
     * @param advertised the port on 127.0.0.1 that clients are sent to, where something passes their bytes on to the broker
     */
    public KafkaBrokerProcess(Path folder, int port, int advertised) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.advertised = advertised;
        this.settings = BrokerProperties.of(BrokerFolder.data(this.folder), port, FreePort.next());
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertised);
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + advertised;
    }

    @Override
    public void start() {
        if (isRunning()) {
            throw new IllegalStateException("the broker on port " + port + " already runs");
        }
        try {
            Files.createDirectories(folder);
            Path file = BrokerFolder.prepare(folder, settings);
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Kafka.class.getName(),
                    file.toString());
            process = GuardedProcess.start(command, Map.of(), folder, folder.resolve("broker.log"), null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the broker's folder " + folder, e);
        }
        awaitAnswer();
    }

    @Override
    public void stop() {
        if (isRunning()) {
            process.stop(STOP_LIMIT);
        }
    }

    /** SIGKILL, and waits until the process is gone. The data stays. */
    public void kill() {
        if (isRunning()) {
            process.kill();
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Kills the broker when it still runs. */
    @Override
    public void close() {
        kill();
    }

    /** Asks it where it was started, not where clients are sent: what lies in between may be what a test has broken. */
    private void awaitAnswer() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "default.api.timeout.ms",
                "1000",
                "request.timeout.ms",
                "1000"))) {
            while (isRunning() && System.nanoTime() < deadline) {
                if (answers(admin)) {
                    return;
                }
            }
        }
        throw new IllegalStateException(
                "the broker on port " + port + " did not start; see " + folder.resolve("broker.log"));
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a broker starts", e);
        }
    }
}
