package io.mysqlrelay.sink.adb.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.CheckRun;
import io.mysqlrelay.core.precheck.Ignored;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.State;
import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.sink.adb.AnalyticDbSinkConnector;
import io.mysqlrelay.sink.adb.Cluster;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is found out about a cluster alone, and what the sink's connector does with it. */
class AdbTargetIT {
    private static final String NONE = "SELECT table_name FROM information_schema.tables WHERE table_schema ="
            + " 'mysql_relay' AND table_name LIKE 'probe%'";

    @AfterEach
    void well() {
        Cluster.faults().clear();
    }

    @Test
    void aClusterThatIsWellPassesAndNothingIsLeftBehind() throws Exception {
        Map<String, String> config = Cluster.config();
        config.put("checkpoint.database", "fresh_relay");
        Report report = all(config);
        assertThat(report.errors()).as(texts(report)).isEmpty();
        assertThat(report.openAlerts()).as(texts(report)).isEmpty();
        assertThat(report.count(State.UNKNOWN)).as(texts(report)).isZero();
        assertThat(texts(report)).doesNotContain("does not tell its kernel");
        assertThat(Cluster.rows(
                        "SELECT schema_name FROM information_schema.schemata WHERE schema_name = 'fresh_relay'"))
                .isEmpty();
    }

    @Test
    void withoutProbeTheRightsCannotBeTold() throws Exception {
        Map<String, String> config = Cluster.config();
        config.put("precheck.probe", "false");
        Report report = all(config);
        assertThat(report.results()).anySatisfy(r -> {
            assertThat(r.kind()).isEqualTo(CheckKind.TARGET_PRIVILEGES);
            assertThat(r.finding().state()).isEqualTo(State.UNKNOWN);
            assertThat(r.text()).contains("GRANT SELECT, INSERT, DELETE");
        });
        assertThat(report.results())
                .anyMatch(r -> r.kind() == CheckKind.COLLATIONS && r.finding().state() == State.SKIPPED);
    }

    @Test
    void aLockedClusterIsAnOutageThatKeepsNothingFromStarting() throws Exception {
        Cluster.faults().readOnly(true);
        Report report = all(Cluster.config());
        assertThat(report.errors()).singleElement().satisfies(e -> {
            assertThat(e.text()).contains("P15 RELAY-4004", "does not take writes");
            assertThat(e.finding().temporary()).isTrue();
        });
        Map<String, String> config = Cluster.config();
        config.put("topics", "locked.changes");
        assertThatCode(() -> new AnalyticDbSinkConnector().start(config)).doesNotThrowAnyException();
    }

    @Test
    void aTableThatCannotBeMadeIsAnError() throws Exception {
        Map<String, String> config = Cluster.config();
        config.put("checkpoint.database", "Not_Allowed");
        assertThat(all(config).errors())
                .singleElement()
                .satisfies(e -> assertThat(e.text()).contains("P04", "refused was CREATE DATABASE"));
        assertThatThrownBy(() -> new AnalyticDbSinkConnector().start(config))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("RELAY-4008")
                .hasMessageContaining("connection.user: P04");
    }

    @Test
    void aPlainMySqlServerIsTold() throws Exception {
        try (MySqlServer plain = MySqlServer.builder().start()) {
            plain.execute("CREATE USER u@'%' IDENTIFIED BY 'p'", "GRANT SELECT ON *.* TO u@'%'");
            Map<String, String> config = Cluster.config();
            config.put("connection.url", "jdbc:mysql://127.0.0.1:" + plain.port() + "/");
            config.put("connection.user", "u");
            config.put("connection.password", "p");
            Report report = all(config);
            assertThat(report.openAlerts())
                    .singleElement()
                    .satisfies(a -> assertThat(a.text()).contains("P02", "MySqlSinkConnector"));
            assertThat(report.errors())
                    .anySatisfy(e -> assertThat(e.text()).contains("RELAY-4003", "refused was CREATE DATABASE"))
                    .anySatisfy(e -> assertThat(e.text()).contains("missing", "GRANT SELECT, INSERT, DELETE"));
        }
    }

    @Test
    void theReportIsInTheTargetAndAMigrationThatRunsIsNotKeptFromIt() throws Exception {
        Map<String, String> config = Cluster.config();
        config.put("topics", "kept.changes");
        new AnalyticDbSinkConnector().start(config);
        assertThat(Cluster.rows("SELECT id, side, state, severity, code FROM mysql_relay.precheck WHERE migration ="
                        + " 'kept.changes' ORDER BY line"))
                .contains("P47,target,failed,error,RELAY-3101", "P01,target,passed,null,null");
        assertThat(Cluster.rows(NONE)).isEmpty();
        Cluster.sql("REPLACE INTO mysql_relay.migration (migration, phase) VALUES ('kept.changes', 'full')");
        new AnalyticDbSinkConnector().start(config);
        assertThat(Cluster.rows(
                        "SELECT found FROM mysql_relay.precheck WHERE migration = 'kept.changes' AND id = 'P27'"))
                .containsExactly("the migration has begun");
    }

    @Test
    void validationNamesTheSettingAndMakesNothing() {
        assertThat(errors(Cluster.config())).isEmpty();
        Map<String, String> wrong = Cluster.config();
        wrong.put("connection.password", "wr0ng-word");
        assertThat(errors(wrong)).singleElement().asString().startsWith("connection.password: P01 RELAY-4002");
        Map<String, String> nobody = Cluster.config();
        nobody.put("connection.url", "jdbc:mysql://127.0.0.1:1/");
        assertThat(errors(nobody)).singleElement().asString().startsWith("connection.url: P01 RELAY-4001");
        Map<String, String> tables = Cluster.config();
        tables.put("adb.tables.x.table", "a.b");
        assertThat(errors(tables)).singleElement().asString().startsWith("adb.tables: ");
        Cluster.faults().readOnly(true);
        assertThat(errors(Cluster.config())).isEmpty();
    }

    private static List<String> errors(Map<String, String> config) {
        List<String> errors = new ArrayList<>();
        for (ConfigValue value : new AnalyticDbSinkConnector().validate(config).configValues()) {
            value.errorMessages().forEach(m -> errors.add(value.name() + ": " + m));
        }
        assertThat(errors.toString())
                .doesNotContain("wr0ng-word", Cluster.config().get("connection.password"));
        return errors;
    }

    private static Report all(Map<String, String> config) throws Exception {
        try (OpenSide open = new AdbPrechecks().open(config, true)) {
            return new CheckRun(Duration.ofSeconds(30), Ignored.nothing()).run(open.checks());
        }
    }

    private static String texts(Report report) {
        return String.join(
                "\n", report.results().stream().map(CheckResult::text).toList());
    }
}
