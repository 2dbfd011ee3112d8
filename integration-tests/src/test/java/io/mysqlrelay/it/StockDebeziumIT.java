package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.StockDebezium;
import io.mysqlrelay.it.stage.TopicEnds;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.Seed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stock Debezium MySQL connector, as it is, with both transforms in front of the relay's sink. */
@ExtendWith(SharedStacks.class)
class StockDebeziumIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int TRANSACTIONS = 300;

    private static Stack stack;
    private static StockDebezium stock;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.newer());
        stock = new StockDebezium(stack, "stock");
    }

    @AfterAll
    static void stop() {
        if (stock != null) {
            stock.close();
        }
    }

    /** Values that Debezium's form keeps. */
    private static void createTables(String database) {
        stack.source()
                .execute(
                        "CREATE DATABASE " + database + " CHARACTER SET utf8mb4",
                        "CREATE TABLE " + database
                                + ".types (id INT PRIMARY KEY, a TINYINT(1) DEFAULT 7, b BIGINT UNSIGNED,"
                                + " c DECIMAL(20,5), d FLOAT, e DOUBLE, f DATE, g DATETIME(6), h DATETIME, i TIMESTAMP(3) NULL,"
                                + " j TIME(6), k YEAR, l ENUM('x','y,z','\u00e9'), m SET('p','q','r'), n JSON, o BIT(1), p BIT(17),"
                                + " q VARBINARY(20), r BLOB, s TEXT, t VARCHAR(20) CHARACTER SET latin1, u POINT, w CHAR(3) DEFAULT 'dd',"
                                + " v INT AS (id * 2) STORED, UNIQUE (w, id)) COMMENT 'all \u00e4'",
                        "CREATE TABLE " + database + ".plain (x INT, y VARCHAR(10))",
                        "CREATE TABLE " + database
                                + ".rows_ (id INT PRIMARY KEY, n INT NOT NULL, note VARCHAR(40), UNIQUE (n))",
                        "INSERT INTO " + database + ".plain VALUES (1, 'same'), (1, 'same'), (2, NULL)");
        // Debezium reads negative times and fractions wrongly in a snapshot.
        insertTypes(database, 1, "11:02:03");
    }

    private static void insertTypes(String database, int id, String time) {
        stack.source()
                .execute("INSERT INTO " + database
                        + ".types (id, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, w) VALUES ("
                        + id
                        + ", 2, 18446744073709551615, -12345.67890, 1.5, -0.1, '2024-02-29', '1999-12-31 23:59:59.000120',"
                        + " '2024-01-01 00:00:00', '2024-06-01 12:00:00.120', '" + time + "', 2155, 'y,z', 'p,r',"
                        + " '{\"a\": [1, null]}', b'1', b'10000000000000011', x'00ff00', x'', '\ud83d\ude00', 'caf\u00e9',"
                        + " ST_GeomFromText('POINT(1 2)'), NULL), (" + (id + 1)
                        + ", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
                        + " NULL, NULL, NULL, NULL, NULL, DEFAULT)");
    }

    @Test
    void snapshotChangesAndStatementsArriveExactlyOnceOverTwoKills() throws SQLException {
        String name = "stockmain";
        createTables(name);
        long seed = Seed.next("StockDebeziumIT");
        try (Migration migration = stock.migration(name).start()) {
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), name::equals);
            insertTypes(name, 11, "-101:02:03.000004");
            Random random = new Random(seed);
            try (Connection connection = stack.source().connection();
                    Statement statement = connection.createStatement()) {
                statement.execute("USE " + name);
                connection.setAutoCommit(false);
                for (int i = 0; i < TRANSACTIONS; i++) {
                    transaction(statement, random, i);
                    connection.commit();
                    if (i == TRANSACTIONS / 3 || i == TRANSACTIONS * 2 / 3) {
                        structure(statement, i);
                        stock.killAndRestart();
                    }
                }
            }
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), name::equals);
            Print.line("records on the topic: "
                    + TopicEnds.latest(stack.broker().bootstrapServers(), migration.topic())
                    + ", rows of the last table: "
                    + Sql.rows(stack.target(), "SELECT COUNT(*) FROM stockmain.rows_"));
            assertThat(
                            Sql.rows(
                                    stack.target(),
                                    "SELECT state, COUNT(*) > 0 FROM mysql_relay.ddl_log WHERE migration = 'stockmain.changes' GROUP BY state"))
                    .containsExactly("applied|1");
        }
    }

    /** Keys that change, unique values that swap, rows without a key that are equal, in transactions of some hundred rows. */
    private static void transaction(Statement statement, Random random, int number) throws SQLException {
        StringBuilder insert = new StringBuilder("INSERT INTO rows_ (id, n, note) VALUES ");
        for (int i = 0; i < 100; i++) {
            int id = number * 1_000 + i;
            insert.append(i == 0 ? "" : ",")
                    .append('(')
                    .append(id)
                    .append(',')
                    .append(id)
                    .append(",'n")
                    .append(number)
                    .append("')");
        }
        statement.execute(insert.toString());
        int any = random.nextInt(number + 1) * 1_000;
        statement.execute("UPDATE rows_ SET id = -id - 1 WHERE id BETWEEN " + any + " AND " + (any + 20));
        statement.execute("UPDATE rows_ SET note = CONCAT(note, '+') WHERE id > " + any + " LIMIT 50");
        statement.execute("DELETE FROM rows_ WHERE id BETWEEN " + (any + 50) + " AND " + (any + 60));
        statement.execute("UPDATE rows_ SET n = -n - 1000000 WHERE id = " + (any + 30));
        statement.execute("INSERT INTO plain VALUES (3, 'again'), (3, 'again'), (" + number + ", NULL)");
        statement.execute("DELETE FROM plain WHERE x = 3 LIMIT 1");
    }

    private static void structure(Statement statement, int number) throws SQLException {
        for (String sql : new String[] {
            "ALTER TABLE rows_ ADD added_" + number + " VARCHAR(10) DEFAULT 'd' AFTER n",
            "CREATE TABLE t1_" + number
                    + " (id INT PRIMARY KEY, parent INT, FOREIGN KEY (parent) REFERENCES rows_ (id))",
            "CREATE TABLE t2_" + number + " LIKE plain",
            "INSERT INTO t2_" + number + " VALUES (1, 'x')",
            "TRUNCATE TABLE t2_" + number,
            "INSERT INTO t2_" + number + " VALUES (2, 'y')",
            "RENAME TABLE t2_" + number + " TO t3_" + number,
            "CREATE TABLE a_" + number + " (id INT)",
            "CREATE TABLE b_" + number + " (id INT)",
            "DROP TABLE a_" + number + ", b_" + number,
            // Debezium alone would take the body for a statement that was executed.
            "CREATE EVENT e_" + number + " ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO DROP TABLE plain",
            "DROP EVENT e_" + number,
            "CREATE VIEW v_" + number + " AS SELECT 1",
            "DROP VIEW v_" + number,
        }) {
            statement.execute(sql);
        }
    }

    @Test
    void rowsThatTheGuardMarksGoToTheDeadLetterQueue() {
        String name = "stockguard";
        stack.source()
                .execute(
                        "CREATE DATABASE " + name,
                        "CREATE TABLE stockguard.keyed (id INT PRIMARY KEY, v VARCHAR(2000))",
                        "CREATE TABLE stockguard.plain (v INT)",
                        "INSERT INTO stockguard.plain VALUES (1)");
        try (Migration migration = stock.migration(name)
                .source("transforms.guard.keyless.tables", "errant")
                .source("transforms.guard.large.rows", "errant")
                .source("transforms.guard.large.rows.bytes", "1000")
                .sink("errors.tolerance", "all")
                .sink("errors.deadletterqueue.topic.name", name + ".refused")
                .sink("errors.deadletterqueue.topic.replication.factor", "1")
                .start()) {
            migration.awaitApplied();
            stack.source()
                    .execute(
                            "INSERT INTO stockguard.keyed VALUES (1, 'small'), (2, REPEAT('x', 1500)), (3, 'small')",
                            "INSERT INTO stockguard.plain VALUES (2)");
            migration.awaitApplied();
            assertThat(Sql.rows(stack.target(), "SELECT id FROM stockguard.keyed ORDER BY id"))
                    .containsExactly("1", "3");
            assertThat(Sql.rows(stack.target(), "SELECT * FROM stockguard.plain"))
                    .isEmpty();
            assertThat(Sql.rows(
                            stack.target(),
                            "SELECT code, tbl, COUNT(*) FROM mysql_relay.refused_rows WHERE migration = 'stockguard.changes'"
                                    + " GROUP BY code, tbl ORDER BY code"))
                    .containsExactly("RELAY-3041|plain|2", "RELAY-3042|keyed|1");
            assertThat(TopicEnds.latest(stack.broker().bootstrapServers(), name + ".refused"))
                    .isEqualTo(3);
        }
    }

    @Test
    void aStatementBeyondTheLimitsStopsTheStockConnector() {
        String name = "stocklimit";
        stack.source().execute("CREATE DATABASE " + name, "CREATE TABLE stocklimit.t (id INT PRIMARY KEY)");
        try (Migration migration = stock.migration(name)
                .source("transforms.guard.refused.statements.kinds", "change_column")
                .source("errors.tolerance", "all")
                .start()) {
            migration.awaitApplied();
            stack.source().execute("ALTER TABLE stocklimit.t MODIFY id BIGINT", "INSERT INTO stocklimit.t VALUES (1)");
            // Connect tolerates what the transform throws, and stores no offset for it: nothing passes, nothing is
            // lost.
            migration.source("errors.tolerance", "none").startSource();
            assertThat(migration.awaitSourceFailure()).contains("RELAY-3043").contains("stocklimit.t");
            assertThat(Sql.rows(
                            stack.target(),
                            "SELECT data_type FROM information_schema.columns WHERE table_schema = 'stocklimit'"))
                    .containsExactly("int");
            assertThat(Sql.rows(stack.target(), "SELECT * FROM stocklimit.t")).isEmpty();
            migration.source("transforms.guard.refused.statements", "warn").startSource();
            stock.rest().restartFailed(migration.sourceName());
            stock.rest().await(migration.sourceName(), status -> !status.isFailed(), LIMIT);
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), name::equals);
        }
    }
}
