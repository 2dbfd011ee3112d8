package io.mysqlrelay.it.workload;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The workload's tables: one with two keys, its twin for renames, one whose key is text, one that takes long
 * to read, one without a key and with equal
 * rows, parent and child.
 */
final class Tables {
    private static final String NUMBERS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) SELECT ";

    private final String database;

    Tables(String database) {
        this.database = database;
    }

    /**
     * @param rows of the table item
     * @param many of the table many
     */
    void create(MySqlServer server, int rows, int many) {
        server.execute(
                "CREATE DATABASE " + database,
                "USE " + database,
                "SET SESSION cte_max_recursion_depth = 1000000",
                "CREATE TABLE item (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, code VARCHAR(40) NOT NULL, n INT,"
                        + " v VARCHAR(200), f DOUBLE, t TIMESTAMP(6) NULL, UNIQUE KEY by_code (code))",
                "CREATE TABLE item_two LIKE item",
                "CREATE TABLE word (w VARCHAR(30) COLLATE utf8mb4_unicode_ci NOT NULL, lang CHAR(2) NOT NULL, n INT,"
                        + " PRIMARY KEY (w, lang))",
                "CREATE TABLE log (a INT, b VARCHAR(20), c DECIMAL(10,3))",
                "CREATE TABLE many (id INT NOT NULL PRIMARY KEY, n INT NOT NULL)",
                "CREATE TABLE account (id INT NOT NULL PRIMARY KEY, amount BIGINT NOT NULL)",
                "CREATE TABLE booking (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, account INT NOT NULL,"
                        + " amount BIGINT NOT NULL, FOREIGN KEY (account) REFERENCES account (id))",
                "INSERT INTO item (code, n, v, f) " + NUMBERS.formatted(rows)
                        + "CONCAT('c', i), i % 100, REPEAT('x', i % 50), i / 7 FROM n",
                "INSERT INTO item_two (code, n) " + NUMBERS.formatted(rows / 10) + "CONCAT('d', i), i FROM n",
                "INSERT INTO word " + NUMBERS.formatted(rows / 10) + "CONCAT('wört', i), 'de', i FROM n",
                "INSERT INTO log " + NUMBERS.formatted(rows / 4)
                        + "i % 20, NULLIF(CONCAT('b', i % 3), 'b1'), 1.5 FROM n",
                "INSERT INTO many " + NUMBERS.formatted(many) + "i, 0 FROM n",
                "INSERT INTO account " + NUMBERS.formatted(100) + "i, 1000 FROM n",
                "INSERT INTO booking (account, amount) " + NUMBERS.formatted(rows / 10) + "1 + i % 100, i FROM n");
    }

    void use(Connection connection) throws SQLException {
        connection.setCatalog(database);
    }
}
