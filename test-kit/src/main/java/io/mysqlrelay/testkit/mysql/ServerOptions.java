package io.mysqlrelay.testkit.mysql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options that every server starts with unless its builder says otherwise. */
final class ServerOptions {
    private ServerOptions() {}

    /** A small server that forgets nothing when it is killed, though it may when the machine loses power. */
    static Map<String, String> defaults(int port) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("server-id", Integer.toString(port));
        options.put("log-bin", "binlog");
        options.put("binlog-format", "ROW");
        options.put("binlog-row-image", "FULL");
        options.put("gtid-mode", "ON");
        options.put("enforce-gtid-consistency", "ON");
        options.put("innodb-buffer-pool-size", "64M");
        options.put("innodb-flush-log-at-trx-commit", "2");
        options.put("sync-binlog", "0");
        options.put("max-connections", "100");
        // Saves 100 MB, most of it in the performance schema, which is sized by them.
        options.put("table-open-cache", "400");
        options.put("table-definition-cache", "400");
        // Each server's native requests count against a small limit of the whole machine (fs.aio-max-nr).
        options.put("innodb-use-native-aio", "OFF");
        // No name server is asked; accounts for localhost do not match, those for 127.0.0.1 and % do.
        options.put("skip-name-resolve", "ON");
        options.put("loose-mysqlx", "OFF");
        options.put("secure-file-priv", "NULL");
        return options;
    }

    /** mysqld refuses to run as root unless it is told to. */
    static List<String> runAsCurrentUser() {
        return List.of("--user=" + System.getProperty("user.name"));
    }
}
