package io.mysqlrelay.testkit.kafka;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.testkit.process.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real broker with its KRaft controller in this JVM, listening on 127.0.0.1 alone. Its folder survives: a broker that
 * is started again on it, also in another JVM, has the same topics with the same ids, records and group offsets.
 */
public final class KafkaBroker implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Map<String, String> settings;
    private KafkaRaftServer server;
    private FolderLock lock;

    private KafkaBroker(Path folder, int port, Map<String, String> overrides) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.settings = BrokerProperties.of(this.folder.resolve("data"), port, FreePort.next());
        this.settings.putAll(overrides);
    }

    /** Starts a broker on a free port with its data in the given folder. */
    public static KafkaBroker start(Path folder) {
        return start(folder, FreePort.next(), Map.of());
    }

    /** @param overrides broker settings that replace or follow the default ones */
    public static KafkaBroker start(Path folder, int port, Map<String, String> overrides) {
        KafkaBroker broker = new KafkaBroker(folder, port, new LinkedHashMap<>(overrides));
        broker.start();
        return broker;
    }

    /** Starts a stopped broker again on the same port; returns when it takes requests. */
    public void start() {
        if (server != null) {
            throw new IllegalStateException("the broker on port " + port + " already runs");
        }
        try {
            Files.createDirectories(folder);
            lock = FolderLock.take(folder);
            format();
            KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server = starting;
            starting.startup();
        } catch (IOException e) {
            stop();
            throw new UncheckedIOException("cannot prepare the broker's folder " + folder, e);
        } catch (RuntimeException e) {
            stop();
            throw e instanceof RelayException
                    ? e
                    : new RelayException(
                            ErrorCode.EMBEDDED_START_FAILED,
                            "the Kafka broker in " + folder + " did not start: " + e.getMessage(),
                            e);
        }
    }

    /** Shuts the broker down in order; its port and data stay reserved for {@link #start()}. */
    public void stop() {
        try {
            if (server != null) {
                server.shutdown();
                server.awaitShutdown();
            }
        } finally {
            server = null;
            if (lock != null) {
                lock.close();
                lock = null;
            }
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        stop();
    }

    private void format() throws IOException {
        Path file = folder.resolve("broker.properties");
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        String[] arguments = {
            "format", "--ignore-formatted", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
        };
        if (Files.exists(folder.resolve("data/meta.properties"))) {
            return;
        }
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int code;
        try (PrintStream output = new PrintStream(words, true, StandardCharsets.UTF_8)) {
            code = StorageTool.execute(arguments, output);
        }
        if (code != 0) {
            throw new RelayException(
                    ErrorCode.EMBEDDED_START_FAILED,
                    "the Kafka broker cannot format " + folder + ": " + words.toString(StandardCharsets.UTF_8));
        }
    }
}
