package io.mysqlrelay.source.server;

import com.mysql.cj.jdbc.NonRegisteringDriver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens JDBC connections to the source. Thread-safe; the caller owns and closes every connection, but for {@link #end}.
 */
public final class SourceConnections {
    private static final Logger LOG = LoggerFactory.getLogger(SourceConnections.class);

    /**
     * A server may run with ANSI_QUOTES, which changes the quotes of SHOW CREATE, or with NO_BACKSLASH_ESCAPES, which
     * changes how literals are read; its time zone would shift every TIMESTAMP.
     */
    private static final String SESSION =
            "sql_mode='',time_zone='+00:00',sql_quote_show_create=1,autocommit=1,foreign_key_checks=1";

    /** A year, the most that the server takes: for sessions that wait for Kafka, or for another session. */
    public static final int PATIENCE_SECONDS = 31_536_000;

    private final SourceServer server;
    private final Set<Connection> opened = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    public SourceConnections(SourceServer server) {
        this.server = server;
    }

    public SourceServer server() {
        return server;
    }

    /** @return a connection in UTC and an empty sql_mode, in auto-commit */
    public Connection open() throws SQLException {
        return open(Map.of());
    }

    /**
     * @param driverProperties added to, and stronger than, the usual ones; names as in Connector/J's manual,
     *     "Configuration Properties"
     */
    public Connection open(Map<String, String> driverProperties) throws SQLException {
        Properties driver = new Properties();
        driver.setProperty("user", server.user());
        driver.setProperty("password", server.password());
        driver.setProperty("connectTimeout", String.valueOf(server.connectTimeoutMs()));
        driver.setProperty("sessionVariables", SESSION);
        driver.setProperty("connectionAttributes", "program_name:mysql-relay");
        // The driver would add STRICT_TRANS_TABLES to the sql_mode.
        driver.setProperty("jdbcCompliantTruncation", "false");
        driver.setProperty("tinyInt1isBit", "false");
        driver.setProperty("yearIsDateType", "false");
        driver.setProperty("characterEncoding", "UTF-8");
        driver.setProperty("allowLoadLocalInfile", "false");
        driver.setProperty("allowUrlInLocalInfile", "false");
        driver.setProperty("autoDeserialize", "false");
        server.tls().driverSettings().forEach(driver::setProperty);
        driverProperties.forEach(driver::setProperty);
        if (ended) {
            throw refusal();
        }
        // Not through DriverManager: it sees only drivers of the class loader of the thread, and ours are not
        // Connect's.
        Connection connection = new NonRegisteringDriver().connect("jdbc:mysql://" + authority() + "/", driver);
        for (Iterator<Connection> earlier = opened.iterator(); earlier.hasNext(); ) {
            if (earlier.next().isClosed()) {
                earlier.remove();
            }
        }
        opened.add(connection);
        if (ended) {
            connection.abort(Runnable::run);
            throw refusal();
        }
        return connection;
    }

    /**
     * Ends what runs on any of the connections, and opens no more. A call that waits for the server cannot be interrupted:
     * without this a stopped task would leave its thread behind, and with it a session that holds a metadata lock, or a
     * table's. From any thread.
     */
    public void end() {
        ended = true;
        for (Connection connection : opened) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection that is to be ended has ended", e);
            }
        }
    }

    /** @return true behind {@link #end} */
    public boolean ended() {
        return ended;
    }

    /** Not in the class of lost connections, after which a reader tries again. */
    private static SQLException refusal() {
        return new SQLException("the task stops", "HY000");
    }

    private String authority() {
        // An IPv6 address needs brackets, else its last group is taken for the port.
        String host = server.host().indexOf(':') >= 0 && !server.host().startsWith("[")
                ? "[" + server.host() + "]"
                : server.host();
        return host + ":" + server.port();
    }
}
