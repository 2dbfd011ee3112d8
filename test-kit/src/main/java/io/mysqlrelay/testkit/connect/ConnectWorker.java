package io.mysqlrelay.testkit.connect;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.testkit.process.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;

/** A real distributed Connect worker in this JVM, with its REST interface on 127.0.0.1. */
public final class ConnectWorker implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    private final Connect<DistributedHerder> connect;
    private final ConnectRest rest;

    private ConnectWorker(Connect<DistributedHerder> connect, ConnectRest rest) {
        this.connect = connect;
        this.rest = rest;
    }

    /** Starts a worker on a free port that loads the plugins of the given folders. */
    public static ConnectWorker start(String bootstrapServers, List<Path> pluginFolders) {
        return start(bootstrapServers, FreePort.next(), pluginFolders, Map.of());
    }

    /**
     * Starts a worker and returns when it takes requests.
     *
     * @param pluginFolders each holds one folder per plugin
     * @param overrides worker settings that replace or follow the default ones
     */
    public static ConnectWorker start(
            String bootstrapServers, int port, List<Path> pluginFolders, Map<String, String> overrides) {
        Map<String, String> settings = WorkerProperties.of(bootstrapServers, port, pluginFolders, overrides);
        ConnectWorker worker =
                new ConnectWorker(startConnect(settings), new ConnectRest(URI.create("http://127.0.0.1:" + port)));
        try {
            worker.rest.awaitReady(READY_LIMIT);
        } catch (RuntimeException e) {
            worker.close();
            throw e;
        }
        return worker;
    }

    public ConnectRest rest() {
        return rest;
    }

    /** Stops all connectors and tasks in order, then the worker. */
    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }

    private static Connect<DistributedHerder> startConnect(Map<String, String> settings) {
        AtomicReference<Connect<DistributedHerder>> started = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        // The start replaces the context class loader of its thread, which the caller's must keep.
        Thread starter =
                new Thread(() -> started.set(new ConnectDistributed().startConnect(settings)), "connect-start");
        starter.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a Connect worker starts", e);
        }
        if (failure.get() != null) {
            throw new RelayException(
                    ErrorCode.EMBEDDED_START_FAILED,
                    "the Connect worker did not start: " + failure.get().getMessage(),
                    failure.get());
        }
        return started.get();
    }
}
