package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.schemaDdl;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user's mistakes, each one message on the setting to change; and an account that may do no more than it needs. */
class ValidationIT {
    private static final String PASSWORD = "s3cret-word";

    @BeforeEach
    void accounts() {
        sql(
                "DROP USER IF EXISTS relay@'%', reader@'%'",
                "CREATE USER relay@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON *.* TO relay@'%'",
                "CREATE USER reader@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "GRANT SELECT ON *.* TO reader@'%'");
    }

    private static Map<String, String> config(String user) {
        Map<String, String> config = new HashMap<>(TargetHarness.config());
        config.put("connection.user", user);
        config.put("connection.password", PASSWORD);
        return config;
    }

    private static Map<String, List<String>> errors(Map<String, String> config) {
        Map<String, List<String>> errors = new TreeMap<>();
        for (ConfigValue value : new MySqlSinkConnector().validate(config).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        assertThat(errors.toString()).doesNotContain(PASSWORD);
        return errors;
    }

    private static void onlyError(Map<String, String> config, String setting, String... parts) {
        Map<String, List<String>> errors = errors(config);
        assertThat(errors).containsOnlyKeys(setting);
        assertThat(errors.get(setting)).hasSize(1);
        assertThat(errors.get(setting).get(0)).contains(parts);
    }

    @Test
    void aGoodConfigurationHasNoErrors() {
        assertThat(errors(config("relay"))).isEmpty();
    }

    @Test
    void mistakesInReachingTheServer() throws Exception {
        Map<String, String> nobody = config("relay");
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody.put("connection.url", "jdbc:mysql://127.0.0.1:" + closed.getLocalPort());
        }
        onlyError(nobody, "connection.url", "RELAY-4001");
        Map<String, String> password = config("relay");
        password.put("connection.password", "wrong");
        onlyError(password, "connection.password", "RELAY-4002", "relay");
        Map<String, String> parameters = config("relay");
        parameters.merge("connection.url", "?useSSL=false&password=" + PASSWORD, String::concat);
        onlyError(parameters, "connection.url", "jdbc:mysql://host:port/");
        Map<String, String> tls = config("relay");
        tls.put("connection.ssl.mode", "verify_ca");
        onlyError(tls, "connection.ssl.mode", "RELAY-4006");
        Map<String, String> mode = config("relay");
        mode.put("connection.ssl.mode", "on");
        assertThat(errors(mode)).containsOnlyKeys("connection.ssl.mode");
    }

    @Test
    void aMissingPrivilegeComesWithItsGrant() {
        onlyError(
                config("reader"),
                "connection.user",
                "RELAY-4003",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE ON `mysql_relay`.* TO 'reader'@'%'");
        sql("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE ON mysql_relay.* TO reader@'%'");
        onlyError(config("reader"), "connection.user", "missing ALTER, CREATE, DELETE", "ON *.* TO 'reader'@'%'");
    }

    @Test
    void aReadOnlyTargetIsRefused() {
        try (MySqlServer replica =
                MySqlServer.builder().option("read-only", "ON").start()) {
            Map<String, String> config = config("root");
            config.put("connection.password", "");
            config.put("connection.url", "jdbc:mysql://" + replica.host() + ":" + replica.port());
            onlyError(config, "connection.url", "RELAY-4004");
        }
    }

    @Test
    void manyTasksAndManyTopicsAreRefused() {
        Map<String, String> config = config("relay");
        config.put("tasks.max", "2");
        assertThat(errors(config)).containsOnlyKeys("tasks.max");
    }

    @Test
    void theSmallestAccountIsEnough() throws Exception {
        sql("DROP DATABASE IF EXISTS lim", "DROP DATABASE IF EXISTS mysql_relay");
        TableName name = new TableName("lim", "t");
        TargetSettings settings = TargetSettings.parse(config("relay"), "limited.changes", "o");
        try (MySqlTarget first = new MySqlTarget(settings, new Epoch());
                MySqlTarget target = new MySqlTarget(settings, new Epoch())) {
            first.open();
            target.open();
            target.claimTables(List.of(name), true, checkpoint());
            target.execute(schemaDdl(null, "CREATE DATABASE `lim`"), checkpoint());
            target.execute(schemaDdl("lim", "CREATE TABLE `t` (`id` int NOT NULL PRIMARY KEY)", name), checkpoint());
            Map<String, String> session = new TreeMap<>(Map.of(
                    "sql_mode", "1436549152",
                    "timestamp", "1000000000",
                    "time_zone", "+02:00",
                    "auto_increment_increment", "3",
                    "explicit_defaults_for_timestamp", "0",
                    "default_collation_for_utf8mb4", "utf8mb4_general_ci",
                    "foreign_key_checks", "1",
                    "sql_auto_is_null", "1",
                    "collation_server", "latin1_swedish_ci"));
            target.execute(alter("ALTER TABLE t ADD v INT COMMENT 'timestamp'", session, 4), checkpoint());
            for (String other :
                    List.of("ALTER TABLE t ADD w TIMESTAMP", "ALTER TABLE t ADD w TEXT CHARACTER SET utf8mb4")) {
                assertThatThrownBy(() -> target.execute(alter(other, session, 5), checkpoint()))
                        .as(other)
                        .hasMessageContaining("RELAY-4042")
                        .hasMessageContaining("SUPER");
            }
            target.apply(window(insert(
                    shape("lim", "t", column("id", ValueType.INTEGER), column("v", ValueType.INTEGER)), 1L, 2L)));
        }
        assertThat(rows("SELECT * FROM lim.t")).containsExactly("1,2");
    }

    private static DdlChange alter(String text, Map<String, String> session, long position) {
        return new DdlChange(
                false,
                "lim",
                text.getBytes(StandardCharsets.UTF_8),
                "utf8mb4",
                text,
                session,
                List.of(new TableName("lim", "t")),
                "x.000001:" + position,
                0,
                0);
    }
}
