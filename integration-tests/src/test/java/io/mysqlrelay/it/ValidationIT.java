package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.SilentServer;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting is answered before the connector exists, on the setting that is to be changed, and nowhere else. */
@ExtendWith(SharedStacks.class)
class ValidationIT {
    private static Stack stack;
    private static Migration migration;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.newer());
        stack.source().execute("CREATE DATABASE valid", "CREATE TABLE valid.t (id INT PRIMARY KEY)");
        migration = stack.migration("valid");
    }

    @Test
    void theWorkerFindsAllConnectorsAndTheirSettings() {
        for (String connector : List.of(
                "io.mysqlrelay.source.MySqlRelaySourceConnector",
                "io.mysqlrelay.sink.mysql.MySqlSinkConnector",
                "io.mysqlrelay.sink.adb.AnalyticDbSinkConnector")) {
            assertThat(stack.rest().connectorPlugins()).contains(connector);
            JsonNode settings = stack.rest().settings(connector);
            assertThat(settings.size()).isGreaterThan(10);
            for (JsonNode setting : settings) {
                String name = setting.path("name").asText();
                assertThat(setting.path("documentation").asText()).as(name).isNotBlank();
                assertThat(setting.path("display_name").asText()).as(name).isNotBlank();
                assertThat(setting.path("group").asText()).as(name).isNotBlank();
                if (name.contains("password")) {
                    assertThat(setting.path("type").asText()).as(name).isEqualTo("PASSWORD");
                }
            }
        }
    }

    @Test
    void theReadyToCopySettingsAreValid() {
        assertThat(stack.rest().validationErrors(migration.sourceConfig())).isEmpty();
        assertThat(stack.rest().validationErrors(migration.sinkConfig())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "topic.prefix, a b, topic.prefix",
        "topic.prefix, , topic.prefix",
        "kafka.bootstrap.servers, , kafka.bootstrap.servers",
        "kafka.bootstrap.servers, 127.0.0.1:1, kafka.bootstrap.servers",
        "database.hostname, , database.hostname",
        "database.hostname, no-such-host.invalid, database.hostname",
        "database.port, 0, database.port",
        "database.port, 1, database.hostname|database.port",
        "database.user, nobody, database.user|database.password",
        "database.password, wrong, database.user|database.password",
        "database.include.list, no_such_database, database.include.list",
        "database.include.list, '(', database.include.list",
        "migration.types, everything, migration.types",
        "migration.types, 'schema,incremental', migration.types",
        "start.gtid.set, 3E11FA47-71CA-11E1-9E33-C80AA9429562:1-5, start.gtid.set",
        "tasks.max, 2, tasks.max",
        "errors.tolerance, all, errors.tolerance",
        "snapshot.mode, initial, snapshot.mode",
        "tombstones.on.delete, true, tombstones.on.delete",
        "max.queue.size, 10, max.queue.size",
        "precheck.ignore, P99, precheck.ignore",
        "precheck.alerts, maybe, precheck.alerts",
    })
    void aWrongSettingOfTheSourceIsNamed(String key, String value, String settings) {
        check(Migration.with(migration.sourceConfig(), key, value), settings);
    }

    @ParameterizedTest
    @CsvSource({
        "topics, 'a.changes,b.changes', topics",
        "kafka.bootstrap.servers, , kafka.bootstrap.servers",
        "connection.url, , connection.url",
        "connection.url, jdbc:mysql://127.0.0.1:3306/db?useSSL=false, connection.url",
        "connection.url, jdbc:mysql://no-such-host.invalid:3306/, connection.url",
        "connection.url, jdbc:mysql://127.0.0.1:1/, connection.url",
        "connection.user, nobody, connection.user|connection.password",
        "connection.password, wrong, connection.user|connection.password",
        "connection.ssl.mode, maybe, connection.ssl.mode",
        "target.existing.tables, maybe, target.existing.tables",
        "apply.window.rows, 0, apply.window.rows",
        "retry.other.minutes, 1000, retry.other.minutes",
        "precheck.ignore, 'P16,X', precheck.ignore",
        "tasks.max, 2, tasks.max",
    })
    void aWrongSettingOfTheSinkIsNamed(String key, String value, String settings) {
        check(Migration.with(migration.sinkConfig(), key, value), settings);
    }

    @Test
    void aBadMigrationIsRefusedOnTheSettingsWithTheStatementsThatEndIt() {
        String secret = "wr0ng'\"secret";
        stack.source()
                .execute(
                        "CREATE USER few@'%' IDENTIFIED BY 'wr0ng''\"secret'",
                        "GRANT SELECT ON valid.* TO few@'%'", "SET GLOBAL binlog_row_value_options = 'PARTIAL_JSON'");
        try {
            Map<String, String> config = Migration.with(
                    Migration.with(migration.sourceConfig(), "database.user", "few"), "database.password", secret);
            List<String> errors = stack.rest().validationErrors(config);
            assertThat(errors.toString()).doesNotContain(secret, "wr0ng");
            assertThat(errors)
                    .anyMatch(e -> e.startsWith("database.hostname: P08")
                            && e.contains("SET GLOBAL binlog_row_value_options = ''"))
                    .anyMatch(e -> e.startsWith("database.user: P03")
                            && e.contains("GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'few'@'%'"));
        } finally {
            stack.source().execute("DROP USER few@'%'", "SET GLOBAL binlog_row_value_options = ''");
        }
    }

    /** Packets to it are lost: nobody even says that there is nobody. */
    @Test
    void anAddressThatSwallowsEverythingIsToldInTime() throws Exception {
        try (SilentServer hole = SilentServer.fullQueue()) {
            told(hole, "a black hole");
        }
    }

    /** It takes connections and never says a word. */
    @Test
    void aServerThatSaysNothingIsToldInTime() throws Exception {
        try (SilentServer mute = SilentServer.mute()) {
            told(mute, "a mute server");
        }
    }

    /** The worker itself would answer with an error of its own after 90 seconds. */
    private static void told(SilentServer server, String what) {
        Map<String, String> source = Migration.with(
                Migration.with(migration.sourceConfig(), "database.hostname", "127.0.0.1"),
                "database.port",
                String.valueOf(server.port()));
        Map<String, String> nothing = Migration.with(source, "kafka.bootstrap.servers", "127.0.0.1:" + server.port());
        Map<String, String> sink = Migration.with(
                migration.sinkConfig(), "connection.url", "jdbc:mysql://127.0.0.1:" + server.port() + "/");
        long begun = System.nanoTime();
        List<String> errors = stack.rest().validationErrors(nothing);
        Print.line(what + " as source and Kafka: told in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        assertThat(errors)
                .anyMatch(e -> e.startsWith("database.hostname: P01"))
                .anyMatch(e -> e.startsWith("kafka.bootstrap.servers: P47"))
                .hasSize(2);
        begun = System.nanoTime();
        List<String> sinkErrors = stack.rest().validationErrors(sink);
        Print.line(what + " as target: told in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        assertThat(sinkErrors).singleElement().asString().startsWith("connection.url: P01 RELAY-4001");
    }

    @Test
    void jsonWithoutSchemasIsRefused() {
        Map<String, String> json =
                Migration.with(migration.sourceConfig(), "value.converter", Migration.JSON_CONVERTER);
        assertThat(stack.rest().validationErrors(json)).isEmpty();
        check(Migration.with(json, "value.converter.schemas.enable", "false"), "value.converter.schemas.enable");
    }

    private static void check(Map<String, String> config, String settings) {
        List<String> errors = stack.rest().validationErrors(config);
        assertThat(errors).hasSize(1);
        assertThat(List.of(settings.split("\\|")))
                .as(errors.get(0))
                .contains(errors.get(0).substring(0, errors.get(0).indexOf(':')));
        assertThat(errors.get(0)).doesNotContain("\tat ", "Exception:", "wrong'", "null");
    }
}
