package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectWorkerProcess;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A worker process of its own, which can be killed, with the stock Debezium MySQL connector and the relay's transforms. */
public final class StockDebezium implements AutoCloseable {
    private static final String USER = "debezium";
    private static final String PASSWORD = "plain";

    private final Stack stack;
    private final ConnectWorkerProcess worker;

    public StockDebezium(Stack stack, String group) {
        this.stack = stack;
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("group.id", group);
        for (String kind : List.of("config", "offset", "status")) {
            settings.put(kind + ".storage.topic", group + "-" + kind);
        }
        settings.put("offset.flush.interval.ms", "300");
        // A killed worker's connectors are to move on soon.
        settings.put("session.timeout.ms", "3000");
        settings.put("heartbeat.interval.ms", "500");
        this.worker = new ConnectWorkerProcess(
                stack.folder().resolve(group),
                stack.broker().bootstrapServers(),
                Plugins.withStockDebezium(),
                settings,
                List.of("-Xmx512m"));
        stack.source()
                .execute(
                        "CREATE USER IF NOT EXISTS " + USER + "@'%' IDENTIFIED BY '" + PASSWORD + "'",
                        // As Debezium's documentation says.
                        "GRANT SELECT, RELOAD, SHOW DATABASES, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO "
                                + USER + "@'%'");
        worker.start();
    }

    public ConnectRest rest() {
        return worker.rest();
    }

    public Path log() {
        return worker.log();
    }

    /** SIGKILL, and a new start. */
    public void killAndRestart() {
        worker.kill();
        worker.start();
    }

    /** A migration of the databases whose names begin with the given name, its source from the ready-made file. */
    public Migration migration(String name) {
        Migration migration = Migration.through(stack, this::rest, name);
        migration.sourceConfig().keySet().forEach(key -> migration.source(key, null));
        settings(name).forEach(migration::source);
        return migration.sink("consumer.override.session.timeout.ms", "6000");
    }

    private Map<String, String> settings(String name) {
        Map<String, String> config = ReadyFiles.config("stock-debezium-source.json");
        MySqlServer server = stack.source();
        config.put("name", name + "-source");
        config.put("topic.prefix", name);
        config.put("database.hostname", server.host());
        config.put("database.port", Integer.toString(server.port()));
        config.put("database.user", USER);
        config.put("database.password", PASSWORD);
        config.put("database.server.id", Integer.toString(50_000 + Math.floorMod(name.hashCode(), 10_000)));
        config.put("database.include.list", name + ".*");
        config.put(
                "schema.history.internal.kafka.bootstrap.servers",
                stack.broker().bootstrapServers());
        config.put("schema.history.internal.kafka.topic", name + ".schema-history");
        return config;
    }

    @Override
    public void close() {
        worker.close();
    }
}
