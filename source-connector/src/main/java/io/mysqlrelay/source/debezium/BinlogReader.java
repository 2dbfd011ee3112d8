package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.network.ServerException;
import io.debezium.connector.binlog.jdbc.BinlogConnectorConnection;
import io.debezium.connector.mysql.MySqlOffsetContext;
import io.debezium.connector.mysql.MySqlPartition;
import io.debezium.connector.mysql.MySqlStreamingChangeEventSource;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the binlog on a thread of its own and hands events to a handler until told to stop. The first failure, of the
 * connection or of the handler, ends the reading; nothing that follows it is handled.
 */
class BinlogReader extends MySqlStreamingChangeEventSource {
    private static final Logger LOG = LoggerFactory.getLogger(BinlogReader.class);
    private static final long POLL_MILLIS = 50;
    private static final long DEAD_AFTER_INTERVALS = 30;
    private static final long DEAD_AFTER_MILLIS = 60_000;
    private static final long NET_WRITE_SECONDS = 86_400;
    private static final long LEAVE_MILLIS = 10_000;
    private static final int FATAL_READING_BINLOG = 1236;

    /** Above the last one. */
    private static final long SERVER_IDS = 1L << 32;

    private final long serverHeartbeatMillis;
    private final long connectMillis;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile Throwable failure;
    private volatile boolean handling;
    private volatile long lastEvent;
    private volatile long waited;
    private volatile boolean left;

    BinlogReader(Assembly assembly, BinaryLogClient client) {
        super(
                assembly.connectorConfig(),
                answering(assembly.connection()),
                assembly.dispatcher(),
                assembly.errorHandler(),
                assembly.clock(),
                assembly.taskContext(),
                assembly.schema(),
                assembly.metrics(),
                null,
                client);
        long configured = assembly.config().heartbeatIntervalMs();
        this.serverHeartbeatMillis = configured > 0 ? configured : 1_000;
        this.connectMillis = assembly.config().server().connectTimeoutMs();
    }

    /** It idles with the server's patience while rows are read, and is asked for its TLS before the binlog is read. */
    private static BinlogConnectorConnection answering(BinlogConnectorConnection connection) {
        try {
            // The question alone makes the driver give up a connection that is dead; then the next use opens another.
            LOG.debug("The connection that is asked for the server's TLS answers: {}", connection.isValid());
            return connection;
        } catch (SQLException e) {
            throw new SourceUnreachable("looking after a connection to the source", e);
        }
    }

    /**
     * A reader that may run while another one of this task does: a server ends the connection of a reader when another
     * with its id comes.
     */
    static BinlogReader second(Assembly assembly) {
        BinaryLogClient client = Assembly.newClient(assembly.connectorConfig());
        BinlogReader reader = new BinlogReader(assembly, client);
        long first = assembly.connectorConfig().getServerId();
        long mirrored = SERVER_IDS - first;
        client.setServerId(mirrored == first ? first + 1 : mirrored);
        return reader;
    }

    /** Takes events in order, on the reading thread. */
    @FunctionalInterface
    interface Handler {
        void handle(Event event) throws IOException, InterruptedException;
    }

    // Called by the superclass's constructor.
    @Override
    protected EventDeserializer createEventDeserializer() {
        return new BinlogEvents();
    }

    /** @param done asked between events; true ends the reading */
    void read(ChangeEventSourceContext context, SourcePosition from, Handler handler, BooleanSupplier done)
            throws InterruptedException {
        BinaryLogClient client = getBinaryLogClient();
        client.setThreadFactory(run -> {
            Thread thread = new Thread(run, "relay-binlog");
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        });
        // A reconnect by the client would go on in the middle of a transaction.
        client.setKeepAlive(false);
        client.setHeartbeatInterval(serverHeartbeatMillis);
        // While Kafka is slow or the connector is paused nobody takes events; the server must wait for us.
        client.setNetWriteTimeout(NET_WRITE_SECONDS);
        if (from.gtids() == null) {
            client.setBinlogFilename(from.binlog().file());
            client.setBinlogPosition(from.binlog().offset());
        } else {
            // An empty name makes the client keep the set even when it is empty: without it, a source that has executed
            // nothing yet ends in a NullPointerException.
            client.setBinlogFilename("");
            client.setBinlogPosition(4);
            client.setGtidSet(from.gtids().toString());
        }
        client.registerEventListener(event -> accept(event, handler));
        client.registerLifecycleListener(new Failures());
        lastEvent = System.nanoTime();
        try {
            connect(client);
            while (context.isRunning() && failure == null && !done.getAsBoolean()) {
                checkAlive();
                Thread.sleep(POLL_MILLIS);
            }
        } finally {
            leave(client);
        }
        if (failure != null && context.isRunning()) {
            throw failure instanceof RuntimeException e ? e : new SourceUnreachable("reading the binlog", failure);
        }
    }

    private void connect(BinaryLogClient client) {
        try {
            client.connect(connectMillis);
        } catch (IOException e) {
            throw translated(e);
        } catch (TimeoutException e) {
            throw new SourceUnreachable("connecting to the source's binlog", e);
        }
    }

    private void accept(Event event, Handler handler) {
        if (failure != null || left) {
            return;
        }
        handling = true;
        waited = System.nanoTime() - lastEvent;
        try {
            onEvent(null, event);
            handler.handle(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(new SourceUnreachable("interrupted while reading the binlog", e));
        } catch (IOException | RuntimeException e) {
            failed(
                    e instanceof RelayException || e instanceof SourceUnreachable
                            ? e
                            : new RelayException(ErrorCode.BINLOG_UNREADABLE, "event " + event.getHeader(), e));
        } finally {
            lastEvent = System.nanoTime();
            handling = false;
        }
    }

    /**
     * True if the heartbeat of the server that is being handled was sent just now: the reader waited for it. One that was
     * there already was sent at an unknown moment, while this reader, or its whole process, was held up, and changes may
     * have followed it since.
     */
    boolean heartbeatIsFresh() {
        long interval = TimeUnit.MILLISECONDS.toNanos(serverHeartbeatMillis);
        return waited >= interval / 10 && waited <= interval * 10;
    }

    private void failed(Throwable cause) {
        if (failure == null && !left) {
            failure = cause;
        }
    }

    /** A dead peer sends nothing at all; a living one at least its heartbeat. */
    private void checkAlive() {
        long silentMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastEvent);
        if (!handling && silentMillis > Math.max(DEAD_AFTER_MILLIS, serverHeartbeatMillis * DEAD_AFTER_INTERVALS)) {
            failed(new SourceUnreachable(
                    "no event and no heartbeat from the source for " + silentMillis + " ms", null));
        }
    }

    private void leave(BinaryLogClient client) {
        left = true;
        try {
            client.disconnect();
        } catch (IOException e) {
            LOG.debug("closing the binlog connection", e);
        }
        // The reading thread may wait for a place in the queue that nobody empties any more.
        threads.forEach(Thread::interrupt);
        long deadline = System.currentTimeMillis() + LEAVE_MILLIS;
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, deadline - System.currentTimeMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static RuntimeException translated(Exception e) {
        if (e instanceof ServerException server && !RelayErrorHandler.passing(server)) {
            String text = server.getMessage() == null ? "" : server.getMessage();
            String detail = "the source says: " + text;
            if (server.getErrorCode() != FATAL_READING_BINLOG || text.contains("same server_uuid/server_id")) {
                return new RelayException(ErrorCode.BINLOG_REFUSED, detail, e);
            }
            if (text.contains("more GTIDs")) {
                return new RelayException(ErrorCode.SOURCE_BEHIND, detail, e);
            }
            boolean purged = text.contains("purged") || text.contains("Could not find") || text.contains("position");
            return new RelayException(purged ? ErrorCode.BINLOG_PURGED : ErrorCode.BINLOG_UNREADABLE, detail, e);
        }
        return new SourceUnreachable("reading the source's binlog", e);
    }

    @Override
    public void execute(ChangeEventSourceContext context, MySqlPartition partition, MySqlOffsetContext offset)
            throws InterruptedException {
        throw new UnsupportedOperationException("reads only what read() is told to");
    }

    /** What the client reports beside events. */
    private final class Failures extends BinaryLogClient.AbstractLifecycleListener {
        @Override
        public void onCommunicationFailure(BinaryLogClient client, Exception e) {
            failed(translated(e));
        }

        @Override
        public void onEventDeserializationFailure(BinaryLogClient client, Exception e) {
            // The client goes on with the next event after this call; that must not be handled.
            String at = "after " + client.getBinlogFilename() + ":" + client.getBinlogPosition();
            failed(e instanceof RelayException ? e : new RelayException(ErrorCode.BINLOG_UNREADABLE, at, e));
        }

        @Override
        public void onDisconnect(BinaryLogClient client) {
            failed(new SourceUnreachable("the source closed the binlog connection", null));
        }
    }
}
