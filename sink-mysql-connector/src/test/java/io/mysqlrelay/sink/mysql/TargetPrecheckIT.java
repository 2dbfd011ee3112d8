package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sink's connector does with what it finds. */
class TargetPrecheckIT {
    @BeforeEach
    void accounts() {
        sql(
                "DROP DATABASE IF EXISTS mysql_relay",
                "DROP USER IF EXISTS tp_reader@'%', tp_relay@'%'",
                "CREATE USER tp_reader@'%' IDENTIFIED BY 's3cret-word'",
                "GRANT SELECT ON *.* TO tp_reader@'%'",
                "CREATE USER tp_relay@'%' IDENTIFIED BY 's3cret-word'",
                "GRANT ALL ON `%`.* TO tp_relay@'%'");
    }

    private static Map<String, String> config(String user) {
        Map<String, String> config = TargetHarness.config();
        config.put("connection.user", user);
        config.put("connection.password", "s3cret-word");
        return config;
    }

    @Test
    void aNewMigrationDoesNotStartWithErrorsARunningOneDoesAndTheReportIsInTheTarget() throws Exception {
        assertThatThrownBy(() -> new MySqlSinkConnector().start(config("tp_reader")))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("RELAY-4008")
                .hasMessageContaining("connection.user: P04 RELAY-4003");
        new MySqlSinkConnector().start(config("tp_relay"));
        assertThat(rows(
                        "SELECT id, side, state, severity, code FROM mysql_relay.precheck WHERE migration = 'test.changes'"
                                + " ORDER BY line"))
                .contains(
                        "P47,target,failed,error,RELAY-3101",
                        "P50,target,failed,note,RELAY-4043",
                        "P01,target,passed,null,null");
        assertThat(rows("SELECT found FROM mysql_relay.precheck WHERE id = 'P49'")
                        .get(0))
                .contains("may not set variables");
        sql(
                "INSERT INTO mysql_relay.migration VALUES ('test.changes', 'full', NULL, NULL, NULL, NOW(6))",
                "REVOKE ALL ON `%`.* FROM tp_relay@'%'",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE ON mysql_relay.* TO tp_relay@'%'");
        new MySqlSinkConnector().start(config("tp_relay"));
        assertThat(rows("SELECT state FROM mysql_relay.precheck WHERE id = 'P04'"))
                .containsExactly("failed");
    }

    @Test
    void alertsRefuseWhereTheUserWantsItUntilTheyAreIgnored() {
        Map<String, String> config = config("tp_relay");
        config.put("apply.threads", "32");
        sql("SET GLOBAL max_connections = 20");
        try {
            assertThat(errors(config)).isEmpty();
            config.put("precheck.alerts", "refuse");
            assertThat(errors(config)).singleElement().asString().contains("connection.url", "precheck.ignore=P37");
            config.put("precheck.ignore", "P37");
            assertThat(errors(config)).isEmpty();
            config.put("precheck.ignore", "P99");
            assertThat(errors(config)).singleElement().asString().contains("precheck.ignore", "P99");
        } finally {
            sql("SET GLOBAL max_connections = 100");
        }
    }

    private static List<String> errors(Map<String, String> config) {
        List<String> errors = new ArrayList<>();
        for (ConfigValue value : new MySqlSinkConnector().validate(config).configValues()) {
            value.errorMessages().forEach(m -> errors.add(value.name() + ": " + m));
        }
        assertThat(errors.toString()).doesNotContain("s3cret-word");
        return errors;
    }
}
