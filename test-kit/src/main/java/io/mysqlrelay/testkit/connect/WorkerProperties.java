package io.mysqlrelay.testkit.connect;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a distributed worker on 127.0.0.1 that shares a one-node Kafka with nobody but its own group. */
final class WorkerProperties {
    private WorkerProperties() {}

    static Map<String, String> of(
            String bootstrapServers, int port, List<Path> pluginFolders, Map<String, String> overrides) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", "mysql-relay");
        settings.put("listeners", "http://127.0.0.1:" + port);
        settings.put("rest.advertised.host.name", "127.0.0.1");
        settings.put("plugin.path", pluginFolders.stream().map(Path::toString).collect(Collectors.joining(",")));
        settings.put("plugin.discovery", "service_load");
        settings.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        for (String kind : List.of("config", "offset", "status")) {
            settings.put(kind + ".storage.topic", "mysql-relay-" + kind + "s");
            settings.put(kind + ".storage.replication.factor", "1");
        }
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.partitions", "1");
        settings.put("offset.flush.interval.ms", "1000");
        // The tasks of a worker that is gone move at once, not after five minutes.
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "1000");
        settings.put("config.providers", "env,file,dir");
        settings.put("config.providers.env.class", provider("EnvVar"));
        settings.put("config.providers.file.class", provider("File"));
        settings.put("config.providers.dir.class", provider("Directory"));
        settings.putAll(overrides);
        ClassPath.refuseConnectors();
        return settings;
    }

    private static String provider(String kind) {
        return "org.apache.kafka.common.config.provider." + kind + "ConfigProvider";
    }
}
