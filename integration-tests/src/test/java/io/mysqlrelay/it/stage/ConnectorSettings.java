package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.util.Map;

/** The ready-to-copy files, filled in for the servers of a test. */
final class ConnectorSettings {
    private ConnectorSettings() {}

    static Map<String, String> source(Stack stack, String name) {
        Map<String, String> config = ReadyFiles.source();
        MySqlServer server = stack.source();
        config.put("name", name + "-source");
        config.put("topic.prefix", name);
        config.put("kafka.bootstrap.servers", stack.broker().bootstrapServers());
        config.put("database.hostname", server.host());
        config.put("database.port", Integer.toString(server.port()));
        config.put("database.user", Accounts.USER);
        config.put("database.password", Accounts.PASSWORD);
        config.put("database.include.list", name + ".*");
        return config;
    }

    static Map<String, String> sink(Stack stack, String name) {
        Map<String, String> config = ReadyFiles.sink();
        MySqlServer server = stack.target();
        config.put("name", name + "-sink");
        config.put("topics", name + ".changes");
        config.put("kafka.bootstrap.servers", stack.broker().bootstrapServers());
        config.put("connection.url", "jdbc:mysql://" + server.host() + ":" + server.port() + "/");
        config.put("connection.user", Accounts.USER);
        config.put("connection.password", Accounts.PASSWORD);
        // A test that expects nothing else is to end at the statement, not at the first row that misses it.
        config.put("ddl.error.policy", "stop");
        return config;
    }
}
