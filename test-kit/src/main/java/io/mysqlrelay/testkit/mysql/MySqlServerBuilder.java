package io.mysqlrelay.testkit.mysql;

import io.mysqlrelay.testkit.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a {@link MySqlServer} is to be. Without a word it is a row-logging GTID server with data that lives as long as it. */
public final class MySqlServerBuilder {
    private final Map<String, String> options = new LinkedHashMap<>();
    private MySqlDistribution distribution;
    private Path folder;
    private int port;

    MySqlServerBuilder() {}

    /** See {@link MySqlDistribution#of(String)}. */
    public MySqlServerBuilder version(String version) {
        return distribution(MySqlDistribution.of(version));
    }

    public MySqlServerBuilder distribution(MySqlDistribution server) {
        this.distribution = server;
        return this;
    }

    /** Keeps data and log in this folder after {@link MySqlServer#close()}; data that is there already is used. */
    public MySqlServerBuilder folder(Path kept) {
        this.folder = kept.toAbsolutePath();
        return this;
    }

    public MySqlServerBuilder port(int fixed) {
        this.port = fixed;
        return this;
    }

    /**
     * Sets an option of {@code mysqld} over the default.
     *
     * @param name with hyphens, without the leading two
     * @param value empty for an option without a value
     */
    public MySqlServerBuilder option(String name, String value) {
        options.put(name.replace('_', '-'), value);
        return this;
    }

    public MySqlServerBuilder withoutGtid() {
        return option("gtid-mode", "OFF").option("enforce-gtid-consistency", "OFF");
    }

    public MySqlServerBuilder withoutBinlog() {
        return option("skip-log-bin", "");
    }

    /** A server that is not running yet. */
    public MySqlServer build() {
        MySqlDistribution server = distribution != null ? distribution : MySqlDistribution.preferred();
        int chosen = port != 0 ? port : FreePort.next();
        Map<String, String> all = ServerOptions.defaults(chosen);
        all.putAll(options);
        return new MySqlServer(server, folder != null ? folder : temporary(), folder == null, chosen, all);
    }

    public MySqlServer start() {
        MySqlServer server = build();
        try {
            server.start();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("relay-mysql-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for a MySQL server's data", e);
        }
    }
}
