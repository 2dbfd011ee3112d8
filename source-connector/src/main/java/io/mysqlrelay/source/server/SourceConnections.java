package io.mysqlrelay.source.server;

import com.mysql.cj.jdbc.NonRegisteringDriver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Opens JDBC connections to the source. Thread-safe; the caller owns and closes every connection. */
public final class SourceConnections {
    /**
     * A server may run with ANSI_QUOTES, which changes the quotes of SHOW CREATE, or with NO_BACKSLASH_ESCAPES, which
     * changes how literals are read; its time zone would shift every TIMESTAMP.
     */
    private static final String SESSION =
            "sql_mode='',time_zone='+00:00',sql_quote_show_create=1,autocommit=1,foreign_key_checks=1";

    /** A year, the most that the server takes: for sessions that wait for Kafka, or for another session. */
    public static final int PATIENCE_SECONDS = 31_536_000;

    private final SourceServer server;

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
        // Not through DriverManager: it sees only drivers of the class loader of the thread, and ours are not
        // Connect's.
        return new NonRegisteringDriver().connect("jdbc:mysql://" + authority() + "/", driver);
    }

    private String authority() {
        // An IPv6 address needs brackets, else its last group is taken for the port.
        String host = server.host().indexOf(':') >= 0 && !server.host().startsWith("[")
                ? "[" + server.host() + "]"
                : server.host();
        return host + ":" + server.port();
    }
}
