package io.mysqlrelay.sink.adb.session;

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
    private Driver() {}

    static Connection connect(ConnectionSettings settings, int socketTimeoutMillis) throws SQLException {
        Properties p = new Properties();
        p.setProperty("user", settings.user());
        p.setProperty("password", text(settings.password()));
        p.setProperty("connectTimeout", Integer.toString(settings.timeoutMillis()));
        p.setProperty("socketTimeout", Integer.toString(socketTimeoutMillis));
        p.setProperty("characterEncoding", "UTF-8");
        // AnalyticDB prepares no statements; and rewritten batches of DELETE would be several statements in one.
        p.setProperty("useServerPrepStmts", "false");
        p.setProperty("rewriteBatchedStatements", "false");
        p.setProperty("jdbcCompliantTruncation", "false");
        p.setProperty("processEscapeCodesForPrepStmts", "false");
        p.setProperty("connectionTimeZone", "UTC");
        p.setProperty("tcpKeepAlive", "true");
        p.setProperty("dumpQueriesOnException", "false");
        p.setProperty("connectionAttributes", "program_name:mysql-relay");
        p.setProperty("sslMode", settings.sslMode().name());
        if (settings.sslMode().compareTo(SslMode.REQUIRED) < 0) {
            p.setProperty("allowPublicKeyRetrieval", "true");
        }
        store(p, "trustCertificateKeyStore", settings.truststore(), settings.truststorePassword());
        store(p, "clientCertificateKeyStore", settings.keystore(), settings.keystorePassword());
        String url = settings.url().endsWith("/") ? settings.url() : settings.url() + "/";
        return new NonRegisteringDriver().connect(url, p);
    }

    private static void store(Properties p, String name, String file, Password password) {
        if (file != null) {
            p.setProperty(name + "Url", new File(file).toURI().toString());
            p.setProperty(name + "Password", text(password));
        }
    }

    private static String text(Password password) {
        return password == null ? "" : password.value();
    }
}
