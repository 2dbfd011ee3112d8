package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.connect.ConnectWorkerProcess;
import io.mysqlrelay.testkit.connect.PluginZip;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.mysql.MySqlServerBuilder;
import io.mysqlrelay.testkit.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The source, one broker in this JVM, and for each contender a target and a Connect worker of its own: in a worker that they
 * share, the first would pay for compiling what all of them use.
 */
final class TestBed implements AutoCloseable {
    /** What every server is started with besides its version's defaults. */
    static final Map<String, String> SERVER_OPTIONS = Map.of(
            "innodb-flush-log-at-trx-commit", "1",
            "sync-binlog", "1",
            "innodb-buffer-pool-size", "1G",
            "innodb-log-file-size", "256M");

    /** What {@link #processes} calls the worker. */
    static final String CONNECT = "Connect";

    private static final String NEWER_VERSION = "8.0.33";

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final Map<Contender, ConnectWorkerProcess> workers = new HashMap<>();
    private MySqlServer source;
    private KafkaBroker broker;
    private Path folder;

    private TestBed() {}

    /**
     * Starts everything. The source is empty.
     *
     * @param home the repository's folder
     */
    static TestBed start(Options options, Path home) {
        TestBed bed = new TestBed();
        try {
            bed.open(options, home);
            return bed;
        } catch (RuntimeException | IOException e) {
            bed.close();
            throw e instanceof RuntimeException known ? known : new UncheckedIOException((IOException) e);
        }
    }

    MySqlServer source() {
        return source;
    }

    List<Contender> contenders() {
        return List.copyOf(contenders.values());
    }

    /** Ids of the processes that work, by what they are. */
    Map<String, Long> processes(Contender contender) {
        Map<String, Long> ids = new LinkedHashMap<>();
        ids.put("source", source.pid());
        ids.put("Kafka", ProcessHandle.current().pid());
        if (workers.containsKey(contender)) {
            ids.put(CONNECT, workers.get(contender).pid());
        }
        ids.put("target", contender.target().pid());
        return ids;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("while stopping: " + e);
            }
        }
    }

    private void open(Options options, Path home) throws IOException {
        // Not a temporary folder: an interrupted run would leave gigabytes behind for good.
        folder = home.resolve("benchmarks/target/run");
        Folders.delete(folder);
        started.push(() -> Folders.delete(folder));
        source = server(Map.of());
        broker = KafkaBroker.start(folder.resolve("kafka"));
        started.push(broker);
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PluginZip.install(PluginZip.builtBy(home.resolve("source-connector")), plugins);
        PluginZip.install(PluginZip.builtBy(home.resolve("sink-mysql-connector")), plugins);
        PluginZip.install(PluginZip.builtBy(home.resolve("sink-adb-connector")), plugins);
        for (String kind : options.contenders()) {
            contenders.put(kind, contender(kind, options, home));
        }
    }

    private Contender contender(String kind, Options options, Path home) {
        if (kind.equals("replica")) {
            return new Replica(source, server(Replica.OPTIONS));
        }
        MySqlServer target = server(Map.of());
        ConnectWorkerProcess worker = worker(kind, options, home);
        String bootstrap = broker.bootstrapServers();
        Contender contender = switch (kind) {
            case "relay" -> Pipelines.relay(home.resolve("config"), worker.rest(), bootstrap, source, target);
            case "adb" -> {
                AdbStandIn adb = AdbStandIn.start(target);
                started.push(adb);
                yield Pipelines.analyticDb(home.resolve("config"), worker.rest(), bootstrap, source, target, adb);
            }
            case "debezium", "debezium-defaults" -> {
                SysbenchTables.create(target);
                yield Pipelines.debezium(
                        worker.rest(), bootstrap, source, target, options.peerSinkTasks(), kind.equals("debezium"));
            }
            default -> throw new IllegalArgumentException("there is no contender " + kind);
        };
        workers.put(contender, worker);
        System.err.println(contender.name() + ": " + processes(contender) + ", the worker's log: " + worker.log());
        return contender;
    }

    private ConnectWorkerProcess worker(String kind, Options options, Path home) {
        Map<String, String> settings = new HashMap<>(Map.of("group.id", kind, "offset.flush.interval.ms", "5000"));
        for (String topic : List.of("config", "offset", "status")) {
            settings.put(topic + ".storage.topic", kind + "-" + topic + "s");
        }
        ConnectWorkerProcess worker = new ConnectWorkerProcess(
                folder.resolve("worker-" + kind),
                broker.bootstrapServers(),
                List.of(folder.resolve("plugins"), home.resolve("benchmarks/target/peer")),
                settings,
                jvm(options));
        started.push(worker);
        worker.start();
        return worker;
    }

    private MySqlServer server(Map<String, String> more) {
        MySqlServerBuilder builder = MySqlServer.builder().distribution(distribution());
        SERVER_OPTIONS.forEach(builder::option);
        more.forEach(builder::option);
        MySqlServer server = builder.start();
        started.push(server);
        return server;
    }

    private static MySqlDistribution distribution() {
        boolean newer =
                System.getenv("MYSQL_HOME") == null && System.getProperty("relay.mysql.zip." + NEWER_VERSION) != null;
        return newer ? MySqlDistribution.of(NEWER_VERSION) : MySqlDistribution.preferred();
    }

    private static List<String> jvm(Options options) {
        List<String> arguments = new ArrayList<>(List.of("-Xmx" + options.heap()));
        String more = System.getenv("BENCHMARK_WORKER_OPTS");
        if (more != null) {
            arguments.addAll(List.of(more.trim().split("\\s+")));
        }
        return arguments;
    }
}
