package io.mysqlrelay.cli.file;

import java.util.Map;
import java.util.TreeMap;

/**
 * The two connectors' configurations for the embedded worker, made from a migration file. Secrets stay unresolved in
 * them, so that Connect's config topic on disk never holds one.
 *
 * @param source configuration of the source connector
 * @param sink configuration of the sink connector
 */
public record ConnectorSettings(Map<String, String> source, Map<String, String> sink) {
    /** As the source gives it to the topics that it creates. */
    private static final String LARGEST_RECORD = "67108864";

    private static final String ANALYTICDB = "io.mysqlrelay.sink.adb.AnalyticDbSinkConnector";

    private static final String COMPACT = "io.mysqlrelay.converter.CompactConverter";

    /** @param broker address of the embedded broker, or a provider's form of it that outlives a change of port */
    public static ConnectorSettings of(MigrationFile file, String broker) {
        Map<String, String> source = common(broker);
        source.put("connector.class", "io.mysqlrelay.source.MySqlRelaySourceConnector");
        source.put("topic.prefix", file.name());
        // Each record repeats its schema, which large compressed batches hold only once.
        source.put("producer.override.compression.type", "lz4");
        source.put("producer.override.batch.size", "262144");
        // Kafka's default of 1 MiB would stop the migration at the first large row.
        source.put("producer.override.max.request.size", LARGEST_RECORD);
        source.put("producer.override.buffer.memory", LARGEST_RECORD);
        if (ANALYTICDB.equals(file.target().get("connector.class"))) {
            // It computes no generated columns, so the rows must bring their values.
            source.put("full.generated.columns", "true");
        }
        source.putAll(file.source());
        Map<String, String> sink = common(broker);
        sink.put("connector.class", "io.mysqlrelay.sink.mysql.MySqlSinkConnector");
        sink.put("topics", topic(file));
        // Connect's default of 500 records per poll would keep the sink's windows small.
        sink.put("consumer.override.max.poll.records", "5000");
        // After a crash the group keeps the dead consumer's partition that long; Kafka's default is 45 s.
        sink.put("consumer.override.session.timeout.ms", "10000");
        sink.put("consumer.override.fetch.max.wait.ms", "20");
        sink.put("consumer.override.auto.offset.reset", "earliest");
        sink.putAll(file.target());
        return new ConnectorSettings(source, sink);
    }

    /** Name of the change topic, which is also the migration's name in the target. */
    public static String topic(MigrationFile file) {
        return file.source().getOrDefault("topic.prefix", file.name()) + ".changes";
    }

    private static Map<String, String> common(String broker) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("tasks.max", "1");
        settings.put("kafka.bootstrap.servers", broker);
        settings.put("key.converter", COMPACT);
        settings.put("value.converter", COMPACT);
        settings.put("header.converter", "org.apache.kafka.connect.storage.StringConverter");
        return settings;
    }
}
