package io.mysqlrelay.testkit.mysql;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.testkit.process.Folders;
import io.mysqlrelay.testkit.process.GuardedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A real {@code mysqld} on 127.0.0.1 whose root needs no password. It ends with this JVM, however the JVM ends. Methods
 * that change its state are for one thread at a time.
 */
public final class MySqlServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final MySqlDistribution distribution;
    private final Path folder;
    private final boolean temporary;
    private final int port;
    private final Map<String, String> options;
    private final Thread cleanup;
    private GuardedProcess process;

    MySqlServer(MySqlDistribution distribution, Path folder, boolean temporary, int port, Map<String, String> options) {
        this.distribution = distribution;
        this.folder = folder;
        this.temporary = temporary;
        this.port = port;
        this.options = options;
        this.cleanup = new Thread(this::deleteWhenStopped, "mysql-cleanup-" + port);
        Runtime.getRuntime().addShutdownHook(cleanup);
    }

    /** A server of {@link MySqlDistribution#preferred()} with default options, started. */
    public static MySqlServer started() {
        return builder().start();
    }

    public static MySqlServerBuilder builder() {
        return new MySqlServerBuilder();
    }

    /** Starts the server, on the same port and data as before, and returns when it answers. */
    public void start() {
        if (isRunning()) {
            throw new IllegalStateException("the server on port " + port + " already runs");
        }
        try {
            Files.createDirectories(folder);
            if (!Files.isDirectory(data().resolve("mysql"))) {
                Folders.delete(data());
                DataTemplate.copyTo(data(), distribution, options);
            }
            // A killed server leaves these behind, and the next one may take their owner for alive.
            Files.deleteIfExists(data().resolve("mysql.sock"));
            Files.deleteIfExists(data().resolve("mysql.sock.lock"));
            process = GuardedProcess.start(command(), Map.of(), folder, log(), temporary ? folder : null);
            awaitAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the data of the MySQL server in " + folder, e);
        }
    }

    /** Shuts the server down in order; nothing happens when it does not run. */
    public void stop() {
        if (isRunning()) {
            process.stop(STOP_LIMIT);
        }
    }

    /** SIGKILL, and waits until the process is gone. The data stays. */
    public void kill() {
        if (isRunning()) {
            process.kill();
        }
    }

    public void restart() {
        stop();
        start();
    }

    /** SIGSTOP: connections stay open and nothing is answered. */
    public void pause() {
        process.pause();
    }

    /** SIGCONT after {@link #pause()}. */
    public void resume() {
        process.resume();
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    public String version() {
        return distribution.version();
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Where the server keeps its files; binlogs too. */
    public Path data() {
        return folder.resolve("data");
    }

    /** The server's error log. */
    public Path log() {
        return folder.resolve("mysqld.log");
    }

    /** URL without a database, user or password; properties may be appended with {@code &}. */
    public String jdbcUrl() {
        return jdbcUrl("");
    }

    /** URL with a default database. */
    public String jdbcUrl(String database) {
        // A password over an unencrypted connection needs the server's public key the first time.
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database
                + "?sslMode=PREFERRED&allowPublicKeyRetrieval=true&connectTimeout=5000";
    }

    /** A new session as root. */
    public Connection connection() throws SQLException {
        return connection("root", "");
    }

    public Connection connection(String user, String password) throws SQLException {
        Properties login = new Properties();
        login.put("user", user);
        login.put("password", password);
        // Otherwise the driver changes the session's sql_mode, and statements would run in another one than the
        // server's.
        login.put("jdbcCompliantTruncation", "false");
        return DriverManager.getConnection(jdbcUrl(), login);
    }

    /** Runs statements as root, one after another, in one session. */
    public void execute(String... statements) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Stops the server; a data folder that was not given to the builder is deleted, so it is killed, not shut down. */
    @Override
    public void close() {
        if (temporary) {
            kill();
            Folders.delete(folder);
        } else {
            stop();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(cleanup);
        } catch (IllegalStateException shuttingDown) {
            // The JVM is ending and runs the hook itself; it finds nothing left to delete.
        }
    }

    private void deleteWhenStopped() {
        // A server that runs now is killed by its guard, which then deletes the folder.
        if (temporary && !isRunning()) {
            Folders.delete(folder);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                distribution.mysqld().toString(),
                "--no-defaults",
                "--basedir=" + distribution.home(),
                "--datadir=" + data(),
                // Relative to the data folder: the whole path of a socket may have 107 bytes only.
                "--socket=mysql.sock",
                "--pid-file=mysqld.pid",
                "--bind-address=127.0.0.1",
                "--port=" + port));
        command.addAll(ServerOptions.runAsCurrentUser());
        options.forEach((name, value) -> command.add(value.isEmpty() ? "--" + name : "--" + name + "=" + value));
        return command;
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(Duration.ofMillis(50))) {
                break;
            }
            if (answers()) {
                return;
            }
        }
        process.kill();
        String words = Files.readString(log(), StandardCharsets.ISO_8859_1);
        MissingLibrary.check(words);
        throw new RelayException(
                ErrorCode.EMBEDDED_START_FAILED,
                "MySQL " + version() + " on port " + port + " did not start; the end of its log says: "
                        + words.substring(Math.max(0, words.length() - 2_000)));
    }

    private boolean answers() {
        try (Connection connection = connection()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
