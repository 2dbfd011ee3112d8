package io.mysqlrelay.testkit.kafka;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.testkit.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real broker with its KRaft controller in this JVM, listening on 127.0.0.1 alone. Its folder survives: a broker that
 * is started again on it, also in another JVM, has the same topics with the same ids, records and group offsets.
 */
public final class KafkaBroker implements Broker {
    private final Path folder;
    private final int port;
    private final Map<String, String> settings;
    private KafkaRaftServer server;
    private FolderLock lock;

    private KafkaBroker(Path folder, int port, Map<String, String> overrides) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.settings = BrokerProperties.of(BrokerFolder.data(this.folder), port, FreePort.next());
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

    @Override
    public void start() {
        if (server != null) {
            throw new IllegalStateException("the broker on port " + port + " already runs");
        }
        try {
            Files.createDirectories(folder);
            lock = FolderLock.take(folder);
            BrokerFolder.prepare(folder, settings);
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

    @Override
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

    @Override
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
}
