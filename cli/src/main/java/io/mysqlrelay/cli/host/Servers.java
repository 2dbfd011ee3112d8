package io.mysqlrelay.cli.host;

import com.mysql.cj.jdbc.Driver;
import io.mysqlrelay.cli.UserError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The command's own sessions on the two servers, for progress alone. */
public final class Servers {
    private static final String CONNECT_TIMEOUT_MS = "5000";

    private Servers() {}

    /** @param sink the sink connector's settings, secrets resolved */
    public static Connection target(Map<String, String> sink) {
        Properties login = login(sink.get("connection.user"), sink.get("connection.password"));
        tls(login, sink, "connection.ssl.");
        return open("target.connection.url", sink.get("connection.url"), login);
    }

    /** @param source the source connector's settings, secrets resolved */
    public static Connection source(Map<String, String> source) {
        Properties login = login(source.get("database.user"), source.get("database.password"));
        tls(login, source, "database.ssl.");
        String url = "jdbc:mysql://" + source.get("database.hostname") + ":"
                + source.getOrDefault("database.port", "3306") + "/";
        return open("source.database.hostname", url, login);
    }

    /** Rows that the captured databases hold, as the server's statistics guess it; 0 when it cannot be told. */
    public static long estimateRows(Map<String, String> source) {
        try (Connection connection = source(source);
                Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("SELECT table_schema, sum(table_rows) FROM information_schema.tables"
                                + " WHERE table_type = 'BASE TABLE' AND table_schema NOT IN"
                                + " ('mysql', 'sys', 'information_schema', 'performance_schema', 'mysql_relay')"
                                + " GROUP BY 1")) {
            String include = source.get("database.include.list");
            long rows = 0;
            while (tables.next()) {
                if (include == null || included(include, tables.getString(1))) {
                    rows += tables.getLong(2);
                }
            }
            return rows;
        } catch (SQLException e) {
            return 0;
        }
    }

    private static boolean included(String list, String database) {
        for (String pattern : list.split(",")) {
            if (database.matches("(?i)" + pattern.strip())) {
                return true;
            }
        }
        return false;
    }

    private static Properties login(String user, String password) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", CONNECT_TIMEOUT_MS);
        login.setProperty("allowPublicKeyRetrieval", "true");
        return login;
    }

    private static void tls(Properties login, Map<String, String> settings, String prefix) {
        String mode = settings.get(prefix + "mode");
        if (mode != null) {
            login.setProperty("sslMode", mode.toUpperCase(Locale.ROOT));
        }
        for (String[] pair : new String[][] {
            {"truststore", "trustCertificateKeyStoreUrl"}, {"keystore", "clientCertificateKeyStoreUrl"}
        }) {
            // Debezium names the file by the store itself, the sink by its location.
            String store = settings.getOrDefault(prefix + pair[0], settings.get(prefix + pair[0] + ".location"));
            if (store != null) {
                login.setProperty(pair[1], "file:" + store);
                login.setProperty(
                        pair[1].replace("Url", "Password"), settings.getOrDefault(prefix + pair[0] + ".password", ""));
            }
        }
    }

    private static Connection open(String setting, String url, Properties login) {
        try {
            Connection connection = new Driver().connect(url, login);
            if (connection == null) {
                throw new UserError(setting + ": not a MySQL URL. It begins with jdbc:mysql://host:port/.");
            }
            return connection;
        } catch (SQLException e) {
            throw new UserError(setting + ": cannot connect: " + e.getMessage(), e);
        }
    }
}
