package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each statement is followed by a row; with full metadata the server's own names and types check the model. */
class ModelFollowerIT {
    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE types (a BOOL, b SERIAL, c NATIONAL CHAR(3), d CHAR(4) CHARACTER SET binary, e TEXT(20),"
                    + " f DEC(5,1), g DOUBLE PRECISION, h CHARACTER VARYING(9), i LONG VARCHAR, j INT1 UNSIGNED,"
                    + " k ENUM('x','it''s') CHARACTER SET latin1, l SET('p','q'), m BIT(11), n YEAR, o FLOAT(30),"
                    + " p INTEGER ZEROFILL, q NVARCHAR(3), r VARCHAR(5) BINARY, s TEXT CHARACTER SET binary, t JSON,"
                    + " u TIMESTAMP(3) NULL, v TIME(6), w DATETIME, x POINT, y VARBINARY(7), z NUMERIC)",
            "INSERT INTO types (a, c, d, k, l) VALUES (1, 'abc', 'ab', 2, 'q')",
            "ALTER TABLE types ADD COLUMN (n1 INT, n2 VARCHAR(3)), DROP COLUMN e",
            "INSERT INTO types (a) VALUES (2)",
            "ALTER TABLE types CHANGE COLUMN a renamed SMALLINT UNSIGNED FIRST, MODIFY n1 BIGINT AFTER b",
            "INSERT INTO types (n1) VALUES (3)",
            "ALTER TABLE types CONVERT TO CHARACTER SET latin1",
            "INSERT INTO types (n2) VALUES ('\u00e9')",
            "ALTER TABLE types MODIFY n2 VARCHAR(4)",
            "ALTER TABLE types RENAME COLUMN n1 TO n3, ADD INDEX (n3), ALTER COLUMN n2 SET DEFAULT 'z'",
            "INSERT INTO types (n3) VALUES (5)",
            "CREATE TABLE likeness LIKE types",
            "INSERT INTO likeness (n3) VALUES (6)",
            "RENAME TABLE types TO tmp, likeness TO types, tmp TO likeness",
            "INSERT INTO types (n3) VALUES (7)",
            "ALTER TABLE types DROP COLUMN n3, RENAME TO moved",
            "INSERT INTO moved (n2) VALUES ('8')",
            "CREATE TABLE gen (id INT PRIMARY KEY, v INT AS (id * 2) VIRTUAL, s INT GENERATED ALWAYS AS (id + 1) STORED)",
            "INSERT INTO gen (id) VALUES (9)",
            "ALTER TABLE gen ADD COLUMN g INT AS (v + 1) VIRTUAL AFTER s",
            "INSERT INTO gen (id) VALUES (10)",
            "CREATE TABLE parts (id INT, d DATE) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10))",
            "ALTER TABLE parts ADD PARTITION (PARTITION p1 VALUES LESS THAN (20))",
            "INSERT INTO parts VALUES (11, '2024-01-31')",
            "CREATE TABLE `odd ``name` (`a b` INT, `group` INT, `\u00fc` INT)",
            "INSERT INTO `odd ``name` VALUES (12, 12, 12)",
            "ALTER TABLE `odd ``name` ADD `c``d` INT FIRST",
            "INSERT INTO `odd ``name` VALUES (13, 13, 13, 13)",
            "/* a comment */ CREATE /*!50100 TABLE */ IF NOT EXISTS note (id INT COMMENT 'it''s; \"quoted\"', KEY (id))",
            "INSERT INTO note VALUES (14)",
            "DROP TABLE note, parts",
            "CREATE TABLE note (other VARCHAR(3) COLLATE utf8mb4_bin)",
            "INSERT INTO note VALUES ('15')",
            "CREATE VIEW seen AS SELECT 1",
            "CREATE PROCEDURE proc() BEGIN INSERT INTO note VALUES ('x'); ALTER TABLE note ADD x INT; END",
            "CREATE TRIGGER trig BEFORE INSERT ON note FOR EACH ROW SET NEW.other = 'tr'",
            "INSERT INTO note VALUES ('16')",
            "CREATE TABLE chosen (extra INT) SELECT id AS one, v FROM gen",
            "INSERT INTO chosen VALUES (17, 17, 17)",
            // Only an event of a statement that has used its session's zone has it.
            "CREATE TABLE zoned (id INT PRIMARY KEY, at TIMESTAMP NOT NULL DEFAULT '2024-01-01 10:00:00')",
            "CREATE DATABASE last_one");

    /** @return columns of the table as they were before the statement, and its character set; empty if it does not tell */
    private static List<String> before(List<SourceRecord> records, String text) {
        Struct before = statement(records, text).getStruct("before");
        if (before == null) {
            return List.of();
        }
        List<Struct> columns = before.getArray("columns");
        return Stream.concat(
                        columns.stream()
                                .map(c -> c.getString("name") + " " + c.getString("type")
                                        + (c.getBoolean("nullable") ? "" : " NOT NULL")
                                        + (c.getBoolean("auto_increment") ? " AUTO_INCREMENT" : "")),
                        Stream.of("table " + before.getString("charset")))
                .toList();
    }

    private static Struct statement(List<SourceRecord> records, String text) {
        return records.stream()
                .filter(r -> Seen.ddl(r, text))
                .map(r -> (Struct) r.value())
                .findFirst()
                .orElseThrow();
    }

    @TempDir
    static Path folder;

    @Test
    void theModelFollowsEveryStatement() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.start(folder);
                MySqlServer mysql = MySqlServer.builder()
                        .option("binlog-row-metadata", "FULL")
                        .withoutGtid()
                        .start()) {
            mysql.execute("CREATE DATABASE model");
            Map<String, String> settings = Settings.with(
                    "database.hostname", mysql.host(),
                    "database.port", String.valueOf(mysql.port()),
                    "database.user", "root",
                    "database.password", "",
                    "database.include.list", "model,last_one",
                    "kafka.bootstrap.servers", kafka.bootstrapServers(),
                    "poll.interval.ms", "10");
            List<SourceRecord> records;
            try (TaskRun run = new TaskRun(settings, null)) {
                run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
                try (Connection connection = mysql.connection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("USE model");
                    for (String sql : STATEMENTS) {
                        statement.execute(sql);
                    }
                    statement.execute("SET SESSION sql_mode = 'ANSI_QUOTES'");
                    statement.execute("CREATE TABLE \"ansi\" (\"select\" INT DEFAULT 3, b CHAR(3) DEFAULT 'x')");
                    statement.execute("INSERT INTO \"ansi\" (\"select\") VALUES (18)");
                    statement.execute("CREATE TABLE done (id INT)");
                }
                records = run.until(r -> Seen.ddl(r, "TABLE done"));
            }
            List<String> lines = Seen.lines(records);
            assertThat(lines)
                    .contains("c odd `name null -> [13, 13, 13, 13]", "c note null -> [tr]")
                    .contains("c gen null -> [10, 20, 11, 21]", "c ansi null -> [18, x]");
            assertThat(lines).filteredOn(line -> line.startsWith("c chosen")).hasSize(3);
            long ddl =
                    STATEMENTS.stream().filter(sql -> !sql.startsWith("INSERT")).count() + 2;
            assertThat(lines).filteredOn(line -> line.startsWith("incremental")).hasSize((int) ddl);
            assertThat(before(records, "CHANGE COLUMN a"))
                    .containsExactly(
                            "a tinyint",
                            "b bigint unsigned NOT NULL AUTO_INCREMENT",
                            "c char(3) CHARACTER SET utf8",
                            "d binary(4)",
                            "f decimal(5,1)",
                            "g double",
                            "h varchar(9) CHARACTER SET utf8mb4",
                            "i mediumtext CHARACTER SET utf8mb4",
                            "j tinyint unsigned",
                            "k enum('x','it''s') CHARACTER SET latin1",
                            "l set('p','q') CHARACTER SET utf8mb4",
                            "m bit(11)",
                            "n year",
                            "o double",
                            "p int unsigned zerofill",
                            "q varchar(3) CHARACTER SET utf8",
                            "r varchar(5) CHARACTER SET utf8mb4",
                            "s blob",
                            "t json",
                            "u timestamp(3)",
                            "v time(6)",
                            "w datetime",
                            "x geometry",
                            "y varbinary(7)",
                            "z decimal(10,0)",
                            "n1 int",
                            "n2 varchar(3) CHARACTER SET utf8mb4",
                            "table utf8mb4");
            assertThat(before(records, "CONVERT TO"))
                    .contains("renamed smallint unsigned", "n1 bigint", "n2 varchar(3) CHARACTER SET utf8mb4");
            assertThat(before(records, "MODIFY n2")).contains("n2 varchar(3) CHARACTER SET latin1", "table latin1");
            assertThat(before(records, "ADD COLUMN (n1")).isEmpty();
            assertThat(statement(records, "TABLE zoned").getMap("session"))
                    .hasEntrySatisfying("time_zone", zone -> assertThat(zone).isEqualTo("SYSTEM"))
                    .hasEntrySatisfying(
                            "system_time_zone", zone -> assertThat(zone).isEqualTo("+00:00"));
            int from = lines.indexOf("c gen null -> [9, 18, 10]");
            SourceRecord middle = records.stream()
                    .filter(r -> Seen.line(r).equals(lines.get(from)))
                    .findFirst()
                    .orElseThrow();
            try (TaskRun again = new TaskRun(settings, middle.sourceOffset())) {
                List<String> repeated = Seen.lines(again.until(r -> Seen.ddl(r, "TABLE done")));
                assertThat(repeated.subList(1, repeated.size())).isEqualTo(lines.subList(from, lines.size()));
            }
        }
    }
}
