package io.mysqlrelay.testkit.compare.adb;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the comparison finds a target that breaks it. */
class AdbComparisonIT {
    private static final String[] SOURCE = {
        "CREATE DATABASE d",
        // The information schema keeps the default of ts as it is written here.
        "SET SESSION time_zone = '+05:00'",
        "CREATE TABLE d.typed (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, n INT NOT NULL DEFAULT 7 COMMENT 'seven',"
                + " v VARCHAR(10) DEFAULT 'it''s \\\\', at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE"
                + " CURRENT_TIMESTAMP(6), b BIT(8) DEFAULT b'101', ts TIMESTAMP NULL DEFAULT '2024-01-01 12:00:00',"
                + " x VARBINARY(3) DEFAULT 'ab', l VARCHAR(200) DEFAULT '" + "x".repeat(128) + "', g INT AS (n * 2),"
                + " u INT UNSIGNED, d DATE NOT NULL, e ENUM('a', 'b') NOT NULL, UNIQUE (u), KEY (v), CHECK (n > 0))"
                + " COMMENT 'it''s'",
        "INSERT INTO d.typed (id, d) VALUES (1, '2024-01-01')",
        "CREATE TABLE d.by_unique (a INT, b INT NOT NULL, c INT NOT NULL, v VARCHAR(9) NOT NULL, UNIQUE (a),"
                + " UNIQUE by_v (v(2)), UNIQUE by_c (c), UNIQUE by_b (b))",
        "CREATE TABLE d.two (a VARCHAR(9), b BIGINT UNSIGNED, PRIMARY KEY (b, a))",
        "CREATE TABLE d.keyless (a INT NOT NULL, b INT, UNIQUE (b), KEY (a))",
        "CREATE VIEW d.view AS SELECT a FROM d.two",
    };

    private static final String TYPED = "CREATE TABLE d.typed (`id` BIGINT NOT NULL, `n` INT NOT NULL DEFAULT 7 COMMENT"
            + " 'seven', `v` VARCHAR DEFAULT 'it''s \\\\', `at` DATETIME DEFAULT CURRENT_TIMESTAMP, `b` VARCHAR DEFAULT"
            + " '5', `ts` TIMESTAMP DEFAULT '2024-01-01 07:00:00', `x` BINARY, `l` VARCHAR, `g` INT, `u` BIGINT, `d` DATE,"
            + " `e` VARCHAR NOT NULL, PRIMARY KEY (`id`)) DISTRIBUTED BY HASH(`id`) COMMENT 'it''s'";
    private static final String BY_UNIQUE =
            "CREATE TABLE d.by_unique (`a` INT, `b` INT NOT NULL, `c` BIGINT NOT NULL, `v`"
                    + " VARCHAR NOT NULL, PRIMARY KEY (`c`)) DISTRIBUTED BY HASH(`c`)";
    private static final String TWO =
            "CREATE TABLE d.two (`a` VARCHAR NOT NULL, `b` DECIMAL(20,0) NOT NULL, PRIMARY KEY"
                    + " (`b`, `a`)) DISTRIBUTED BY HASH(`b`, `a`)";
    private static final String KEYLESS = "CREATE TABLE d.keyless (`relay_row_id` VARCHAR NOT NULL, `relay_row_image`"
            + " VARCHAR NOT NULL, `a` INT NOT NULL, `b` INT, PRIMARY KEY (`relay_row_id`)) DISTRIBUTED BY"
            + " HASH(`relay_row_id`)";
    private static final List<String> TARGET = List.of(
            TYPED,
            "REPLACE INTO d.typed (id, n, v, at, b, ts, x, l, g, u, d, e) VALUES (1, 7, 'it''s \\\\', NULL, '5',"
                    + " '2024-01-01 07:00:00', X'6162', '" + "x".repeat(128) + "', 14, NULL, '2024-01-01', 'a')",
            BY_UNIQUE,
            TWO,
            KEYLESS);

    private static MySqlServer source;
    private static MySqlServer server;
    private static AdbStandIn adb;

    @BeforeAll
    static void start() {
        source = MySqlServer.started();
        source.execute(SOURCE);
        source.execute("UPDATE d.typed SET at = NULL");
        server = MySqlServer.started();
        adb = AdbStandIn.start(server);
    }

    @AfterAll
    static void stop() {
        adb.close();
        server.close();
        source.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        server.execute("DROP DATABASE IF EXISTS d", "DROP DATABASE IF EXISTS other");
        run("CREATE DATABASE d");
    }

    @Test
    void aTargetByTheRulesIsEqual() throws SQLException {
        make("", "");
        ComparisonResult result = comparison().run();
        assertThat(result.differences()).isEmpty();
        assertThat(result.totalRows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "DEFAULT 7 | DEFAULT 8 | typed.n has the default 8, expected 7",
                "DEFAULT 7 | '' | typed.n has the default null, expected 7",
                "DEFAULT 'it''s \\\\', | , | typed.v has the default null, expected it's \\",
                "DEFAULT CURRENT_TIMESTAMP | '' | typed.at has the default null, expected CURRENT_TIMESTAMP",
                "DEFAULT '5' | DEFAULT '101' | typed.b has the default 101, expected 5",
                "DEFAULT '2024-01-01 07 | DEFAULT '2024-01-01 12 | typed.ts has the default 2024-01-01 12:00:00.000, expected",
                "`l` VARCHAR | `l` VARCHAR DEFAULT 'x' | typed.l has the default x, expected null",
                "`g` INT | `g` INT DEFAULT 0 | typed.g has the default 0, expected null",
                "`e` VARCHAR NOT NULL | `e` VARCHAR NOT NULL DEFAULT 'a' | typed.e has the default a, expected null",
                "INT NOT NULL DEFAULT 7 | INT NULL DEFAULT 7 | column d.typed.n may be NULL",
                "`d` DATE | `d` DATE NOT NULL | column d.typed.d is NOT NULL",
                "`u` BIGINT | `u` BIGINT NOT NULL DEFAULT 1 | column d.typed.u is NOT NULL",
                "`u` BIGINT | `u` INT | column d.typed.u is int, expected bigint for int",
                "`id` BIGINT | `id` INT | column d.typed.id is int, expected bigint",
                "`id` BIGINT NOT NULL | `id` BIGINT NOT NULL AUTO_INCREMENT | column d.typed.id is auto_increment",
                "COMMENT 'seven' | '' | column d.typed.n has another comment",
                "COMMENT 'it''s' | '' | d.typed: the comment differs",
                "`x` BINARY, `l` VARCHAR, | `l` VARCHAR, `x` BINARY, | d.typed: column l is where x is expected",
                "`x` BINARY, | '' | column d.typed.x is missing on the right",
                "`x` BINARY, | `x` BINARY, `y` INT, | column d.typed.y is only on the right",
                "HASH(`id`) | BROADCAST | d.typed: is distributed by [], the key is [id]",
                "HASH(`id`) | HASH(`id`) STORAGE_POLICY='COLD' | d.typed: has the options INDEX_ALL='Y' STORAGE_POLICY='COLD'",
                "PRIMARY KEY (`id`) | KEY `i` (`n`), PRIMARY KEY (`id`) | d.typed: has an index: KEY `i` (`n`)",
                "PRIMARY KEY (`id`) | KEY `i` (`n`), PRIMARY KEY (`id`) | d.typed: has the options INDEX_ALL='N'",
                "PRIMARY KEY (`id`)) DISTRIBUTED BY HASH(`id`) | PRIMARY KEY (`id`, `e`)) DISTRIBUTED BY HASH(`id`, `e`) | typed: the key is [id, e], expected [id]",
                "PRIMARY KEY (`c`)) DISTRIBUTED BY HASH(`c`) | PRIMARY KEY (`b`)) DISTRIBUTED BY HASH(`b`) | by_unique: the key is [b], expected [c]",
                "PRIMARY KEY (`b`, `a`) | PRIMARY KEY (`a`, `b`) | two: the key is [a, b], expected [b, a]",
                "HASH(`b`, `a`) | HASH(`b`) | d.two: is distributed by [b], the key is [b, a]",
                "HASH(`b`, `a`) | HASH(`b`, `a`) PARTITION BY VALUE(`a`) | d.two: has the options PARTITION BY VALUE(",
                "(`relay_row_id`)) DISTRIBUTED BY HASH(`relay_row_id`) | (`a`)) DISTRIBUTED BY HASH(`a`) | keyless: the key is [a], expected [relay_row_id]",
                ", PRIMARY KEY (`relay_row_id`)) DISTRIBUTED BY HASH(`relay_row_id`) | ) | keyless: the key is [__adb_auto_id__], expected [relay_row_id]",
                "`relay_row_image` VARCHAR NOT NULL | `relay_row_image` VARCHAR | d.keyless.relay_row_image is Column[type=varchar, notNull=false",
                "`relay_row_image` VARCHAR NOT NULL, | '' | column d.keyless.relay_row_image is missing on the right",
                "`a` INT NOT NULL, `b` INT, | `b` INT, `a` INT NOT NULL, | d.keyless: column b is where a is expected",
            })
    void aPlantedDifferenceIsFound(String correct, String wrong, String sentence) throws SQLException {
        assertThat(String.join(";", TARGET)).contains(correct);
        make(correct, wrong.equals("''") ? "" : wrong);
        ComparisonResult result = comparison().run();
        assertThat(result.equal()).isFalse();
        assertThat(String.join("\n", result.differences())).contains(sentence);
    }

    @Test
    void whatAnalyticDbDoesNotHaveIsNotThere() throws SQLException {
        make("", "");
        run("CREATE VIEW d.view AS SELECT a FROM d.two");
        assertThat(comparison().run().differences()).containsExactly("view d.view is only on the right");
    }

    @Test
    void aDatabaseThatTheSourceDroppedIsFound() throws SQLException {
        make("", "");
        run("CREATE DATABASE other");
        assertThat(comparison().run().differences()).containsExactly("database other is only on the right");
    }

    @Test
    void whatIsExpectedIsNoDifferenceAndMustBeSo() throws SQLException {
        make("INT NOT NULL DEFAULT 7", "INT NULL DEFAULT 8");
        String expected = "column d.typed.n may be NULL";
        ComparisonResult plain = comparison().run();
        ComparisonResult one = comparison().expecting(List.of(expected)).run();
        ComparisonResult two =
                comparison().expecting(List.of(expected, "it rains")).run();
        assertThat(plain.differences()).contains(expected);
        assertThat(one.differences())
                .doesNotContain(expected)
                .contains("column d.typed.n has the default 8, expected 7");
        assertThat(one.differenceCount()).isEqualTo(plain.differenceCount() - 1);
        assertThat(two.differences()).contains("was expected, and is not so: it rains");
        assertThat(two.differenceCount()).isEqualTo(plain.differenceCount());
    }

    private static void make(String correct, String wrong) throws SQLException {
        for (String sql : TARGET) {
            // A row of columns that are not there would fail.
            if (correct.isEmpty() || sql.startsWith("CREATE")) {
                run(correct.isEmpty() ? sql : sql.replace(correct, wrong));
            }
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection session = adb.connection();
                Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Compared comparison() {
        return new Compared(List.of());
    }

    /** With sessions of its own, which the comparison changes. */
    private record Compared(List<String> expected) {
        Compared expecting(List<String> sentences) {
            return new Compared(sentences);
        }

        ComparisonResult run() throws SQLException {
            try (Connection left = source.connection();
                    Connection right = adb.connection()) {
                return AdbComparison.of(left, right, List.of("d", "other"))
                        .expecting(expected)
                        .run();
            }
        }
    }
}
