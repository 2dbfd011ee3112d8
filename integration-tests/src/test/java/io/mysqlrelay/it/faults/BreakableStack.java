package io.mysqlrelay.it.faults;

import io.mysqlrelay.it.stage.Accounts;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.WorkerPair;
import io.mysqlrelay.testkit.adb.AdbProcesses;
import io.mysqlrelay.testkit.adb.AdbProcesses.Kill;
import io.mysqlrelay.testkit.adb.AdbProcesses.Listing;
import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.connect.ConnectWorkerProcess;
import io.mysqlrelay.testkit.kafka.KafkaBrokerProcess;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.mysql.MySqlServerBuilder;
import io.mysqlrelay.testkit.network.TcpProxy;
import io.mysqlrelay.testkit.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** Every part is a process of its own, and the worker reaches all others through networks that can be paused. */
public final class BreakableStack implements AutoCloseable {
    /** A network that is paused as long makes Kafka give the worker's tasks to another. */
    static final int MAX_POLL_INTERVAL_MILLIS = 5_000;

    /** Longer than any pause of the network. */
    private static final int SOCKET_TIMEOUT_SECONDS = 10;

    /** By which a statement that the cluster carries out late has ended. */
    static final int LATEST_MILLIS = 1_000 * SOCKET_TIMEOUT_SECONDS - 2_000;

    private final Stack stack;
    private final KafkaBrokerProcess broker;
    private final WorkerPair workers;
    private final TcpProxy toSource;
    private final TcpProxy toTarget;
    private final TcpProxy toBroker;
    /** Null when the target is MySQL. */
    private final AdbStandIn adb;

    private BreakableStack(Stack stack, KafkaBrokerProcess broker, TcpProxy toBroker, AdbStandIn adb) {
        this.stack = stack;
        this.broker = broker;
        this.toBroker = toBroker;
        this.adb = adb;
        this.toSource = TcpProxy.start(FreePort.next(), stack.source().port());
        this.toTarget =
                TcpProxy.start(FreePort.next(), adb == null ? stack.target().port() : adb.port());
        this.workers = new WorkerPair(stack);
    }

    /** With a worker; the target's tables lie in one tablespace of limited size. */
    public static BreakableStack start(MySqlDistribution version) {
        return start(Tablespace.shared(Stack.server(version)), Tablespace.limit(Stack.server(version)), false);
    }

    /** With a worker; the target is AnalyticDB, as far as a stand-in before a server is. */
    public static BreakableStack startForAnalyticDb(MySqlDistribution version) {
        return start(Stack.server(version), Stack.server(version), true);
    }

    private static BreakableStack start(MySqlServerBuilder source, MySqlServerBuilder target, boolean analyticDb) {
        int port = FreePort.next();
        TcpProxy toBroker = TcpProxy.start(FreePort.next(), port);
        AtomicReference<KafkaBrokerProcess> broker = new AtomicReference<>();
        Stack stack = Stack.startWithoutWorker(source, target, folder -> {
            broker.set(new KafkaBrokerProcess(folder, port, toBroker.port()));
            broker.get().start();
            return broker.get();
        });
        AdbStandIn adb = analyticDb ? AdbStandIn.start(stack.target()) : null;
        BreakableStack breakable = new BreakableStack(stack, broker.get(), toBroker, adb);
        breakable.worker().start();
        return breakable;
    }

    public Migration migration(String name) {
        Migration migration = Migration.through(stack, workers::rest, name);
        if (adb != null) {
            // What a session has sent into a paused network must have arrived, or be lost, before the next owner
            // begins.
            migration.toAnalyticDb(adb).sink("adb.socket.timeout.seconds", Integer.toString(SOCKET_TIMEOUT_SECONDS));
        }
        return migration
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

    public AdbStandIn adb() {
        return adb;
    }

    /** Lets the cluster's sessions see and end each other as little as random says; the same until it is asked again. */
    public void limitProcesses(Random random) {
        AdbProcesses processes = adb.faults().processes();
        Listing listing = anyOf(List.of(Listing.values()), random);
        Kill kill = anyOf(List.of(Kill.values()), random);
        Duration delay = Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(3_000));
        Print.line("SHOW PROCESSLIST: " + listing + ", KILL PROCESS: " + kill + " after " + delay.toMillis() + " ms");
        processes.listing(listing);
        processes.kill(kill);
        processes.killTakes(delay);
    }

    private static <T> T anyOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Of the sink's sessions, as the target's server sees them. */
    String targetUser() {
        return adb == null ? Accounts.USER : adb.backingUser();
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
        if (adb != null) {
            adb.close();
        }
        stack.close();
    }
}
