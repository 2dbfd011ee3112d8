package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.RelayCommand;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code relay precheck} as a process, against real servers. */
class PrecheckCommandIT {
    private static final int TABLES = Integer.getInteger("relay.tables", 300);

    private static MySqlServer source;
    private static MySqlServer target;

    @TempDir
    private Path folder;

    /** As MySQL 8 is installed: no GTIDs, and 30 days of binlog. */
    @BeforeAll
    static void servers() {
        source = MySqlServer.builder()
                .distribution(Versions.newer())
                .withoutGtid()
                .option("innodb-flush-log-at-trx-commit", "0")
                .start();
        target = MySqlServer.builder()
                .distribution(Versions.older())
                .withoutGtid()
                .start();
        Print.line("source MySQL " + source.version() + ", target MySQL " + target.version());
    }

    @AfterAll
    static void stop() {
        source.close();
        target.close();
    }

    @ParameterizedTest(name = "to the older version: {0}")
    @ValueSource(booleans = {true, false})
    void aNewAccountGetsToAPassingPrecheckByTheInstructionsAlone(boolean toOlder) throws Exception {
        MySqlServer from = toOlder ? source : target;
        MySqlServer to = toOlder ? target : source;
        from.execute(
                "CREATE DATABASE fresh",
                "CREATE TABLE fresh.t (id INT PRIMARY KEY)",
                "CREATE TABLE fresh.log (line TEXT)",
                "CREATE VIEW fresh.v AS SELECT id FROM fresh.t",
                "CREATE TRIGGER fresh.g BEFORE INSERT ON fresh.t FOR EACH ROW SET NEW.id = NEW.id",
                "CREATE PROCEDURE fresh.p() SELECT 1");
        to.execute("SET GLOBAL log_bin_trust_function_creators = 0");
        for (MySqlServer server : List.of(from, to)) {
            server.execute("CREATE USER fresh@'%' IDENTIFIED BY 'p'");
        }
        try {
            Path file = file(from, to, "fresh", "fresh");
            TreeSet<String> seen = new TreeSet<>();
            int code = -1;
            for (int turn = 0; turn < 8 && code != 0; turn++) {
                RelayCommand run = precheck(file, "--json");
                code = run.exitCode();
                for (JsonNode check : new ObjectMapper().readTree(run.output()).path("checks")) {
                    String severity = check.path("severity").asText();
                    if (severity.equals("error") || severity.equals("alert")) {
                        seen.add(check.path("id").asText());
                        follow(check, from, to);
                    }
                }
            }
            assertThat(code).as(precheck(file).output()).isZero();
            assertThat(seen).contains("P03", "P04", "P14", "P16", "P50");
        } finally {
            from.execute(
                    "SET GLOBAL gtid_mode = ON_PERMISSIVE",
                    "SET GLOBAL gtid_mode = OFF_PERMISSIVE",
                    "SET GLOBAL gtid_mode = OFF",
                    "DROP DATABASE fresh");
            for (MySqlServer server : List.of(from, to)) {
                server.execute("DROP USER fresh@'%'");
            }
        }
    }

    /** Does what is printed, as a user with a MySQL client: statements, and a key for the table without one. */
    private static void follow(JsonNode check, MySqlServer from, MySqlServer to) {
        String instruction = check.path("instruction").asText();
        boolean onTarget = check.path("side").asText().equals("target") || instruction.startsWith("on the target: ");
        for (String part : instruction.replace("on the target: ", "").split("; ")) {
            String sql = part.strip();
            if (sql.startsWith("ALTER TABLE")) {
                sql = sql.substring(0, sql.indexOf(" ADD")) + " ADD COLUMN id BIGINT AUTO_INCREMENT PRIMARY KEY";
            }
            if (sql.matches("(?s)(GRANT|SET GLOBAL|ALTER TABLE) .*")) {
                (onTarget ? to : from).execute(sql);
            }
        }
    }

    @Test
    void aServerBrokenInTwentyWaysIsToldInOneRun() throws Exception {
        target.execute(
                "SET GLOBAL log_bin_trust_function_creators = 0",
                "CREATE DATABASE broken",
                "CREATE TABLE broken.t (id INT PRIMARY KEY)",
                "CREATE USER broken@'%' IDENTIFIED BY 'p'",
                "GRANT SELECT ON *.* TO broken@'%'");
        source.execute(
                "CREATE DATABASE broken",
                "CREATE DATABASE elsewhere",
                "CREATE TABLE elsewhere.parent (id INT PRIMARY KEY)",
                "CREATE TABLE broken.t (id INT PRIMARY KEY)",
                "CREATE TABLE broken._t_gho (id INT PRIMARY KEY)",
                "CREATE TABLE broken.keyless (v VARCHAR(9) COLLATE utf8mb4_nb_0900_ai_ci)",
                "CREATE TABLE broken.isam (id INT PRIMARY KEY) ENGINE=MyISAM",
                "CREATE TABLE broken.window (id INT) ENGINE=MERGE UNION=(broken.isam)",
                "CREATE TABLE broken.child (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES elsewhere.parent (id)"
                        + " ON DELETE CASCADE)",
                "CREATE TABLE broken.hidden (id INT PRIMARY KEY, v INT INVISIBLE)",
                "CREATE TRIGGER broken.g BEFORE INSERT ON broken.t FOR EACH ROW SET NEW.id = NEW.id",
                "CREATE VIEW broken.v AS SELECT id FROM elsewhere.parent",
                "CREATE USER broken@'%' IDENTIFIED BY 'p'",
                "GRANT SELECT, TRIGGER ON *.* TO broken@'%'",
                "SET GLOBAL server_id = 0",
                "SET GLOBAL binlog_transaction_compression = ON",
                "SET GLOBAL binlog_row_image = 'MINIMAL'",
                "SET GLOBAL binlog_row_value_options = 'PARTIAL_JSON'",
                "SET GLOBAL binlog_format = 'MIXED'",
                "SET GLOBAL binlog_expire_logs_seconds = 3600",
                "SET GLOBAL max_allowed_packet = 134217728",
                "SET GLOBAL time_zone = '+03:00'",
                "SET GLOBAL sql_mode = 'ANSI_QUOTES'");
        try {
            Path file = file("broken", "broken", "source.heartbeat.action.query=INSERT INTO broken.nothing VALUES (1)");
            long begun = System.nanoTime();
            RelayCommand run = precheck(file, "--json");
            assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
            long took = (System.nanoTime() - begun) / 1_000_000;
            JsonNode checks = new ObjectMapper().readTree(run.output()).path("checks");
            List<Integer> ranks = new ArrayList<>();
            TreeSet<String> failed = new TreeSet<>();
            for (JsonNode check : checks) {
                int rank = List.of("error", "alert", "note", "null")
                        .indexOf(check.path("severity").asText());
                ranks.add(rank);
                if (rank < 3) {
                    failed.add(check.path("id").asText());
                }
            }
            assertThat(ranks).isSorted();
            assertThat(failed)
                    .contains(
                            "P02", "P03", "P04", "P06", "P07", "P08", "P09", "P10", "P12", "P14", "P16", "P17", "P20",
                            "P21", "P23", "P24", "P27", "P29", "P30", "P31", "P35", "P36", "P50");
            Print.line(failed.size() + " things wrong: told in " + took + " ms, the command's start included");
            RelayCommand table = precheck(file);
            assertThat(table.exitCode()).isEqualTo(1);
            assertThat(table.output())
                    .contains("error           P06 binlog format (source)", "setting: target.connection.user")
                    .doesNotContain("\u001B[");
        } finally {
            source.execute(
                    "SET GLOBAL server_id = " + source.port(),
                    "SET GLOBAL binlog_transaction_compression = OFF",
                    "SET GLOBAL binlog_row_image = DEFAULT",
                    "SET GLOBAL binlog_row_value_options = ''",
                    "SET GLOBAL binlog_format = 'ROW'",
                    "SET GLOBAL binlog_expire_logs_seconds = 2592000",
                    "SET GLOBAL max_allowed_packet = 67108864",
                    "SET GLOBAL time_zone = SYSTEM",
                    "SET GLOBAL sql_mode = DEFAULT",
                    "DROP DATABASE broken",
                    "DROP DATABASE elsewhere");
        }
    }

    @Test
    void alertsErrorsAndMistakesHaveCodesOfTheirOwn() throws Exception {
        source.execute("CREATE DATABASE codes", "CREATE TABLE codes.t (id INT PRIMARY KEY)");
        for (MySqlServer server : List.of(source, target)) {
            server.execute("CREATE USER codes@'%' IDENTIFIED BY 'p'", "GRANT ALL ON *.* TO codes@'%'");
        }
        assertThat(precheck(file("codes", "codes")).exitCode()).isEqualTo(3);
        RelayCommand ignored = precheck(file("codes", "codes", "source.precheck.ignore=P14"));
        assertThat(ignored.exitCode()).as(ignored.output()).isZero();
        assertThat(ignored.output()).contains("ignored         P14 GTID mode (source)", "(1 more ignored)");
        RelayCommand only = precheck(file("codes", "codes"), "--only", "P02,p24");
        assertThat(only.exitCode()).as(only.output()).isZero();
        assertThat(only.output()).contains("P02", "P24").doesNotContain("P14");
        assertThat(precheck(file("codes", "codes"), "--only", "P99").exitCode()).isEqualTo(2);
        RelayCommand secret = precheck(file("codes", "codes", "source.database.password=wr0ng-one"));
        assertThat(secret.exitCode()).isEqualTo(1);
        assertThat(secret.output())
                .contains("setting: source.database.password", "skipped         P05")
                .doesNotContain("wr0ng-one");
        RelayCommand setting = precheck(file("codes", "codes", "source.snapshot.mode=initial"));
        assertThat(setting.exitCode()).isEqualTo(1);
        assertThat(setting.output()).contains("P42", "snapshot.mode");
    }

    @Test
    void manyTables() throws Exception {
        source.execute(
                "CREATE DATABASE many", "CREATE USER many@'%' IDENTIFIED BY 'p'", "GRANT ALL ON *.* TO many@'%'");
        target.execute("CREATE USER many@'%' IDENTIFIED BY 'p'", "GRANT ALL ON *.* TO many@'%'");
        source.execute(IntStream.range(0, TABLES)
                .mapToObj(i -> "CREATE TABLE many.t" + i
                        + " (id INT PRIMARY KEY, a VARCHAR(20), b DATETIME, c DECIMAL(9,2), KEY (a), KEY (b))")
                .toArray(String[]::new));
        long begun = System.nanoTime();
        RelayCommand run = precheck(file("many", "many", "source.precheck.ignore=P14"));
        assertThat(run.exitCode()).as(run.output()).isZero();
        Print.line(
                TABLES + " tables: " + (System.nanoTime() - begun) / 1_000_000 + " ms, the command's start included");
        try (AdbStandIn adb = AdbStandIn.start(target)) {
            List<String> settings = new ArrayList<>(analyticDb(adb));
            settings.add("source.precheck.ignore=P14");
            begun = System.nanoTime();
            RelayCommand toAdb = precheck(file("many", "many", settings.toArray(String[]::new)));
            assertThat(toAdb.exitCode()).as(toAdb.output()).isZero();
            Print.line(TABLES + " tables to AnalyticDB: " + (System.nanoTime() - begun) / 1_000_000
                    + " ms, the command's start included");
        }
        source.execute("DROP DATABASE many");
    }

    @Test
    void analyticDbIsTheTarget() throws Exception {
        source.execute(
                "CREATE DATABASE to_adb",
                "CREATE TABLE to_adb.t (id INT PRIMARY KEY, at DATETIME(6), v TEXT, KEY (v(10)))",
                "CREATE TABLE to_adb.keyless (v INT)",
                "CREATE TABLE to_adb.wide (id INT PRIMARY KEY, d DECIMAL(50,2))",
                "CREATE TABLE to_adb.`odd-name` (id INT PRIMARY KEY)",
                "CREATE VIEW to_adb.v AS SELECT 1",
                "CREATE USER adb_reader@'%' IDENTIFIED BY 'p'",
                "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, PROCESS, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT,"
                        + " XA_RECOVER_ADMIN ON *.* TO adb_reader@'%'");
        try (AdbStandIn adb = AdbStandIn.start(target)) {
            List<String> wrong = new ArrayList<>(analyticDb(adb));
            wrong.addAll(List.of(
                    "target.adb.tables=t",
                    "target.adb.tables.t.table=to_adb.t",
                    "target.adb.tables.t.distribution.key=at"));
            RelayCommand run = precheck(file("to_adb", "adb_reader", wrong.toArray(String[]::new)), "--json");
            assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
            List<String> found = new ArrayList<>();
            for (JsonNode check : new ObjectMapper().readTree(run.output()).path("checks")) {
                found.add(check.path("id").asText() + " "
                        + check.path("severity").asText() + " " + check.path("objects"));
            }
            assertThat(found)
                    .anyMatch(f -> f.startsWith("P25 error") && f.contains("odd-name"))
                    .anyMatch(f -> f.startsWith("P39 error") && f.contains("distribution.key names at"))
                    .anyMatch(f -> f.startsWith("P40 error") && f.contains("column d has 50 digits"))
                    .anyMatch(f -> f.startsWith("P40 alert") && f.contains("column at"))
                    .anyMatch(f -> f.startsWith("P41 alert") && f.contains("to_adb.keyless"))
                    .anyMatch(f -> f.startsWith("P38 note") && f.contains("prefix"))
                    .anyMatch(f -> f.startsWith("P33 note") && f.contains("to_adb.v view"))
                    .noneMatch(f -> f.startsWith("P16") || f.startsWith("P49"));
            source.execute("DROP TABLE to_adb.wide, to_adb.`odd-name`");
            Path file = file("to_adb", "adb_reader", analyticDb(adb).toArray(String[]::new));
            RelayCommand ready = precheck(file, "--only", "P02,P04,P15,P24,P25,P27,P28,P34,P37,P38,P39,P42");
            assertThat(ready.exitCode()).as(ready.output()).isZero();
            assertThat(ready.output()).contains("passed          P04", "AnalyticDB kernel");
            readyFiles(adb);
        } finally {
            source.execute("DROP DATABASE to_adb");
        }
    }

    private static List<String> analyticDb(AdbStandIn adb) {
        return List.of(
                "target.connector.class=io.mysqlrelay.sink.adb.AnalyticDbSinkConnector",
                "target.connection.url=jdbc:mysql://127.0.0.1:" + adb.port() + "/",
                "target.connection.user=" + adb.user(),
                "target.connection.password=" + adb.password());
    }

    /** The connectors' files of config/, each alone and both together. */
    private void readyFiles(AdbStandIn adb) throws Exception {
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "SOURCE_HOST", "127.0.0.1",
                "SOURCE_PORT", String.valueOf(source.port()),
                "SOURCE_USER", "adb_reader",
                "SOURCE_PASSWORD", "p",
                "ADB_HOST", "127.0.0.1",
                "ADB_PORT", String.valueOf(adb.port()),
                "ADB_USER", adb.user(),
                "ADB_PASSWORD", adb.password());
        String config = Path.of("..", "config").toAbsolutePath().toString();
        String from = config + "/source-adb.json";
        String to = config + "/sink-adb.json";
        RelayCommand sink = RelayCommand.start(folder, environment, "precheck", to);
        assertThat(sink.exitCode()).as(sink.output()).isEqualTo(1);
        assertThat(sink.output())
                .contains("error           P47", "setting: kafka.bootstrap.servers", "passed          P04")
                .doesNotContain("P39", adb.password());
        RelayCommand both = RelayCommand.start(folder, environment, "precheck", from, to, "--only", "P39,P41,P03");
        assertThat(both.exitCode()).as(both.output()).isEqualTo(1);
        // Its database shop is not there.
        assertThat(both.output()).contains("P39", "P41", "P03", "setting: database.include.list");
        RelayCommand choices =
                RelayCommand.start(folder, environment, "precheck", config + "/sink-adb-tables.json", "--only", "P42");
        assertThat(choices.exitCode()).as(choices.output()).isZero();
        assertThat(RelayCommand.start(folder, environment, "precheck", to, to).exitCode())
                .isEqualTo(2);
    }

    private RelayCommand precheck(Path file, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("precheck", file.toString()));
        arguments.addAll(List.of(options));
        return RelayCommand.start(folder, Map.of(), arguments.toArray(String[]::new));
    }

    private Path file(String database, String user, String... more) throws IOException {
        return file(source, target, database, user, more);
    }

    private Path file(MySqlServer source, MySqlServer target, String database, String user, String... more)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "name=" + database,
                "data.folder=" + folder.resolve(database),
                "source.database.hostname=127.0.0.1",
                "source.database.port=" + source.port(),
                "source.database.user=" + user,
                "source.database.password=p",
                "source.database.include.list=" + database,
                "target.connection.url=jdbc:mysql://127.0.0.1:" + target.port() + "/",
                "target.connection.user=" + user,
                "target.connection.password=p"));
        lines.addAll(List.of(more));
        return Files.write(folder.resolve(database + ".properties"), lines);
    }
}
