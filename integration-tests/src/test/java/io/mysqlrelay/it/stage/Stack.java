package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectWorker;
import io.mysqlrelay.testkit.kafka.Broker;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.mysql.MySqlServerBuilder;
import io.mysqlrelay.testkit.process.Folders;
import io.mysqlrelay.testkit.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What a migration needs around it: a source, a target, a broker and, in this JVM, a worker with the built archives. */
public final class Stack implements AutoCloseable {
    private static final Map<String, Stack> SHARED = new ConcurrentHashMap<>();

    private final MySqlServer source;
    private final MySqlServer target;
    private final Broker broker;
    private final Path folder;
    private ConnectWorker worker;

    private Stack(MySqlServer source, MySqlServer target, Broker broker, Path folder) {
        this.source = source;
        this.target = target;
        this.broker = broker;
        this.folder = folder;
    }

    /** One for all tests that do it no harm; {@link SharedStacks} ends it. Migrations must have names of their own. */
    public static Stack shared(MySqlDistribution version) {
        return SHARED.computeIfAbsent(version.version(), key -> start(version));
    }

    static void closeShared() {
        SHARED.values().forEach(Stack::close);
        SHARED.clear();
    }

    /** Both servers of one version, and a worker. */
    public static Stack start(MySqlDistribution version) {
        Stack stack = startWithoutWorker(server(version), server(version));
        stack.startWorker();
        return stack;
    }

    public static MySqlServerBuilder server(MySqlDistribution version) {
        return MySqlServer.builder().distribution(version);
    }

    /** Accounts are created on both servers. */
    public static Stack startWithoutWorker(MySqlServerBuilder source, MySqlServerBuilder target) {
        return startWithoutWorker(source, target, KafkaBroker::start);
    }

    /** @param broker starts one with its files in the given folder */
    public static Stack startWithoutWorker(
            MySqlServerBuilder source, MySqlServerBuilder target, Function<Path, Broker> broker) {
        MySqlServer started = source.start();
        MySqlServer second = target.start();
        Accounts.createOnSource(started);
        Accounts.createOnTarget(second);
        Print.line("source MySQL " + started.version() + ", target MySQL " + second.version());
        try {
            Path folder = Files.createTempDirectory("relay-stack-");
            return new Stack(started, second, broker.apply(folder.resolve("kafka")), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for a broker", e);
        }
    }

    public void startWorker() {
        worker = ConnectWorker.start(broker.bootstrapServers(), FreePort.next(), Plugins.path(), Map.of());
    }

    /** Stops the worker in order, as a rolling restart does. */
    public void stopWorker() {
        worker.close();
        worker = null;
    }

    public MySqlServer source() {
        return source;
    }

    public MySqlServer target() {
        return target;
    }

    public Broker broker() {
        return broker;
    }

    /** For settings and logs of further workers; deleted at the end. */
    public Path folder() {
        return folder;
    }

    public ConnectRest rest() {
        return worker.rest();
    }

    /** Whether anything was ever written to the topic; false for one that does not exist. */
    public boolean hasRecords(String topic) {
        return TopicEnds.latest(broker.bootstrapServers(), topic) > 0;
    }

    /** A migration of the databases whose names begin with the given name. */
    public Migration migration(String name) {
        return new Migration(this, this::rest, name);
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
        broker.close();
        source.close();
        target.close();
        Folders.delete(folder);
    }
}
