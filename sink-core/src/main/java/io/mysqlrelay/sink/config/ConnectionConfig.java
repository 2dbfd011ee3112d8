package io.mysqlrelay.sink.config;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The settings {@code connection.*}: where the target is and how to log in. */
public final class ConnectionConfig {
    public static final String URL = "connection.url";
    public static final String USER = "connection.user";
    public static final String PASSWORD = "connection.password";
    public static final String SSL_MODE = "connection.ssl.mode";
    public static final String TRUSTSTORE = "connection.ssl.truststore.location";
    public static final String TRUSTSTORE_PASSWORD = "connection.ssl.truststore.password";
    public static final String KEYSTORE = "connection.ssl.keystore.location";
    public static final String KEYSTORE_PASSWORD = "connection.ssl.keystore.password";
    public static final String TIMEOUT_MS = "connection.timeout.ms";

    private static final String GROUP = "connection";
    /**
     * No database and no parameters: the session's state is known only while nobody else sets driver options. One host:
     * the driver's failover could reach another server in the middle of a migration.
     */
    private static final Pattern PLAIN_URL =
            Pattern.compile("jdbc:mysql://(\\[[0-9a-fA-F:.]+]|[^/:?,()@\\[\\]\\s]+)(:\\d{1,5})?/?");

    private ConnectionConfig() {}

    public static ConfigDef define(ConfigDef def) {
        int order = 0;
        def.define(
                URL,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                ConfigDef.LambdaValidator.with(ConnectionConfig::checkUrl, () -> "jdbc:mysql://host:port/"),
                Importance.HIGH,
                "Address of the target server, as jdbc:mysql://host:port/ with neither a database nor parameters.",
                GROUP,
                ++order,
                Width.LONG,
                "Target address");
        def.define(
                USER,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                Importance.HIGH,
                "Account on the target. It reads and writes the migrated databases and the checkpoint database. Copied"
                        + " triggers and events belong to it and act as it, also after the cut-over.",
                GROUP,
                ++order,
                Width.MEDIUM,
                "User");
        def.define(
                PASSWORD,
                ConfigDef.Type.PASSWORD,
                "",
                Importance.HIGH,
                "Password of connection.user. Use a config provider such as ${env:TARGET_PASSWORD} rather than the text.",
                GROUP,
                ++order,
                Width.MEDIUM,
                "Password");
        def.define(
                SSL_MODE,
                ConfigDef.Type.STRING,
                SslMode.PREFERRED.setting(),
                ConfigDef.ValidString.in(SslMode.settings()),
                Importance.MEDIUM,
                "Encryption of the connection, with the meaning of MySQL's --ssl-mode. verify_ca and verify_identity need a truststore unless the server's authority is one that Java trusts.",
                GROUP,
                ++order,
                Width.SHORT,
                "TLS mode");
        def.define(
                TRUSTSTORE,
                ConfigDef.Type.STRING,
                null,
                Importance.LOW,
                "Path of a JKS or PKCS12 file with the authority of the server's certificate. Needed for verify_ca and verify_identity with a private authority.",
                GROUP,
                ++order,
                Width.LONG,
                "Truststore");
        def.define(
                TRUSTSTORE_PASSWORD,
                ConfigDef.Type.PASSWORD,
                null,
                Importance.LOW,
                "Password of the truststore.",
                GROUP,
                ++order,
                Width.MEDIUM,
                "Truststore password");
        def.define(
                KEYSTORE,
                ConfigDef.Type.STRING,
                null,
                Importance.LOW,
                "Path of a JKS or PKCS12 file with the client's certificate and key. Needed when the account was created with REQUIRE X509.",
                GROUP,
                ++order,
                Width.LONG,
                "Keystore");
        def.define(
                KEYSTORE_PASSWORD,
                ConfigDef.Type.PASSWORD,
                null,
                Importance.LOW,
                "Password of the keystore.",
                GROUP,
                ++order,
                Width.MEDIUM,
                "Keystore password");
        return def.define(
                TIMEOUT_MS,
                ConfigDef.Type.INT,
                15_000,
                ConfigDef.Range.between(1_000, 600_000),
                Importance.LOW,
                "How long to wait for a connection before the target counts as not reachable. Raise it for targets behind slow networks.",
                GROUP,
                ++order,
                Width.SHORT,
                "Connect timeout");
    }

    /** @param timeoutMillis for connecting; the setting's own value when 0 */
    public static ConnectionSettings parse(AbstractConfig config, int timeoutMillis) {
        return new ConnectionSettings(
                config.getString(URL),
                config.getString(USER),
                config.getPassword(PASSWORD),
                SslMode.of(config.getString(SSL_MODE)),
                config.getString(TRUSTSTORE),
                config.getPassword(TRUSTSTORE_PASSWORD),
                config.getString(KEYSTORE),
                config.getPassword(KEYSTORE_PASSWORD),
                timeoutMillis == 0 ? config.getInt(TIMEOUT_MS) : timeoutMillis);
    }

    /** The settings whose combination says how to reach the server; a failed login is reported on one of them. */
    public static Set<String> names() {
        return define(new ConfigDef()).names();
    }

    private static void checkUrl(String name, Object value) {
        if (value instanceof String url && !PLAIN_URL.matcher(url).matches()) {
            // The value may hold a password; it is not repeated.
            throw new ConfigException(
                    name + " must have the form jdbc:mysql://host:port/ without database, parameters or account");
        }
    }
}
