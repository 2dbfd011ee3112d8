package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.util.Map;

/** The ready-to-copy files, filled in for the servers of a test. */
final class ConnectorSettings {
    private ConnectorSettings() {}

    static Map<String, String> source(Stack stack, String name) {
        return source(ReadyFiles.source(), stack, name);
    }

    /** For a migration to AnalyticDB. */
    static Map<String, String> sourceForAnalyticDb(Stack stack, String name) {
        return source(ReadyFiles.config("source-adb.json"), stack, name);
    }

    private static Map<String, String> source(Map<String, String> config, Stack stack, String name) {
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
        Map<String, String> config = sink(ReadyFiles.sink(), stack, name);
        MySqlServer server = stack.target();
        config.put("connection.url", "jdbc:mysql://" + server.host() + ":" + server.port() + "/");
        config.put("connection.user", Accounts.USER);
        config.put("connection.password", Accounts.PASSWORD);
        return config;
    }

    /** @param adb before the stack's target */
    static Map<String, String> analyticDbSink(Stack stack, String name, AdbStandIn adb) {
        Map<String, String> config = sink(ReadyFiles.config("sink-adb.json"), stack, name);
        config.put("connection.url", "jdbc:mysql://" + adb.host() + ":" + adb.port() + "/");
        config.put("connection.user", adb.user());
        config.put("connection.password", adb.password());
        return config;
    }

    private static Map<String, String> sink(Map<String, String> config, Stack stack, String name) {
        config.put("name", name + "-sink");
        config.put("topics", name + ".changes");
        config.put("kafka.bootstrap.servers", stack.broker().bootstrapServers());
        // A test that expects nothing else is to end at the statement, not at the first row that misses it.
        config.put("ddl.error.policy", "stop");
        return config;
    }
}
