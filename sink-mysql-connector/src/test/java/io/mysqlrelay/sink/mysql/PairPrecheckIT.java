package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.testkit.check.PairCase.alert;
import static io.mysqlrelay.testkit.check.PairCase.error;
import static io.mysqlrelay.testkit.check.PairCase.note;
import static io.mysqlrelay.testkit.check.PairCase.passed;
import static io.mysqlrelay.testkit.check.PairCase.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckRun;
import io.mysqlrelay.core.precheck.Ignored;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.precheck.pair.Pair;
import io.mysqlrelay.precheck.pair.PairChecks;
import io.mysqlrelay.precheck.server.Scope;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.testkit.check.PairCase;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of two servers together, from the newer version to the older one and the other way round. */
class PairPrecheckIT {
    private static final Scope OURS = new Scope() {
        @Override
        public boolean database(String name) {
            return name.startsWith("pc");
        }

        @Override
        public boolean table(TableName name) {
            return database(name.database());
        }
    };

    private static MySqlServer newer;
    private static MySqlServer older;

    @BeforeAll
    static void start() {
        older = TargetHarness.server();
        newer = MySqlServer.builder().version("8.0.33").start();
        for (MySqlServer server : List.of(older, newer)) {
            server.execute(
                    "SET GLOBAL log_bin_trust_function_creators = 1",
                    "CREATE USER pc_all@'%' IDENTIFIED BY 'p'",
                    "GRANT ALL ON `pc%`.* TO pc_all@'%'",
                    "GRANT SELECT, SYSTEM_VARIABLES_ADMIN ON *.* TO pc_all@'%'",
                    "CREATE USER pc_poor@'%' IDENTIFIED BY 'p'");
        }
    }

    @Test
    void namesThatDifferInCaseOnly() throws Exception {
        try (MySqlServer folding =
                MySqlServer.builder().option("lower-case-table-names", "1").start()) {
            folding.execute("CREATE USER pc_all@'%' IDENTIFIED BY 'p'", "GRANT ALL ON *.* TO pc_all@'%'");
            older.execute("CREATE DATABASE pc", "CREATE TABLE pc.t (id INT)", "CREATE TABLE pc.T (id INT)");
            Report report = run(older, folding, alert(CheckKind.NAME_CASE, ""));
            assertThat(report.errors())
                    .singleElement()
                    .satisfies(e -> assertThat(e.text()).contains("differ in case only", "pc.T, pc.t"));
            assertThat(report.openAlerts())
                    .singleElement()
                    .satisfies(a -> assertThat(a.text()).contains("lower_case_table_names is 0"));
        } finally {
            older.execute("DROP DATABASE pc");
        }
    }

    @Test
    void parsersThatTheTargetDoesNotHave() throws Exception {
        for (MySqlServer source : List.of(older, newer)) {
            try (MySqlServer without = MySqlServer.builder()
                    .distribution(source == older ? MySqlDistribution.preferred() : MySqlDistribution.of("8.0.33"))
                    .option("ngram", "OFF")
                    .start()) {
                without.execute("CREATE USER pc_all@'%' IDENTIFIED BY 'p'", "GRANT ALL ON *.* TO pc_all@'%'");
                source.execute("CREATE DATABASE pc", "CREATE TABLE pc.t (v TEXT, FULLTEXT (v))");
                Report report = run(source, without, alert(CheckKind.INDEXES, ""));
                assertThat(report.openAlerts())
                        .singleElement()
                        .satisfies(a -> assertThat(a.text()).contains("lacks parsers of the source (ngram)"));
            } finally {
                source.execute("DROP DATABASE pc");
            }
        }
    }

    @AfterAll
    static void stop() {
        older.execute("SET GLOBAL log_bin_trust_function_creators = 0", "DROP USER pc_all@'%', pc_poor@'%'");
        newer.close();
    }

    static Stream<Arguments> bothWays() {
        return cases().stream()
                .flatMap(c -> Stream.of(Arguments.of(true, c), Arguments.of(false, c)))
                .filter(a -> {
                    boolean fromNewer = (Boolean) a.get()[0];
                    PairCase c = (PairCase) a.get()[1];
                    return c.fits(fromNewer, !fromNewer);
                });
    }

    private static List<PairCase> cases() {
        List<PairCase> cases = new ArrayList<>();
        cases.add(note(CheckKind.VERSION, "a few releases behind").newerSource());
        cases.add(passed(CheckKind.VERSION).newerTarget());
        cases.add(error(CheckKind.TARGET_PRIVILEGES, "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER")
                .poor()
                .source("GRANT SELECT ON pc.* TO pc_poor@'%'")
                .then("REVOKE SELECT ON pc.* FROM pc_poor@'%'"));
        cases.add(passed(CheckKind.TARGET_PRIVILEGES).source("CREATE VIEW pc.v AS SELECT 1"));
        existing(cases);
        columns(cases);
        cases.add(note(CheckKind.NAMES, "pc Odd").source("CREATE DATABASE `pc Odd`"));
        cases.add(error(CheckKind.COLLATIONS, "pc.t.v utf8mb4_nb_0900_ai_ci")
                .source("CREATE TABLE pc.t (v VARCHAR(9) COLLATE utf8mb4_nb_0900_ai_ci)")
                .newerSource());
        cases.add(passed(CheckKind.COLLATIONS)
                .source("CREATE TABLE pc.t (v VARCHAR(9) CHARACTER SET utf8, w VARCHAR(9) CHARACTER SET latin1)"));
        cases.add(note(CheckKind.COLLATIONS, "collation_server is latin1_swedish_ci")
                .source("SET GLOBAL collation_server = latin1_swedish_ci")
                .then("SET GLOBAL collation_server = DEFAULT"));
        cases.add(passed(CheckKind.NAME_CASE));
        cases.add(note(CheckKind.SQL_MODE, "sql_mode is 'ANSI_QUOTES'")
                .source("SET GLOBAL sql_mode = 'ANSI_QUOTES'")
                .then("SET GLOBAL sql_mode = DEFAULT"));
        cases.add(passed(CheckKind.SQL_MODE));
        cases.add(note(CheckKind.TIME_ZONE, "time_zone is +02:00")
                .source("SET GLOBAL time_zone = '+02:00'")
                .then("SET GLOBAL time_zone = SYSTEM"));
        cases.add(alert(CheckKind.TIME_ZONE, "time_zone of the source is pc/zone")
                .source(
                        "INSERT INTO mysql.time_zone VALUES (77, 'N')",
                        "INSERT INTO mysql.time_zone_name VALUES ('pc/zone', 77)",
                        "INSERT INTO mysql.time_zone_transition_type VALUES (77, 0, 3600, 0, 'PCZ')",
                        "SET GLOBAL time_zone = 'pc/zone'")
                .then(
                        "SET GLOBAL time_zone = SYSTEM",
                        "DELETE FROM mysql.time_zone WHERE time_zone_id = 77",
                        "DELETE FROM mysql.time_zone_name WHERE time_zone_id = 77",
                        "DELETE FROM mysql.time_zone_transition_type WHERE time_zone_id = 77")
                // A server does not forget a zone that it has used.
                .newerSource());
        cases.add(alert(CheckKind.PACKETS, "on the target: SET GLOBAL max_allowed_packet = 134217728")
                .source("SET GLOBAL max_allowed_packet = 134217728")
                .then("SET GLOBAL max_allowed_packet = 67108864"));
        cases.add(alert(CheckKind.INDEX_LENGTH, "pc.t.PRIMARY (800 bytes)")
                .source("CREATE TABLE pc.t (v VARCHAR(200) CHARACTER SET utf8mb4 PRIMARY KEY)")
                .target("SET GLOBAL innodb_default_row_format = COMPACT")
                .then("SET GLOBAL innodb_default_row_format = DYNAMIC"));
        cases.add(passed(CheckKind.INDEX_LENGTH));
        cases.add(unknown(CheckKind.SPACE, "the target does not tell").source("CREATE TABLE pc.t (v INT)"));
        cases.add(unknown(CheckKind.INDEXES, "sees no table").poor());
        cases.add(passed(CheckKind.INDEXES).source("CREATE TABLE pc.t (v TEXT, FULLTEXT (v) WITH PARSER ngram)"));
        cases.add(alert(CheckKind.SESSION_VARIABLES, "explicit_defaults_for_timestamp")
                .poor()
                .source("SET GLOBAL explicit_defaults_for_timestamp = OFF")
                .then("SET GLOBAL explicit_defaults_for_timestamp = ON")
                // Newer targets let everybody set it.
                .newerSource());
        cases.add(passed(CheckKind.SESSION_VARIABLES)
                .source("SET GLOBAL explicit_defaults_for_timestamp = OFF")
                .then("SET GLOBAL explicit_defaults_for_timestamp = ON"));
        cases.add(alert(CheckKind.SESSION_VARIABLES, "sql_generate_invisible_primary_key is ON")
                .poor()
                .target("SET GLOBAL sql_generate_invisible_primary_key = ON")
                .then("SET GLOBAL sql_generate_invisible_primary_key = OFF")
                .newerTarget());
        cases.add(alert(CheckKind.FUNCTION_CREATORS, "RELAY-4043")
                .source("CREATE PROCEDURE pc.p() SELECT 1")
                .target("SET GLOBAL log_bin_trust_function_creators = 0")
                .then("SET GLOBAL log_bin_trust_function_creators = 1"));
        cases.add(passed(CheckKind.FUNCTION_CREATORS));
        return cases;
    }

    private static void existing(List<PairCase> cases) {
        String table = "CREATE TABLE pc.t (id INT)";
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4010").source(table).target(table));
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4014")
                .source("CREATE VIEW pc.v AS SELECT 1")
                .target("CREATE VIEW pc.v AS SELECT 2"));
        cases.add(
                alert(CheckKind.SAME_NAME, "RELAY-4010").proceed().source(table).target(table));
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4013")
                .proceed()
                .source(table)
                .target(table, "INSERT INTO pc.t VALUES (1)"));
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4011").withoutSchema().source(table));
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4012")
                .withoutSchema()
                .source(table)
                .target(table, "INSERT INTO pc.t VALUES (1)"));
        cases.add(passed(CheckKind.SAME_NAME).withoutSchema().source(table).target(table));
        cases.add(unknown(CheckKind.SAME_NAME, "sees no table").poor());
        cases.add(alert(CheckKind.TRIGGERS, "pc.t own")
                .proceed()
                .source(table)
                .target(table, "CREATE TRIGGER pc.own BEFORE INSERT ON pc.t FOR EACH ROW SET NEW.id = 1"));
    }

    private static void columns(List<PairCase> cases) {
        String[][] unfit = {
            {"BIGINT", "INT"},
            {"INT UNSIGNED", "INT"},
            {"DECIMAL(10,2)", "DECIMAL(10,3)"},
            {"VARCHAR(200)", "VARCHAR(100)"},
            {"MEDIUMTEXT", "TEXT"},
            {"VARCHAR(9) CHARACTER SET utf8mb4", "VARCHAR(9) CHARACTER SET latin1"},
            {"DATETIME(6)", "DATETIME"},
            {"ENUM('a','B')", "ENUM('B','a')"},
            {"VARBINARY(9)", "BINARY(9)"},
            {"JSON", "TEXT"},
            {"INT NULL", "INT NOT NULL"},
        };
        for (String[] types : unfit) {
            cases.add(error(CheckKind.COLUMNS, "pc.t.v")
                    .withoutSchema()
                    .source("CREATE TABLE pc.t (v " + types[0] + ")")
                    .target("CREATE TABLE pc.t (v " + types[1] + ")"));
        }
        cases.add(passed(CheckKind.COLUMNS)
                .withoutSchema()
                .source(
                        "CREATE TABLE pc.t (a INT UNSIGNED NOT NULL, b VARCHAR(9) CHARACTER SET latin1, c ENUM('x'), d TEXT,"
                                + " e DECIMAL(9,2), f FLOAT, g TIME)")
                .target("CREATE TABLE pc.t (a BIGINT, B VARCHAR(9) CHARACTER SET utf8mb4, c ENUM('x', 'y'), d LONGTEXT,"
                        + " e DECIMAL(12,4), f DOUBLE, g TIME(3))"));
        cases.add(error(CheckKind.COLUMNS, "RELAY-4030")
                .withoutSchema()
                .source("CREATE TABLE pc.t (a INT, b INT)")
                .target("CREATE TABLE pc.t (a INT)"));
        cases.add(error(CheckKind.COLUMNS, "RELAY-4031")
                .withoutSchema()
                .source("CREATE TABLE pc.t (a INT)")
                .target("CREATE TABLE pc.t (a INT, b INT)"));
        cases.add(error(CheckKind.TARGET_COLUMNS, "pc.t.b")
                .withoutSchema()
                .source("CREATE TABLE pc.t (a INT, b INT)")
                .target("CREATE TABLE pc.t (a INT, b INT AS (a + 1))"));
        cases.add(alert(CheckKind.TARGET_COLUMNS, "pc.t.b")
                .withoutSchema()
                .source("CREATE TABLE pc.t (a INT, b INT AS (a + 1))")
                .target("CREATE TABLE pc.t (a INT, b INT)"));
        cases.add(unknown(CheckKind.COLUMNS, "sees no table").withoutSchema().poor());
    }

    @ParameterizedTest(name = "from the newer: {0}, {1}")
    @MethodSource("bothWays")
    void itIsFound(boolean fromNewer, PairCase what) throws Exception {
        MySqlServer source = fromNewer ? newer : older;
        MySqlServer target = fromNewer ? older : newer;
        for (MySqlServer server : List.of(source, target)) {
            server.execute("CREATE DATABASE pc");
        }
        try {
            source.execute(what.onSource());
            target.execute(what.onTarget());
            Report report = run(source, target, what);
            assertThat(what.isIn(report)).as(() -> PairCase.texts(report)).isTrue();
        } finally {
            after(what, source, target);
        }
    }

    /** What makes one server good again is harmless on the other. */
    private static void after(PairCase what, MySqlServer source, MySqlServer target) {
        for (MySqlServer server : List.of(source, target)) {
            for (String sql : what.afterwards()) {
                boolean newVariable = sql.contains("invisible_primary_key") && server == older;
                boolean revoke = sql.startsWith("REVOKE") && server == target;
                if (!newVariable && !revoke) {
                    server.execute(sql);
                }
            }
            server.execute("DROP DATABASE IF EXISTS pc", "DROP DATABASE IF EXISTS `pc Odd`");
        }
    }

    private static Report run(MySqlServer source, MySqlServer target, PairCase what) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "migration.types", "schema,full,incremental",
                "target.existing.tables", "refuse",
                "checkpoint.database", "mysql_relay",
                "topics", "pc.changes"));
        settings.putAll(what.settings());
        String user = what.isPoor() ? "pc_poor" : "pc_all";
        try (ServerFacts left = new ServerFacts(() -> source.connection(user, "p"), OURS);
                ServerFacts right = new ServerFacts(() -> target.connection(user, "p"), Scope.EVERYTHING)) {
            List<Check> checks = PairChecks.of(new Pair(left, right, settings, false)).stream()
                    .filter(c -> c.kind() == what.kind())
                    .toList();
            return new CheckRun(Duration.ofSeconds(30), Ignored.nothing()).run(checks);
        }
    }
}
