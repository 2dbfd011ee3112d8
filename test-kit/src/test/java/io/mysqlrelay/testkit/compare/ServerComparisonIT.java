package io.mysqlrelay.testkit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerComparisonIT {
    private static final String[] SAME = {
        "CREATE DATABASE d CHARACTER SET latin1",
        "CREATE TABLE d.typed (id INT NOT NULL AUTO_INCREMENT, part VARCHAR(20) CHARACTER SET utf8mb4, f FLOAT,"
                + " e ENUM('', 'x'), s SET('a','b'), j JSON, ts TIMESTAMP(6) NULL, tm TIME, b BIT(9), bin VARBINARY(20),"
                + " t TEXT CHARACTER SET latin1, g INT AS (n * 2) STORED, n DECIMAL(30,10), d DATE, PRIMARY KEY (id, part))",
        "INSERT IGNORE INTO d.typed VALUES (1, 'one', 0.1, '', 'a,b', '{\"k\": 1.50}', '2024-05-06 07:08:09.123456',"
                + " '-12:00:00', b'101', x'00ff', 'é', DEFAULT, 1.5, '0000-00-00'),"
                + " (2, 'Zwei', -0e0, 'not a member', NULL, NULL, NULL, NULL, NULL, NULL, NULL, DEFAULT, NULL, NULL),"
                + " (2, 'a', 1, 'x', '', '[]', NULL, '838:59:59', b'0', '', '', DEFAULT, 0, '9999-12-31')",
        "CREATE TABLE d.keyless (a INT, b VARCHAR(10), c BLOB)",
        "INSERT INTO d.keyless VALUES (1, 'x', NULL), (1, 'x', NULL), (NULL, NULL, x'01'), (2, 'y', x'02')",
        "CREATE TABLE d.texts (k VARCHAR(700) COLLATE utf8mb4_0900_ai_ci PRIMARY KEY)",
        "INSERT INTO d.texts VALUES ('b'), ('A'), (''), ('é'), (REPEAT('x', 700)), (CONCAT(REPEAT('x', 699), 'y'))",
        "CREATE VIEW d.v AS SELECT a FROM d.keyless",
        "CREATE PROCEDURE d.p() SELECT 1",
        "CREATE TRIGGER d.tr BEFORE INSERT ON d.keyless FOR EACH ROW SET NEW.a = NEW.a",
        "CREATE EVENT d.ev ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO SELECT 1",
    };

    private static MySqlServer left;
    private static MySqlServer right;

    @BeforeAll
    static void start() {
        left = MySqlServer.started();
        right = MySqlServer.started();
        left.execute(modes(SAME));
    }

    @AfterAll
    static void stop() {
        left.close();
        right.close();
    }

    @BeforeEach
    void makeEqual() {
        right.execute("DROP DATABASE IF EXISTS d", "DROP DATABASE IF EXISTS other");
        right.execute(modes(SAME));
    }

    @Test
    void equalServersAreEqual() throws SQLException {
        ComparisonResult result = compare();
        assertThat(result.differences()).isEmpty();
        assertThat(result.equal()).isTrue();
        assertThat(result.totalRows()).isEqualTo(3 + 4 + 6);
    }

    @Test
    void theOrderOfKeylessRowsDoesNotCount() throws SQLException {
        right.execute(
                "DELETE FROM d.keyless",
                "INSERT INTO d.keyless VALUES (2, 'y', x'02'), (1, 'x', NULL), (NULL, NULL, x'01'), (1, 'x', NULL)");
        assertThat(compare().differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE DATABASE other | database other is only on the right",
                "ALTER DATABASE d CHARACTER SET utf8mb4 | database d differs in line",
                "DROP TABLE d.texts | table d.texts is missing on the right",
                "CREATE TABLE d.more (a INT) | table d.more is only on the right",
                "ALTER TABLE d.keyless COMMENT 'c' | table d.keyless differs in line",
                "ALTER TABLE d.typed AUTO_INCREMENT = 99 | AUTO_INCREMENT=99",
                "ALTER TABLE d.keyless ADD x INT | rows of d.keyless were not compared",
                "UPDATE d.typed SET f = 0.10000001 WHERE id = 1 | differs in f:",
                "UPDATE d.typed SET f = 0e0 WHERE part = 'Zwei' | differs in f: left -0, right 0",
                "UPDATE d.typed SET e = '' WHERE part = 'Zwei' | differs in e: left 0, right 1",
                "UPDATE d.typed SET s = 'a' WHERE id = 1 | differs in s: left 3, right 1",
                "UPDATE d.typed SET s = NULL WHERE part = 'a' | differs in s: left 0, right NULL",
                "UPDATE d.typed SET j = '{\"k\": 1.6}' WHERE id = 1 | differs in j:",
                "UPDATE d.typed SET ts = '2024-05-06 07:08:09.123457' WHERE id = 1 | differs in ts:",
                "UPDATE d.typed SET tm = '12:00:00' WHERE id = 1 | differs in tm:",
                "UPDATE d.typed SET b = b'111' WHERE id = 1 | differs in b: left 0x0005, right 0x0007",
                "UPDATE d.typed SET bin = x'00fe' WHERE id = 1 | differs in bin: left 0x00ff, right 0x00fe",
                "UPDATE d.typed SET t = 'e' WHERE id = 1 | differs in t: left 0xe9, right 0x65",
                "UPDATE d.typed SET n = 1.5000000001 WHERE id = 1 | differs in n:",
                "UPDATE d.typed SET d = '0000-01-01' WHERE id = 1 | differs in d:",
                "UPDATE d.typed SET part = 'zwei' WHERE part = 'Zwei' | row (id=2, part=0x5a776569) is missing",
                "DELETE FROM d.typed WHERE part = 'a' | d.typed row (id=2, part=0x61) is missing on the right",
                "INSERT INTO d.typed (id, part) VALUES (0, '') | d.typed row (id=3, part=0x) is only on the right",
                "DELETE FROM d.keyless WHERE a = 1 LIMIT 1 | d.keyless row (a=1, b=0x78, c=NULL) is missing",
                "INSERT INTO d.keyless VALUES (2, 'y', x'02') | d.keyless row (a=2, b=0x79, c=0x02) is only on",
                "UPDATE d.texts SET k = 'a' WHERE k = 'A' | d.texts row (k=0x41) is missing",
                "DROP VIEW d.v | view d.v is missing on the right",
                "CREATE OR REPLACE VIEW d.v AS SELECT b FROM d.keyless | view d.v differs",
                "DROP PROCEDURE d.p | procedure d.p is missing",
                "ALTER PROCEDURE d.p COMMENT 'c' | procedure d.p differs",
                "DROP TRIGGER d.tr | trigger d.tr is missing",
                "ALTER EVENT d.ev ENABLE | event d.ev differs",
            })
    void aPlantedDifferenceIsFound(String sql, String sentence) throws SQLException {
        right.execute(modes(sql));
        ComparisonResult result = compare();
        assertThat(result.equal()).isFalse();
        assertThat(String.join("\n", result.differences())).contains(sentence);
        assertThat(result.differenceCount()).isLessThanOrEqualTo(3);
    }

    @Test
    void manyDifferencesAreCountedAndTheFirstAreTold() throws SQLException {
        right.execute(
                "INSERT INTO d.keyless WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                        + " SELECT i, 'extra', NULL FROM n");
        ComparisonResult result = compare();
        assertThat(result.differences()).hasSize(11);
        assertThat(result.differences().get(10)).isEqualTo("d.keyless: 500 rows differ in all");
    }

    @Test
    void whatIsLeftOutIsNotCompared() throws SQLException {
        right.execute("CREATE DATABASE other", "ALTER TABLE d.typed AUTO_INCREMENT = 99");
        try (Connection one = left.connection();
                Connection two = right.connection()) {
            ServerComparison comparison = ServerComparison.of(one, two).withoutAutoIncrement();
            assertThat(comparison.ignoring(List.of("other")).run().differences())
                    .isEmpty();
            assertThat(comparison.databases(List.of("d")).run().differences()).isEmpty();
            assertThat(comparison.databases(List.of("none")).run().differences())
                    .containsExactly("database none is missing on both sides");
        }
    }

    private static ComparisonResult compare() throws SQLException {
        try (Connection one = left.connection();
                Connection two = right.connection()) {
            return ServerComparison.of(one, two).withPrograms().run();
        }
    }

    private static String[] modes(String... statements) {
        String[] all = new String[statements.length + 1];
        all[0] = "SET SESSION sql_mode = 'ALLOW_INVALID_DATES'";
        System.arraycopy(statements, 0, all, 1, statements.length);
        return all;
    }
}
