package io.mysqlrelay.source.config;

import io.mysqlrelay.source.server.Tls;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The source server and how to connect to it. */
public final class ServerGroup {
    public static final String HOSTNAME = "database.hostname";
    public static final String PORT = "database.port";
    public static final String USER = "database.user";
    public static final String PASSWORD = "database.password";
    public static final String SERVER_ID = "database.server.id";
    public static final String CONNECT_TIMEOUT_MS = "connect.timeout.ms";
    public static final String SSL_MODE = "database.ssl.mode";
    public static final String SSL_KEYSTORE = "database.ssl.keystore";
    public static final String SSL_KEYSTORE_PASSWORD = "database.ssl.keystore.password";
    public static final String SSL_TRUSTSTORE = "database.ssl.truststore";
    public static final String SSL_TRUSTSTORE_PASSWORD = "database.ssl.truststore.password";

    private static final List<String> MODES =
            Arrays.stream(Tls.Mode.values()).map(Tls.Mode::value).toList();

    private ServerGroup() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Source server");
        group.required(
                        HOSTNAME,
                        ConfigDef.Type.STRING,
                        Validators.HOST_NAME,
                        Width.LONG,
                        "Host",
                        "Host name or address of the MySQL server to migrate from.")
                .optional(
                        PORT,
                        ConfigDef.Type.INT,
                        3306,
                        Range.between(1, 65535),
                        Importance.HIGH,
                        "Port",
                        "TCP port of the source server.")
                .required(
                        USER,
                        ConfigDef.Type.STRING,
                        Validators.NOT_BLANK,
                        Width.MEDIUM,
                        "User",
                        "Account on the source. Needs SELECT on the captured objects, REPLICATION SLAVE and REPLICATION"
                                + " CLIENT; LOCK TABLES to load tables without primary key, with acting foreign keys, or changed"
                                + " by a statement meanwhile; SHOW VIEW, TRIGGER, EVENT"
                                + " and SHOW_ROUTINE (before 8.0.20: SELECT on *.*) to read views, triggers, events and"
                                + " routines in the schema phase.")
                .optional(
                        PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        null,
                        Importance.HIGH,
                        "Password",
                        "Password of the account. Give it through a config provider, as ${file:...} or ${env:...}.")
                .optional(
                        SERVER_ID,
                        ConfigDef.Type.LONG,
                        null,
                        Validators.validator("1 to 4294967295", value -> {
                            if ((Long) value < 1 || (Long) value > 4294967295L) {
                                throw new IllegalArgumentException("must be between 1 and 4294967295");
                            }
                        }),
                        Importance.LOW,
                        "Server id",
                        "Id under which the connector reads the binlog; no replica or other reader of the source may"
                                + " use the same one. Unset, an id between 5400 and 2147483647 is computed from"
                                + " topic.prefix, always the same for the same prefix. 4294967296 minus it is the id of a second"
                                + " connection at times.")
                .optional(
                        CONNECT_TIMEOUT_MS,
                        ConfigDef.Type.INT,
                        30_000,
                        Range.between(1_000, 600_000),
                        Importance.LOW,
                        "Connect timeout (ms)",
                        "Time after which an attempt to connect to the source is given up.");
        defineTls(new SettingGroup(definition, "Source server encryption"));
    }

    private static void defineTls(SettingGroup group) {
        group.choice(
                        SSL_MODE,
                        ConfigDef.Type.STRING,
                        Tls.Mode.PREFERRED.value(),
                        Validators.oneOf(MODES),
                        List.copyOf(MODES),
                        "TLS mode",
                        "Encryption of every connection to the source: disabled; preferred (when the server offers it);"
                                + " required; verify_ca (the certificate is from a trusted authority);"
                                + " verify_identity (and names this host).")
                .optional(
                        SSL_TRUSTSTORE,
                        ConfigDef.Type.STRING,
                        null,
                        null,
                        Importance.LOW,
                        "Truststore file",
                        "File on the worker with the trusted certificates (JKS or PKCS #12). Set it for verify_ca and"
                                + " verify_identity unless the JVM trusts the authority already.")
                .optional(
                        SSL_TRUSTSTORE_PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        null,
                        null,
                        Importance.LOW,
                        "Truststore password",
                        "Password of the truststore file.")
                .optional(
                        SSL_KEYSTORE,
                        ConfigDef.Type.STRING,
                        null,
                        null,
                        Importance.LOW,
                        "Keystore file",
                        "File on the worker with the client's certificate and key (JKS or PKCS #12). Set it when the"
                                + " account was created with REQUIRE X509.")
                .optional(
                        SSL_KEYSTORE_PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        null,
                        null,
                        Importance.LOW,
                        "Keystore password",
                        "Password of the keystore file and of the key in it.");
    }
}
