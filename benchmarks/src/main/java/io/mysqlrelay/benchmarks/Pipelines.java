package io.mysqlrelay.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The connectors' settings: the relay's as shipped in {@code config/}, the peer's with its defaults, or tuned. */
final class Pipelines {
    private static final String RELAY = "relay";
    private static final String ADB = "relay-adb";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Pipelines() {}

    static Contender relay(Path config, ConnectRest rest, String bootstrap, MySqlServer source, MySqlServer target) {
        Map<String, String> from = shipped(config.resolve("source.json"));
        from.put("topic.prefix", RELAY);
        from.put("kafka.bootstrap.servers", bootstrap);
        putSource(from, source);
        Map<String, String> to = shipped(config.resolve("sink-mysql.json"));
        to.put("topics", RELAY + ".changes");
        to.put("kafka.bootstrap.servers", bootstrap);
        to.put("connection.url", "jdbc:mysql://127.0.0.1:" + target.port() + "/");
        to.put("connection.user", "root");
        to.put("connection.password", "");
        String version = version(rest, from.get("connector.class"));
        return new ConnectPipeline("MySQL Relay " + version, target, rest, RELAY, from, to);
    }

    static Contender analyticDb(
            Path config, ConnectRest rest, String bootstrap, MySqlServer source, MySqlServer target, AdbStandIn adb) {
        Map<String, String> from = shipped(config.resolve("source-adb.json"));
        from.put("topic.prefix", ADB);
        from.put("kafka.bootstrap.servers", bootstrap);
        putSource(from, source);
        Map<String, String> to = shipped(config.resolve("sink-adb.json"));
        to.put("topics", ADB + ".changes");
        to.put("kafka.bootstrap.servers", bootstrap);
        to.put("connection.url", "jdbc:mysql://" + adb.host() + ":" + adb.port() + "/");
        to.put("connection.user", adb.user());
        to.put("connection.password", adb.password());
        String name = "MySQL Relay " + version(rest, to.get("connector.class")) + " to AnalyticDB's stand-in";
        return new AnalyticDbPipeline(new ConnectPipeline(name, target, rest, ADB, from, to), adb);
    }

    /**
     * Debezium's sink finds the empty tables there, so that it keeps the same index as the others.
     *
     * @param tuned for throughput, to the relay's batch sizes; else with the settings that its documentation requires, and
     *     its defaults
     */
    static Contender debezium(
            ConnectRest rest, String bootstrap, MySqlServer source, MySqlServer target, int sinkTasks, boolean tuned) {
        String prefix = tuned ? "debezium" : "debezium_defaults";
        Map<String, String> from = new LinkedHashMap<>();
        from.put("connector.class", "io.debezium.connector.mysql.MySqlConnector");
        from.put("topic.prefix", prefix);
        putSource(from, source);
        from.put("database.server.id", tuned ? "7001" : "7002");
        from.put("snapshot.mode", "initial");
        from.put("include.schema.changes", "false");
        from.put("topic.creation.default.replication.factor", "1");
        from.put("topic.creation.default.partitions", "1");
        from.put("schema.history.internal.kafka.bootstrap.servers", bootstrap);
        from.put("schema.history.internal.kafka.topic", prefix + ".schema-history");
        putConverters(from);

        Map<String, String> to = new LinkedHashMap<>();
        to.put("connector.class", "io.debezium.connector.jdbc.JdbcSinkConnector");
        to.put("tasks.max", Integer.toString(sinkTasks));
        to.put("topics.regex", prefix + "\\." + SysbenchTables.DATABASE + "\\..*");
        to.put("collection.name.format", "${source.table}");
        to.put(
                "connection.url",
                "jdbc:mysql://127.0.0.1:" + target.port() + "/" + SysbenchTables.DATABASE
                        + (tuned ? "?rewriteBatchedStatements=true" : ""));
        to.put("connection.username", "root");
        to.put("connection.password", "");
        to.put("insert.mode", "upsert");
        to.put("delete.enabled", "true");
        to.put("primary.key.mode", "record_key");
        to.put("schema.evolution", "basic");
        to.put("consumer.override.auto.offset.reset", "earliest");
        // Topics appear as their first rows are read; the consumer's default is to look every five minutes.
        to.put("consumer.override.metadata.max.age.ms", "500");
        putConverters(to);
        if (tuned) {
            tune(from, to);
        }
        String name = "Debezium " + version(rest, from.get("connector.class")) + " + JDBC sink "
                + version(rest, to.get("connector.class"))
                + (sinkTasks == 1 ? "" : ", " + sinkTasks + " tasks")
                + (tuned ? ", tuned" : ", defaults");
        return new ConnectPipeline(name, target, rest, prefix, from, to);
    }

    private static void tune(Map<String, String> from, Map<String, String> to) {
        // Its sink deletes by the change itself; a tombstone would be one more record for each delete.
        from.put("tombstones.on.delete", "false");
        from.put("poll.interval.ms", "20");
        from.put("producer.override.compression.type", "lz4");
        from.put("producer.override.batch.size", "262144");
        to.put("batch.size", "2000");
        // Without it each delete ends the batch, and a batch would hold three or four changes.
        to.put("use.reduction.buffer", "true");
        to.put("consumer.override.max.poll.records", "2000");
    }

    private static void putSource(Map<String, String> config, MySqlServer source) {
        config.put("database.hostname", "127.0.0.1");
        config.put("database.port", Integer.toString(source.port()));
        config.put("database.user", "root");
        config.put("database.password", "");
        config.put("database.include.list", SysbenchTables.DATABASE);
    }

    private static void putConverters(Map<String, String> config) {
        for (String side : new String[] {"key", "value"}) {
            config.put(side + ".converter", "org.apache.kafka.connect.json.JsonConverter");
            config.put(side + ".converter.schemas.enable", "true");
        }
    }

    private static Map<String, String> shipped(Path file) {
        try {
            return JSON.convertValue(
                    JSON.readTree(file.toFile()).path("config"), new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String version(ConnectRest rest, String plugin) {
        for (JsonNode found : rest.plugins()) {
            if (found.path("class").asText().equals(plugin)) {
                return found.path("version").asText();
            }
        }
        throw new IllegalStateException("the worker has not found " + plugin);
    }
}
