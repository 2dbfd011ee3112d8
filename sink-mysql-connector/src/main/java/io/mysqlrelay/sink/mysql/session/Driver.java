package io.mysqlrelay.sink.mysql.session;

import com.mysql.cj.jdbc.NonRegisteringDriver;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.config.SslMode;
import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.kafka.common.config.types.Password;

/**
 * Opens bare connections. The driver is instantiated here instead of being found by {@code DriverManager}, which would
 * pick whatever driver another plugin of the worker has registered.
 */
final class Driver {
    /** A dead network is noticed at last by this; the longest single DML statement must fit in. */
    private static final int DML_SOCKET_TIMEOUT_MS = 1_800_000;

    private Driver() {}

    /** For row changes and the relay's own tables: text as utf8mb4, several statements per round trip. */
    static Connection dml(ConnectionSettings settings) throws SQLException {
        Properties p = common(settings);
        p.setProperty("characterEncoding", "UTF-8");
        p.setProperty("allowMultiQueries", "true");
        p.setProperty("socketTimeout", Integer.toString(DML_SOCKET_TIMEOUT_MS));
        return connect(settings, p);
    }

    /** For looking: quotes in answers do not depend on the server's sql_mode. */
    static Connection look(ConnectionSettings settings, int socketTimeoutMillis) throws SQLException {
        Properties p = common(settings);
        p.setProperty("characterEncoding", "UTF-8");
        p.setProperty("socketTimeout", Integer.toString(socketTimeoutMillis));
        p.setProperty("sessionVariables", "sql_mode='',time_zone='+00:00'");
        return connect(settings, p);
    }

    /** For the source's statements: each char of the SQL text is one byte on the wire, whatever character set it is in. */
    static Connection bytes(ConnectionSettings settings) throws SQLException {
        Properties p = common(settings);
        p.setProperty("characterEncoding", "ISO-8859-1");
        p.setProperty("passwordCharacterEncoding", "UTF-8");
        return connect(settings, p);
    }

    private static Connection connect(ConnectionSettings settings, Properties properties) throws SQLException {
        String url = settings.url().endsWith("/") ? settings.url() : settings.url() + "/";
        return new NonRegisteringDriver().connect(url, properties);
    }

    private static Properties common(ConnectionSettings settings) {
        Properties p = new Properties();
        p.setProperty("user", settings.user());
        p.setProperty("password", text(settings.password()));
        p.setProperty("connectTimeout", Integer.toString(settings.timeoutMillis()));
        p.setProperty("useServerPrepStmts", "false");
        p.setProperty("rewriteBatchedStatements", "false");
        // Count rows found, not rows changed: an UPDATE to the same values has still found its row.
        p.setProperty("useAffectedRows", "false");
        // True would add STRICT_TRANS_TABLES to our sql_mode.
        p.setProperty("jdbcCompliantTruncation", "false");
        p.setProperty("processEscapeCodesForPrepStmts", "false");
        p.setProperty("connectionTimeZone", "UTC");
        p.setProperty("tcpKeepAlive", "true");
        // SHOW ENGINE STATUS and query texts in exceptions would carry row values into logs.
        p.setProperty("includeInnodbStatusInDeadlockExceptions", "false");
        p.setProperty("dumpQueriesOnException", "false");
        p.setProperty("connectionAttributes", "program_name:mysql-relay");
        tls(settings, p);
        return p;
    }

    private static void tls(ConnectionSettings settings, Properties p) {
        p.setProperty("sslMode", settings.sslMode().name());
        if (settings.sslMode().compareTo(SslMode.REQUIRED) < 0) {
            // Without TLS a caching_sha2_password login needs the server's key.
            p.setProperty("allowPublicKeyRetrieval", "true");
        }
        if (settings.truststore() != null) {
            p.setProperty(
                    "trustCertificateKeyStoreUrl",
                    new File(settings.truststore()).toURI().toString());
            p.setProperty("trustCertificateKeyStorePassword", text(settings.truststorePassword()));
        }
        if (settings.keystore() != null) {
            p.setProperty(
                    "clientCertificateKeyStoreUrl",
                    new File(settings.keystore()).toURI().toString());
            p.setProperty("clientCertificateKeyStorePassword", text(settings.keystorePassword()));
        }
    }

    private static String text(Password password) {
        return password == null ? "" : password.value();
    }
}
