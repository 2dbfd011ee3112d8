package io.mysqlrelay.source.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * The Kafka cluster of the worker. Connect does not tell a plugin where it is, and the connector must create and check
 * topics and keep its table definitions on one.
 */
public final class KafkaGroup {
    /** Everything behind it is a client setting by Kafka's own name. */
    public static final String PREFIX = "kafka.";

    public static final String BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";
    public static final String SECURITY_PROTOCOL = "kafka.security.protocol";
    public static final String SASL_MECHANISM = "kafka.sasl.mechanism";
    public static final String SASL_JAAS_CONFIG = "kafka.sasl.jaas.config";
    public static final String SSL_TRUSTSTORE_LOCATION = "kafka.ssl.truststore.location";
    public static final String SSL_TRUSTSTORE_PASSWORD = "kafka.ssl.truststore.password";
    public static final String SSL_KEYSTORE_LOCATION = "kafka.ssl.keystore.location";
    public static final String SSL_KEYSTORE_PASSWORD = "kafka.ssl.keystore.password";
    public static final String SSL_KEY_PASSWORD = "kafka.ssl.key.password";
    public static final String REPLICATION_FACTOR = "topic.replication.factor";

    private KafkaGroup() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Kafka");
        group.required(
                BOOTSTRAP_SERVERS,
                ConfigDef.Type.STRING,
                Validators.NOT_BLANK,
                Width.LONG,
                "Bootstrap servers",
                "Brokers of the cluster that the Connect worker uses, as host:port separated by commas. Any other"
                        + " client setting may be given as kafka.<setting>.");
        group.optional(
                REPLICATION_FACTOR,
                ConfigDef.Type.SHORT,
                (short) -1,
                Validators.validator("-1 or 1 to 32767", value -> {
                    if ((Short) value != -1 && (Short) value < 1) {
                        throw new IllegalArgumentException("must be -1 (the broker's default) or at least 1");
                    }
                }),
                Importance.MEDIUM,
                "Replication factor",
                "Copies of each topic that the connector creates; -1 for the broker's default. Use 3 on a cluster.");
        client(
                group,
                SECURITY_PROTOCOL,
                ConfigDef.Type.STRING,
                "Security protocol",
                "PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL.");
        client(group, SASL_MECHANISM, ConfigDef.Type.STRING, "SASL mechanism", "For example SCRAM-SHA-512.");
        client(
                group,
                SASL_JAAS_CONFIG,
                ConfigDef.Type.PASSWORD,
                "JAAS configuration",
                "Login module with user and password.");
        client(group, SSL_TRUSTSTORE_LOCATION, ConfigDef.Type.STRING, "Truststore file", "File on the worker.");
        client(
                group,
                SSL_TRUSTSTORE_PASSWORD,
                ConfigDef.Type.PASSWORD,
                "Truststore password",
                "Password of the truststore file.");
        client(group, SSL_KEYSTORE_LOCATION, ConfigDef.Type.STRING, "Keystore file", "File on the worker.");
        client(
                group,
                SSL_KEYSTORE_PASSWORD,
                ConfigDef.Type.PASSWORD,
                "Keystore password",
                "Password of the keystore file.");
        client(
                group,
                SSL_KEY_PASSWORD,
                ConfigDef.Type.PASSWORD,
                "Key password",
                "Password of the key in the keystore file.");
    }

    private static void client(SettingGroup group, String key, ConfigDef.Type type, String display, String doc) {
        group.optional(key, type, null, null, Importance.LOW, display, doc + " As in Kafka's client settings.");
    }
}
