package io.mysqlrelay.source.check;

import static io.mysqlrelay.source.check.SourceCase.alert;
import static io.mysqlrelay.source.check.SourceCase.error;
import static io.mysqlrelay.source.check.SourceCase.note;
import static io.mysqlrelay.source.check.SourceCase.passed;
import static io.mysqlrelay.source.check.SourceCase.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.CheckRun;
import io.mysqlrelay.core.precheck.Ignored;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.State;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.server.SourceConnections;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of the source against real servers of two versions: passed, failed, could not tell. */
class PrecheckIT {
    private static final Map<String, MySqlServer> SERVERS = new LinkedHashMap<>();
    /** Well in every respect that a test may not change while it runs. */
    private static final Map<String, MySqlServer> REPLICAS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        for (MySqlDistribution version : MySqlDistribution.tested()) {
            MySqlServer server = MySqlServer.builder().distribution(version).start();
            SERVERS.put(version.version(), server);
            server.execute(
                    "CREATE DATABASE shop",
                    "CREATE DATABASE other",
                    "CREATE TABLE other.parent (id INT PRIMARY KEY)",
                    "CREATE TABLE shop.good (id INT PRIMARY KEY, v INT)",
                    "CREATE USER relay@'%' IDENTIFIED BY 'p'",
                    "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES, PROCESS, REPLICATION SLAVE, REPLICATION CLIENT,"
                            + " XA_RECOVER_ADMIN ON *.* TO relay@'%'",
                    "CREATE USER poor@'%' IDENTIFIED BY 'p'");
            MySqlServer replica = MySqlServer.builder()
                    .distribution(version)
                    .withoutGtid()
                    .option("log-slave-updates", "OFF")
                    .start();
            replica.execute(
                    "CREATE USER relay@'%' IDENTIFIED BY 'p'",
                    "GRANT SELECT, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO relay@'%'",
                    "CHANGE MASTER TO MASTER_HOST = '127.0.0.1'");
            REPLICAS.put(version.version(), replica);
        }
        System.out.println("sources: MySQL " + SERVERS.keySet());
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(MySqlServer::close);
        REPLICAS.values().forEach(MySqlServer::close);
    }

    static Stream<Arguments> casesOnServers() {
        return SERVERS.keySet().stream()
                .flatMap(version -> cases().stream()
                        .filter(c -> !c.newerOnly || !version.equals(MySqlDistribution.BUNDLED_VERSION))
                        .map(c -> Arguments.of(version, c)));
    }

    private static List<SourceCase> cases() {
        List<SourceCase> cases = new ArrayList<>();
        cases.add(variable(CheckKind.BINLOG_FORMAT, "binlog_format", "MIXED"));
        cases.add(variable(CheckKind.ROW_IMAGE, "binlog_row_image", "MINIMAL"));
        cases.add(variable(CheckKind.PARTIAL_JSON, "binlog_row_value_options", "PARTIAL_JSON"));
        cases.add(note(CheckKind.COMPRESSION, "is ON")
                .when("SET GLOBAL binlog_transaction_compression = ON")
                .then("SET GLOBAL binlog_transaction_compression = OFF")
                .newer());
        cases.add(error(CheckKind.SERVER_ID, "server_id of the source is 0")
                .when("SET @before = @@GLOBAL.server_id", "SET GLOBAL server_id = 0")
                .then("SET GLOBAL server_id = 77"));
        cases.add(error(CheckKind.SERVER_ID, "the source itself has")
                .when("SET GLOBAL server_id = 77")
                .with("database.server.id", "77"));
        cases.add(unknown(CheckKind.SERVER_ID, "GRANT REPLICATION SLAVE ON *.* TO 'poor'@'%'"));
        cases.add(unknown(CheckKind.REPLICA_UPDATES, "GRANT REPLICATION CLIENT ON *.* TO 'poor'@'%'"));
        cases.add(retention(error(CheckKind.RETENTION, "kept for 1 days"), 86_400));
        cases.add(retention(alert(CheckKind.RETENTION, "binlog_expire_logs_seconds = 604800"), 345_600));
        cases.add(rds(error(CheckKind.RETENTION, "CALL mysql.rds_set_configuration"), "NULL"));
        cases.add(rds(error(CheckKind.RETENTION, "kept for 1 days ('binlog retention hours'"), "'24'"));
        cases.add(rds(alert(CheckKind.RETENTION, "kept for 4 days ('binlog retention hours'"), "'96'"));
        cases.add(rds(passed(CheckKind.RETENTION), "'168'"));
        cases.add(passed(CheckKind.VERSION));
        cases.add(passed(CheckKind.SERVER_ID));
        cases.add(error(CheckKind.START_POSITION, "no binlog file binlog.999999")
                .with("migration.types", "incremental")
                .with("start.binlog.file", "binlog.999999")
                .with("start.binlog.position", "4"));
        cases.add(unknown(CheckKind.START_POSITION, "may not run SHOW BINARY LOGS")
                .with("migration.types", "incremental")
                .with("start.binlog.file", "binlog.999999")
                .with("start.binlog.position", "4"));
        cases.add(error(CheckKind.START_POSITION, "gtid_purged is")
                .when("FLUSH BINARY LOGS", "DO SLEEP(0.1)", "PURGE BINARY LOGS BEFORE NOW() + INTERVAL 1 DAY")
                .with("migration.types", "incremental")
                .with("start.gtid.set", "3E11FA47-71CA-11E1-9E33-C80AA9429562:1-5"));
        cases.add(alert(CheckKind.KEYLESS, "ALTER TABLE `shop`.`bad` ADD PRIMARY KEY")
                .when("CREATE TABLE shop.bad (id INT UNIQUE)")
                .then("DROP TABLE shop.bad"));
        cases.add(note(CheckKind.INVISIBLE, "shop.bad.my_row_id")
                .when("SET SESSION sql_generate_invisible_primary_key = 1", "CREATE TABLE shop.bad (v INT)")
                .then("DROP TABLE shop.bad")
                .newer());
        cases.add(error(CheckKind.ENGINES, "shop.bad MRG_MYISAM")
                .when(
                        "CREATE TABLE shop.isam (id INT PRIMARY KEY) ENGINE=MyISAM",
                        "CREATE TABLE shop.bad (id INT) ENGINE=MERGE UNION=(shop.isam)")
                .then("DROP TABLE shop.bad, shop.isam"));
        cases.add(alert(CheckKind.ENGINES, "shop.bad MEMORY")
                .when("CREATE TABLE shop.bad (id INT PRIMARY KEY) ENGINE=MEMORY")
                .then("DROP TABLE shop.bad"));
        cases.add(child(error(CheckKind.PARENTS, "RELAY-2106"), "other.parent (id) ON DELETE CASCADE"));
        cases.add(child(alert(CheckKind.PARENTS, "not captured"), "other.parent (id)"));
        cases.add(child(note(CheckKind.ACTIONS, "ON UPDATE SET NULL"), "shop.good (id) ON UPDATE SET NULL"));
        cases.add(note(CheckKind.TRIGGERS, "shop.good bad")
                .when("CREATE TRIGGER shop.bad BEFORE INSERT ON shop.good FOR EACH ROW SET NEW.v = 1")
                .then("DROP TRIGGER shop.bad"));
        cases.add(note(CheckKind.DEPENDENCIES, "shop.bad view -> other")
                .when("CREATE VIEW shop.bad AS SELECT p.id FROM other.parent p")
                .then("DROP VIEW shop.bad")
                .newer());
        cases.add(note(CheckKind.DEPENDENCIES, "shop.bad routine -> other")
                .when("CREATE PROCEDURE shop.bad() SELECT id FROM `other` . parent")
                .then("DROP PROCEDURE shop.bad"));
        cases.add(unknown(CheckKind.DEPENDENCIES, "shop.bad routine")
                .when("CREATE PROCEDURE shop.bad() SELECT 1", "GRANT EXECUTE ON shop.* TO poor@'%'")
                .then("DROP PROCEDURE shop.bad", "REVOKE EXECUTE ON shop.* FROM poor@'%'"));
        cases.add(alert(CheckKind.RUNNING_WORK, "XA transactions are prepared")
                .when("XA START 'a'", "INSERT INTO shop.good VALUES (1, 1)", "XA END 'a'", "XA PREPARE 'a'")
                .then("XA ROLLBACK 'a'"));
        cases.add(alert(CheckKind.RUNNING_WORK, "shop._good_gho")
                .when("CREATE TABLE shop._good_gho (id INT PRIMARY KEY)")
                .then("DROP TABLE shop._good_gho"));
        cases.add(unknown(CheckKind.RUNNING_WORK, "GRANT PROCESS ON *.* TO 'poor'@'%'"));
        cases.add(unknown(CheckKind.RUNNING_WORK, "GRANT XA_RECOVER_ADMIN ON *.* TO 'poor'@'%'"));
        cases.add(alert(CheckKind.HEARTBEAT, "does not take heartbeat.action.query")
                .with("heartbeat.action.query", "INSRT INTO shop.good VALUES (1)"));
        cases.add(alert(CheckKind.HEARTBEAT, "may not run heartbeat.action.query")
                .with("heartbeat.action.query", "INSERT INTO shop.good VALUES (1, 1)"));
        cases.add(alert(CheckKind.SESSIONS, "sessions are in use")
                .when("SET GLOBAL max_connections = 4")
                .then("SET GLOBAL max_connections = 100"));
        cases.add(unknown(CheckKind.SOURCE_PRIVILEGES, "sees no table"));
        cases.add(error(CheckKind.SOURCE_PRIVILEGES, "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.*")
                .with("database.user", "poor"));
        cases.add(alert(CheckKind.SOURCE_PRIVILEGES, "cannot see all triggers")
                .when(
                        "CREATE USER r@'%' IDENTIFIED BY 'p'",
                        "GRANT SELECT, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO r@'%'")
                .with("database.user", "r")
                .then("DROP USER r@'%'"));
        for (CheckKind kind : List.of(
                CheckKind.KEYLESS, CheckKind.INVISIBLE, CheckKind.ENGINES, CheckKind.PARENTS, CheckKind.ACTIONS)) {
            cases.add(unknown(kind, "sees no table"));
        }
        return cases;
    }

    private static SourceCase variable(CheckKind kind, String name, String value) {
        return error(kind, "SET GLOBAL " + name)
                .when("SET GLOBAL " + name + " = '" + value + "'")
                .then("SET GLOBAL " + name + " = DEFAULT");
    }

    private static SourceCase retention(SourceCase of, int seconds) {
        return of.when("SET GLOBAL binlog_expire_logs_seconds = " + seconds)
                .then("SET GLOBAL binlog_expire_logs_seconds = 2592000");
    }

    private static SourceCase rds(SourceCase of, String hours) {
        return of.when(
                        "CREATE TABLE mysql.rds_configuration (name VARCHAR(100), value VARCHAR(100))",
                        "INSERT INTO mysql.rds_configuration VALUES ('binlog retention hours', " + hours + ")")
                .then("DROP TABLE mysql.rds_configuration");
    }

    private static SourceCase child(SourceCase of, String reference) {
        return of.when("CREATE TABLE shop.bad (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES " + reference
                        + ")")
                .then("DROP TABLE shop.bad");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("casesOnServers")
    void itIsFoundAndGoesAway(String version, SourceCase what) throws Exception {
        MySqlServer server = SERVERS.get(version);
        server.execute(what.before.toArray(String[]::new));
        Report bad;
        try {
            bad = run(server, what.kind, what.props, Duration.ofMinutes(10));
        } finally {
            server.execute(what.after.toArray(String[]::new));
        }
        assertThat(bad.results()).as(() -> texts(bad)).anySatisfy(result -> {
            assertThat(result.finding().state()).isEqualTo(what.state);
            assertThat(result.finding().severity()).isEqualTo(what.severity);
            assertThat(result.text()).contains(what.text);
        });
        Report good = run(server, what.kind, Map.of(), Duration.ofMinutes(10));
        assertThat(good.results())
                .as(() -> texts(good))
                .allMatch(
                        r -> r.finding().state() == State.PASSED || r.finding().state() == State.SKIPPED);
    }

    @Test
    void aReplicaThatLogsNothingAndHasNoGtids() throws Exception {
        for (MySqlServer replica : REPLICAS.values()) {
            assertThat(texts(run(replica, CheckKind.REPLICA_UPDATES, Map.of(), Duration.ZERO)))
                    .contains("the source is a replica", "=ON into the server's configuration");
            assertThat(texts(run(replica, CheckKind.GTID, Map.of(), Duration.ZERO)))
                    .contains("gtid_mode is OFF");
        }
    }

    /** A replica is in the list once it has registered, which it does when it begins to read. */
    @Test
    void aReplicaWithTheConnectorsServerIdIsFound() throws Exception {
        for (Map.Entry<String, MySqlServer> of : REPLICAS.entrySet()) {
            MySqlServer source = SERVERS.get(of.getKey());
            MySqlServer replica = of.getValue();
            String id = String.valueOf(replica.port());
            replica.execute(
                    "SET GLOBAL server_id = " + id,
                    "SET GLOBAL gtid_mode = OFF_PERMISSIVE",
                    "SET GLOBAL gtid_mode = ON_PERMISSIVE",
                    "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = " + source.port()
                            + ", MASTER_USER = 'relay', MASTER_PASSWORD = 'p', GET_MASTER_PUBLIC_KEY = 1",
                    "START SLAVE IO_THREAD");
            try {
                Map<String, String> own = Map.of("database.server.id", id);
                long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                while (!texts(run(source, CheckKind.SERVER_ID, own, Duration.ZERO))
                                .contains("a replica of the source has the connector's server id")
                        && System.nanoTime() < deadline) {
                    Thread.sleep(100);
                }
                assertThat(texts(run(source, CheckKind.SERVER_ID, own, Duration.ZERO)))
                        .contains("a replica of the source has the connector's server id " + id);
            } finally {
                replica.execute(
                        "STOP SLAVE",
                        "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = 3306",
                        "SET GLOBAL gtid_mode = OFF_PERMISSIVE",
                        "SET GLOBAL gtid_mode = OFF");
            }
        }
    }

    @Test
    void aServerWithoutBinlog() throws Exception {
        try (MySqlServer silent = MySqlServer.builder()
                .withoutGtid()
                .withoutBinlog()
                .option("read-only", "ON")
                .start()) {
            Map<String, String> root = Map.of("database.user", "root", "database.password", "");
            assertThat(texts(run(silent, CheckKind.BINLOG_ON, root, Duration.ZERO)))
                    .contains("RELAY-2101");
            assertThat(texts(run(silent, CheckKind.READ_ONLY, root, Duration.ZERO)))
                    .contains("the source is read-only and writes no binlog");
        }
    }

    @Test
    void openSessionsAndLongTransactionsAreNamed() throws Exception {
        for (MySqlServer server : SERVERS.values()) {
            try (Connection session = server.connection();
                    Statement statement = session.createStatement()) {
                statement.execute("SET SESSION binlog_row_image = 'MINIMAL'");
                statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
                assertThat(texts(run(server, CheckKind.ROW_IMAGE, Map.of(), Duration.ZERO)))
                        .contains("open sessions have another binlog_row_image", " of root@");
                assertThat(texts(run(server, CheckKind.RUNNING_WORK, Map.of(), Duration.ZERO)))
                        .contains("transactions have been open");
            }
        }
    }

    private static Report run(MySqlServer server, CheckKind kind, Map<String, String> more, Duration transaction)
            throws Exception {
        Map<String, String> props = Settings.with(
                "database.hostname",
                server.host(),
                "database.port",
                String.valueOf(server.port()),
                "database.user",
                "relay",
                "database.password",
                "p",
                "database.include.list",
                "sho.*");
        props.putAll(more);
        SourceConfig config = SourceConfig.parse(props);
        SourceConnections connections = new SourceConnections(config.server());
        try (ServerFacts source = new ServerFacts(connections::open, new CapturedScope(config.captured()))) {
            List<Check> checks = new SourceChecks(config, source, transaction)
                    .all().stream().filter(c -> c.kind() == kind).toList();
            return new CheckRun(Duration.ofSeconds(30), Ignored.nothing()).run(checks);
        }
    }

    private static String texts(Report report) {
        return String.join(
                "\n", report.results().stream().map(CheckResult::text).toList());
    }
}
