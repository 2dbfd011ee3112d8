package io.mysqlrelay.it.faults;

import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.WorkerPair;
import io.mysqlrelay.testkit.connect.ConnectWorkerProcess;
import io.mysqlrelay.testkit.kafka.KafkaBrokerProcess;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.network.TcpProxy;
import io.mysqlrelay.testkit.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Every part is a process of its own, and the worker reaches all others through networks that can be paused. */
public final class BreakableStack implements AutoCloseable {
    /** A network that is paused as long makes Kafka give the worker's tasks to another. */
    static final int MAX_POLL_INTERVAL_MILLIS = 5_000;

    private final Stack stack;
    private final KafkaBrokerProcess broker;
    private final WorkerPair workers;
    private final TcpProxy toSource;
    private final TcpProxy toTarget;
    private final TcpProxy toBroker;

    private BreakableStack(Stack stack, KafkaBrokerProcess broker, TcpProxy toBroker) {
        this.stack = stack;
        this.broker = broker;
        this.toBroker = toBroker;
        this.toSource = TcpProxy.start(FreePort.next(), stack.source().port());
        this.toTarget = TcpProxy.start(FreePort.next(), stack.target().port());
        this.workers = new WorkerPair(stack);
    }

    /** With a worker; the target's tables lie in one tablespace of limited size. */
    public static BreakableStack start(MySqlDistribution version) {
        int port = FreePort.next();
        TcpProxy toBroker = TcpProxy.start(FreePort.next(), port);
        AtomicReference<KafkaBrokerProcess> broker = new AtomicReference<>();
        Stack stack = Stack.startWithoutWorker(
                Tablespace.shared(Stack.server(version)), Tablespace.limit(Stack.server(version)), folder -> {
                    broker.set(new KafkaBrokerProcess(folder, port, toBroker.port()));
                    broker.get().start();
                    return broker.get();
                });
        BreakableStack breakable = new BreakableStack(stack, broker.get(), toBroker);
        breakable.worker().start();
        return breakable;
    }

    public Migration migration(String name) {
        return Migration.through(stack, workers::rest, name)
                .source("database.port", Integer.toString(toSource.port()))
                .sink("connection.url", "jdbc:mysql://127.0.0.1:" + toTarget.port() + "/")
                .sink("consumer.override.session.timeout.ms", "4000")
                .sink("consumer.override.heartbeat.interval.ms", "500")
                .sink("consumer.override.max.poll.interval.ms", Integer.toString(MAX_POLL_INTERVAL_MILLIS));
    }

    public MySqlServer source() {
        return stack.source();
    }

    public MySqlServer target() {
        return stack.target();
    }

    KafkaBrokerProcess broker() {
        return broker;
    }

    ConnectWorkerProcess worker() {
        return workers.first();
    }

    TcpProxy toSource() {
        return toSource;
    }

    TcpProxy toTarget() {
        return toTarget;
    }

    TcpProxy toBroker() {
        return toBroker;
    }

    /**
     * The worker's log, with what its threads do now as its end.
     *
     * @return where it is found when the stack is gone
     */
    public Path keepLog(String name) {
        worker().dumpThreads();
        try {
            Path kept = Files.createDirectories(Path.of("target", "faults").toAbsolutePath())
                    .resolve(name + "-" + System.currentTimeMillis() + ".log");
            return Files.copy(worker().log(), kept);
        } catch (IOException e) {
            throw new UncheckedIOException("the worker's log cannot be kept", e);
        }
    }

    @Override
    public void close() {
        workers.close();
        List.of(toSource, toTarget, toBroker).forEach(TcpProxy::close);
        stack.close();
    }
}
