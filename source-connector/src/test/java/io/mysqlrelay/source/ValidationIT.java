package io.mysqlrelay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.process.FreePort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's mistakes, each against real servers: one message on the setting to change, with the fix. */
class ValidationIT {
    private static final String PASSWORD = "S3cret-pass";

    @TempDir
    static Path folder;

    private static KafkaBroker kafka;
    private static MySqlServer source;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(folder);
        source = MySqlServer.started();
        System.out.println("source: MySQL " + source.version());
        source.execute(
                "CREATE DATABASE shop",
                "CREATE TABLE shop.customers (id INT PRIMARY KEY)",
                "CREATE TABLE shop.log (line TEXT)",
                "CREATE VIEW shop.v AS SELECT id FROM shop.customers",
                "CREATE DATABASE crm",
                "CREATE TABLE crm.people (id INT PRIMARY KEY)",
                "CREATE USER relay@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "GRANT SELECT, SHOW VIEW, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO relay@'%'");
    }

    @AfterAll
    static void stop() {
        source.close();
        kafka.close();
    }

    @Test
    void aGoodSetupHasNoErrorsAndStarts() {
        assertThat(errors(props())).isEmpty();
        MySqlRelaySourceConnector connector = new MySqlRelaySourceConnector();
        connector.start(props());
        Map<String, String> task = new HashMap<>(props());
        task.put("retriable.restart.connector.wait.ms", "2000");
        assertThat(connector.taskConfigs(1)).containsExactly(task);
        connector.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "database.hostname, no-such-host.invalid, database.hostname, no host of the name",
        "database.port, 1, database.hostname, nothing answers",
        "database.password, wrong, database.password, refuses user",
        "database.user, nobody, database.password, refuses user",
        "database.include.list, 'shop,shpo', database.include.list, database shpo does not exist",
        "database.ssl.mode, verify_ca, database.ssl.mode, no encrypted connection",
    })
    void aWrongSettingIsNamed(String key, String value, String blamed, String message) {
        Map<String, String> errors = errors(props(key, value));
        assertThat(errors).containsOnlyKeys(blamed);
        assertThat(errors.get(blamed)).contains(message).contains("Fix: ").doesNotContain("wrong");
    }

    @Test
    void anUnreachableKafkaIsNamed() {
        String nobody = "127.0.0.1:" + FreePort.next();
        assertThat(errors(props("kafka.bootstrap.servers", nobody)))
                .containsOnlyKeys("kafka.bootstrap.servers")
                .extractingByKey("kafka.bootstrap.servers")
                .asString()
                .contains(nobody);
        assertThat(errors(props("kafka.bootstrap.servers", "no-such-host.invalid:9092")))
                .containsOnlyKeys("kafka.bootstrap.servers");
    }

    @ParameterizedTest
    @CsvSource({
        "binlog_format, STATEMENT, P06",
        "binlog_format, MIXED, P06",
        "binlog_row_image, MINIMAL, P07",
        "binlog_row_value_options, PARTIAL_JSON, P08",
    })
    void aBinlogThatLosesChangesIsRefusedWithTheStatementThatFixesIt(String variable, String value, String check) {
        source.execute("SET @before = @@GLOBAL." + variable, "SET GLOBAL " + variable + " = '" + value + "'");
        try {
            assertThat(errors(props()).get("database.hostname")).contains(check).contains("SET GLOBAL " + variable);
            assertThat(errors(props("migration.types", "schema,full"))).isEmpty();
            assertThatThrownBy(() -> new MySqlRelaySourceConnector().start(props()))
                    .isInstanceOf(RelayException.class)
                    .hasMessageContaining("RELAY-2001")
                    .hasMessageContaining(check);
        } finally {
            source.execute("SET GLOBAL " + variable + " = DEFAULT");
        }
    }

    @Test
    void aServerBetweenTwoGtidModesIsRefused() {
        source.execute("SET GLOBAL gtid_mode = ON_PERMISSIVE");
        try {
            assertThat(errors(props()).get("database.hostname")).contains("P14").contains("ON_PERMISSIVE");
        } finally {
            source.execute("SET GLOBAL gtid_mode = ON");
        }
    }

    @Test
    void aServerWithoutBinlogIsRefused() {
        try (MySqlServer silent =
                MySqlServer.builder().withoutGtid().withoutBinlog().start()) {
            Map<String, String> props = props(
                    "database.port", String.valueOf(silent.port()), "database.user", "root", "database.password", "");
            assertThat(errors(props).get("database.hostname")).contains("P05").contains("log_bin");
        }
    }

    @Test
    void missingPrivilegesAreListedWithTheirGrants() {
        source.execute(
                "CREATE USER poor@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "GRANT SELECT ON shop.customers TO poor@'%'",
                "GRANT INSERT ON shop.* TO poor@'%'");
        try {
            String error = errors(props("database.user", "poor", "database.include.list", "shop"))
                    .get("database.user");
            assertThat(error)
                    .contains("GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'poor'@'%'")
                    .contains("GRANT SELECT ON `shop`.* TO 'poor'@'%'")
                    .contains("GRANT LOCK TABLES ON `shop`.* TO 'poor'@'%'")
                    .contains("GRANT SHOW VIEW ON `shop`.* TO 'poor'@'%'");
            assertThat(errors(props(
                            "database.user",
                            "poor",
                            "database.include.list",
                            "shop",
                            "table.include.list",
                            "shop.customers",
                            "migration.types",
                            "full")))
                    .extractingByKey("database.user")
                    .asString()
                    .contains("lacks REPLICATION CLIENT, so")
                    .doesNotContain("SELECT")
                    .doesNotContain("LOCK");
            assertThat(errors(props("database.user", "poor", "database.include.list", "crm")))
                    .extractingByKey("database.include.list")
                    .asString()
                    .contains("GRANT SELECT ON `crm`.* TO 'poor'@'%'");
        } finally {
            source.execute("DROP USER poor@'%'");
        }
    }

    @Test
    void privilegesThroughAnActiveRoleCount() {
        source.execute(
                "CREATE ROLE reader",
                "GRANT SELECT, SHOW VIEW, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO reader",
                "CREATE USER member@'%' IDENTIFIED BY '" + PASSWORD + "' DEFAULT ROLE reader");
        try {
            assertThat(errors(props("database.user", "member"))).isEmpty();
        } finally {
            source.execute("DROP USER member@'%'", "DROP ROLE reader");
        }
    }

    private static Map<String, String> props(String... more) {
        Map<String, String> props = Settings.with(
                "database.hostname",
                source.host(),
                "database.port",
                String.valueOf(source.port()),
                "database.user",
                "relay",
                "database.password",
                PASSWORD,
                "kafka.bootstrap.servers",
                kafka.bootstrapServers());
        for (int i = 0; i < more.length; i += 2) {
            props.put(more[i], more[i + 1]);
        }
        return props;
    }

    /** Messages by setting; none may show the password. */
    private static Map<String, String> errors(Map<String, String> props) {
        Map<String, String> errors = new TreeMap<>();
        for (ConfigValue value : new MySqlRelaySourceConnector().validate(props).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), String.join("\n", value.errorMessages()));
            }
        }
        assertThat(errors.toString()).doesNotContain(PASSWORD);
        return errors;
    }
}
