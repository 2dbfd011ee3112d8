package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.topic.ChangeTopic;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which views, routines, triggers and events become records, in which order, with which session. */
class ObjectsIT {
    @TempDir
    static Path folder;

    private static KafkaBroker kafka;
    private static MySqlServer mysql;
    private static int migrations;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(folder);
        mysql = MySqlServer.builder().start();
    }

    @AfterAll
    static void stop() {
        mysql.close();
        kafka.close();
    }

    private static Map<String, String> migration(String... more) {
        Map<String, String> settings = Settings.with(more);
        settings.put("topic.prefix", "objects" + ++migrations);
        settings.put("database.hostname", mysql.host());
        settings.put("database.port", String.valueOf(mysql.port()));
        settings.put("database.user", "root");
        settings.put("database.password", "");
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("poll.interval.ms", "10");
        try (ChangeTopic topic = new ChangeTopic(SourceConfig.parse(settings))) {
            topic.ensure();
        }
        return settings;
    }

    private static List<String> statements(List<SourceRecord> records, String phase) {
        return records.stream()
                .map(SourceRecord::value)
                .filter(Struct.class::isInstance)
                .map(Struct.class::cast)
                .filter(value -> value.schema().field("statement") != null)
                .filter(value -> value.getString("phase").equals(phase))
                .map(value -> value.getString("text").replaceAll("DEFINER=`\\w+`@`[\\w.%]+` ", ""))
                .toList();
    }

    @Test
    void theSchemaPhaseEmitsThemInTheOrderInWhichTheyCanBeMade() throws Exception {
        mysql.execute(
                "CREATE DATABASE ordered CHARACTER SET latin1",
                "CREATE TABLE ordered.t (id INT PRIMARY KEY)",
                "CREATE PROCEDURE ordered.of_latin1(a CHAR(5)) SELECT a",
                "ALTER DATABASE ordered COLLATE utf8mb4_bin",
                "CREATE FUNCTION ordered.f() RETURNS INT DETERMINISTIC RETURN 1",
                "CREATE VIEW ordered.c AS SELECT id FROM ordered.t",
                "CREATE VIEW ordered.b AS SELECT id FROM ordered.c",
                "CREATE VIEW ordered.a AS SELECT b.id, ordered.f() AS f FROM ordered.b AS b",
                "CREATE TRIGGER ordered.late BEFORE INSERT ON ordered.t FOR EACH ROW SET NEW.id = 1",
                "CREATE TRIGGER ordered.early BEFORE INSERT ON ordered.t FOR EACH ROW PRECEDES late SET NEW.id = 2",
                "CREATE EVENT ordered.e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DO DO 1");
        try (TaskRun run = new TaskRun(migration("database.include.list", "ordered"), null)) {
            List<SourceRecord> records = run.until(r -> Seen.marker(r, "SCHEMA_END"));
            assertThat(statements(records, "schema").stream()
                            .skip(2)
                            // 8.0.12 leaves the database of functions out.
                            .map(s -> s.replace("`ordered`.`f`", "`f`").split("[\n(]")[0]))
                    .containsExactly(
                            "ALTER DATABASE `ordered` COLLATE utf8mb4_bin",
                            "CREATE FUNCTION `f`",
                            "ALTER DATABASE `ordered` COLLATE latin1_swedish_ci",
                            "CREATE PROCEDURE `of_latin1`",
                            "CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW `ordered`.`c` AS select `ordered`.`t`.`id` AS `id` from `ordered`.`t`",
                            "CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW `ordered`.`b` AS select `c`.`id` AS `id` from `ordered`.`c`",
                            "CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW `ordered`.`a` AS select `b`.`id` AS `id`,`f`",
                            "ALTER DATABASE `ordered` COLLATE utf8mb4_bin",
                            "CREATE TRIGGER `early` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.id = 2",
                            "CREATE TRIGGER `late` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.id = 1",
                            "CREATE EVENT `e` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO DO 1",
                            "ALTER DATABASE `ordered` COLLATE utf8mb4_bin");
        }
    }

    @Test
    void ofAPartOfADatabaseOnlyWhatBelongsToThatPartTravels() throws Exception {
        mysql.execute(
                "CREATE DATABASE part",
                "CREATE TABLE part.taken (id INT PRIMARY KEY)",
                "CREATE TABLE part.other (id INT PRIMARY KEY)",
                "CREATE VIEW part.taken_view AS SELECT 1 AS a",
                "CREATE VIEW part.other_view AS SELECT 1 AS a",
                "CREATE PROCEDURE part.p() SELECT 1",
                "CREATE TRIGGER part.taken_g BEFORE INSERT ON part.taken FOR EACH ROW SET NEW.id = 1",
                "CREATE TRIGGER part.other_g BEFORE INSERT ON part.other FOR EACH ROW SET NEW.id = 1",
                "CREATE EVENT part.e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DO DO 1");
        Map<String, String> settings = migration("database.include.list", "part", "table.include.list", "part.taken.*");
        try (TaskRun run = new TaskRun(settings, null)) {
            List<SourceRecord> before = run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            assertThat(String.join("\n", statements(before, "schema")))
                    .contains("`taken_view`", "`taken_g`")
                    .doesNotContain("other_", "`p`", "`e`");
            mysql.execute(
                    "CREATE PROCEDURE part.q() SELECT 1",
                    "CREATE OR REPLACE VIEW part.other_view AS SELECT 2 AS a",
                    "CREATE OR REPLACE VIEW part.taken_view AS SELECT 2 AS a",
                    "CREATE TRIGGER part.other_h AFTER INSERT ON part.other FOR EACH ROW SET @a = 1",
                    "CREATE TRIGGER part.taken_h AFTER INSERT ON part.taken FOR EACH ROW SET @a = 1",
                    "ALTER EVENT part.e DISABLE",
                    "RENAME TABLE part.taken_view TO part.taken_renamed",
                    "ALTER TABLE part.taken ADD COLUMN last INT");
            List<SourceRecord> all = run.until(r -> Seen.ddl(r, "last"));
            assertThat(String.join("\n", statements(all, "incremental")))
                    .contains("taken_view", "taken_h", "taken_renamed")
                    .doesNotContain("other_", "part.q", "EVENT");
        }
    }
}
