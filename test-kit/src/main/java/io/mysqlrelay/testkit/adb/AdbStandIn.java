package io.mysqlrelay.testkit.adb;

import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.BackingDialect;
import io.mysqlrelay.testkit.adb.model.Catalog;
import io.mysqlrelay.testkit.adb.model.MetadataViews;
import io.mysqlrelay.testkit.adb.model.TableCache;
import io.mysqlrelay.testkit.adb.model.TableName;
import io.mysqlrelay.testkit.adb.rules.Cluster;
import io.mysqlrelay.testkit.adb.rules.Statements;
import io.mysqlrelay.testkit.adb.rules.Versions;
import io.mysqlrelay.testkit.adb.wire.Answers;
import io.mysqlrelay.testkit.adb.wire.Backing;
import io.mysqlrelay.testkit.adb.wire.ClientLogin;
import io.mysqlrelay.testkit.adb.wire.PacketStream;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An AnalyticDB for MySQL 3.0 cluster, as far as public documents tell what it does, on 127.0.0.1. It takes text queries
 * from any MySQL driver, refuses what AnalyticDB refuses, does differently what AnalyticDB does differently, and lets
 * a real MySQL server do the rest. What it assumes is listed in docs/analyticdb.md. Databases and tables stay in the
 * backing server when it closes; several may stand before one server. Thread-safe.
 */
public final class AdbStandIn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdbStandIn.class);
    private static final String USER = "adb";
    private static final String PASSWORD = "adb-secret";
    private static final String ACCOUNT = "adb_stand_in";
    private static final String SESSION =
            "SET SESSION innodb_strict_mode=OFF, sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,"
                    + "NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,TIME_TRUNCATE_FRACTIONAL'";

    private final AdbStandInBuilder chosen;
    private final MySqlServer backing;
    private final BackingDialect dialect;
    private final TableCache cache;
    private final AdbFaults faults;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final ServerSocket listening;

    AdbStandIn(AdbStandInBuilder chosen) {
        this.chosen = chosen;
        this.backing = chosen.backing;
        this.faults = new AdbFaults(new AdbProcesses(backing));
        this.dialect = BackingDialect.of(backing.version());
        this.cache = TableCache.of(backing.host() + ":" + backing.port());
        // Another server may have had this port before.
        cache.clear();
        prepare();
        try {
            listening = new ServerSocket(chosen.port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in cannot listen", e);
        }
        daemon("adb-accept-" + port(), this::accept);
    }

    /** A cluster in front of this server, at a free port. The server stays its owner's. */
    public static AdbStandIn start(MySqlServer backing) {
        return builder(backing).start();
    }

    public static AdbStandInBuilder builder(MySqlServer backing) {
        return new AdbStandInBuilder(backing);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return listening.getLocalPort();
    }

    public String user() {
        return USER;
    }

    public String password() {
        return PASSWORD;
    }

    /** Whose sessions in the backing server are those of the cluster's clients. */
    public String backingUser() {
        return ACCOUNT;
    }

    /** URL without a database, user or password, with a question mark; properties may be appended with {@code &}. */
    public String jdbcUrl() {
        return jdbcUrl("");
    }

    /** URL with a default database. */
    public String jdbcUrl(String database) {
        return "jdbc:mysql://127.0.0.1:" + port() + "/" + database
                + "?characterEncoding=UTF-8&useServerPrepStmts=false&connectTimeout=5000";
    }

    /** A new session. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), USER, PASSWORD);
    }

    public AdbFaults faults() {
        return faults;
    }

    /** "Minor upgrades cause brief disconnects": cuts every session. What runs in the backing server runs on. */
    public void disconnectAll() {
        sessions.forEach(this::cut);
    }

    /**
     * Deletes the rows that the table's LIFECYCLE no longer keeps, which AnalyticDB does at a time of its own.
     *
     * @throws IllegalArgumentException when the table has none
     */
    public void expirePartitions(String database, String table) throws SQLException {
        new Lifecycle(backing).expire(new TableName(database, table));
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in cannot stop listening", e);
        }
        disconnectAll();
    }

    private void prepare() {
        backing.execute(
                "CREATE USER IF NOT EXISTS '" + ACCOUNT + "'@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD
                        + "'",
                "GRANT ALL ON *.* TO '" + ACCOUNT + "'@'%'");
        MetadataViews.statements(ACCOUNT).forEach(backing::execute);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                daemon("adb-session-" + socket.getPort(), () -> serve(socket));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    LOG.warn("The stand-in could not take a connection", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (PacketStream client = new PacketStream(socket);
                Backing server = Backing.connect(backing.host(), backing.port());
                Session session = new Session(client, server, cache, faults, chosen.listener, this::rules)) {
            String database;
            try {
                ClientLogin login = ClientLogin.take(client, server.session(), Versions.SERVER, USER, PASSWORD);
                Statements.visible(login.database());
                server.login(login, ACCOUNT, PASSWORD);
                server.query(SESSION);
                database = login.database();
                client.write(Answers.ok(0));
                client.flush();
            } catch (AdbError refused) {
                client.write(Answers.error(refused));
                client.flush();
                return;
            }
            sessions.add(session);
            try {
                if (listening.isClosed()) {
                    return;
                }
                session.serve(database);
            } finally {
                sessions.remove(session);
            }
        } catch (IOException gone) {
            LOG.debug("A session of the stand-in has ended", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Cluster rules(Catalog catalog) {
        return new Cluster(catalog, dialect, chosen.illegalDatesFail, chosen.widening);
    }

    private void cut(Session session) {
        try {
            session.cut();
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in cannot cut a session", e);
        }
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
