package io.mysqlrelay.source.config;

import java.util.HashMap;
import java.util.Map;

/** The least that a connector needs, to be varied by tests. */
public final class Settings {
    private Settings() {}

    /** @param more names and values in turn, added to or replacing the least */
    public static Map<String, String> with(String... more) {
        Map<String, String> props = new HashMap<>(Map.of(
                "name", "shop",
                "connector.class", "io.mysqlrelay.source.MySqlRelaySourceConnector",
                "topic.prefix", "shop",
                "database.hostname", "db.example",
                "database.user", "relay",
                "database.password", "pa55word",
                "kafka.bootstrap.servers", "kafka.example:9092"));
        for (int i = 0; i < more.length; i += 2) {
            props.put(more[i], more[i + 1]);
        }
        return props;
    }
}
