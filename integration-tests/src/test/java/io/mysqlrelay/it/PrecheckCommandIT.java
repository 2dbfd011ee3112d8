package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.RelayCommand;
import io.mysqlrelay.it.stage.Versions;
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
        target = MySqlServer.builder().distribution(Versions.older()).start();
        Print.line("source MySQL " + source.version() + ", target MySQL " + target.version());
    }

    @AfterAll
    static void stop() {
        source.close();
        target.close();
    }

    @Test
    void aNewAccountGetsToAPassingPrecheckByTheInstructionsAlone() throws Exception {
        source.execute(
                "CREATE DATABASE fresh",
                "CREATE TABLE fresh.t (id INT PRIMARY KEY)",
                "CREATE TABLE fresh.log (line TEXT)",
                "CREATE VIEW fresh.v AS SELECT id FROM fresh.t",
                "CREATE TRIGGER fresh.g BEFORE INSERT ON fresh.t FOR EACH ROW SET NEW.id = NEW.id",
                "CREATE PROCEDURE fresh.p() SELECT 1");
        target.execute("SET GLOBAL log_bin_trust_function_creators = 0");
        for (MySqlServer server : List.of(source, target)) {
            server.execute("CREATE USER fresh@'%' IDENTIFIED BY 'p'");
        }
        Path file = file("fresh", "fresh");
        TreeSet<String> seen = new TreeSet<>();
        int code = -1;
        for (int turn = 0; turn < 8 && code != 0; turn++) {
            RelayCommand run = precheck(file, "--json");
            code = run.exitCode();
            JsonNode report = new ObjectMapper().readTree(run.output());
            for (JsonNode check : report.path("checks")) {
                String severity = check.path("severity").asText();
                if (severity.equals("error") || severity.equals("alert")) {
                    seen.add(check.path("id").asText());
                    follow(check);
                }
            }
        }
        assertThat(code).isZero();
        assertThat(seen).contains("P03", "P04", "P14", "P16", "P50");
        source.execute(
                "SET GLOBAL gtid_mode = ON_PERMISSIVE",
                "SET GLOBAL gtid_mode = OFF_PERMISSIVE",
                "SET GLOBAL gtid_mode = OFF");
    }

    /** Does what is printed, as a user with a MySQL client: statements, and a key for the table without one. */
    private static void follow(JsonNode check) {
        String instruction = check.path("instruction").asText();
        boolean onTarget = check.path("side").asText().equals("target") || instruction.startsWith("on the target: ");
        for (String part : instruction.replace("on the target: ", "").split("; ")) {
            String sql = part.strip();
            if (sql.startsWith("ALTER TABLE")) {
                sql = sql.substring(0, sql.indexOf(" ADD")) + " ADD COLUMN id BIGINT AUTO_INCREMENT PRIMARY KEY";
            }
            if (sql.matches("(?s)(GRANT|SET GLOBAL|ALTER TABLE) .*")) {
                (onTarget ? target : source).execute(sql);
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
            RelayCommand run = precheck(file, "--json");
            assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
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
        source.execute("DROP DATABASE many");
    }

    private RelayCommand precheck(Path file, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("precheck", file.toString()));
        arguments.addAll(List.of(options));
        return RelayCommand.start(folder, Map.of(), arguments.toArray(String[]::new));
    }

    private Path file(String database, String user, String... more) throws IOException {
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
