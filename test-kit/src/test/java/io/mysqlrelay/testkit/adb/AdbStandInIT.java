package io.mysqlrelay.testkit.adb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a driver sees of the stand-in, on a real server. Rules are quoted from the reference for AnalyticDB. */
class AdbStandInIT {
    @RegisterExtension
    private static final StandInRig RIG = new StandInRig();

    /** "REPLACE replaces the whole row"; "ADB keeps milliseconds (3 digits)"; "data is case-sensitive". */
    @Test
    void rowsAreKeptAsAnalyticDbKeepsThem() throws SQLException {
        RIG.run(
                "CREATE TABLE shop.t (id VARCHAR NOT NULL, a VARCHAR(2), ts DATETIME, tm TIME, n INT, PRIMARY KEY (id))",
                "REPLACE INTO shop.t (id, a, ts, tm, n) VALUES ('a', 'longer than two', '2024-01-01 00:00:00.123999',"
                        + " '23:59:59.999999', 1), ('A', '\u00e4\ud83d\ude00', '0000-00-00 00:00:00', NULL, 2)",
                "INSERT INTO shop.t (id, n) VALUES ('a', 3), ('b', 3)",
                "REPLACE INTO shop.t (id, n) VALUES ('b', 4)");
        assertThat(RIG.rows("SELECT * FROM shop.t ORDER BY n"))
                .containsExactly(
                        row("a", "longer than two", "2024-01-01 00:00:00.123", "23:59:59.999", "1"),
                        row("A", "\u00e4\ud83d\ude00", null, null, "2"),
                        row("b", null, null, null, "4"));
    }

    /** "There are no transactions." */
    @Test
    void eachStatementStaysDone() throws SQLException {
        RIG.run("CREATE TABLE shop.t (id BIGINT NOT NULL, PRIMARY KEY (id))");
        try (Connection connection = RIG.adb().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("REPLACE INTO shop.t (id) VALUES (1)");
            connection.rollback();
        }
        assertThat(RIG.rows("SELECT id FROM shop.t FOR UPDATE")).containsExactly(row("1"));
    }

    /** "Hidden from SELECT * but shown by SHOW CREATE TABLE and JDBC getPrimaryKeys. Every replayed insert makes a new row." */
    @Test
    void aTableWithoutKeyHasAHiddenOne() throws SQLException {
        RIG.run(
                "CREATE TABLE shop.t (a INT)",
                "INSERT INTO shop.t VALUES (1), (1)",
                "REPLACE INTO shop.t (a) VALUES (1)");
        assertThat(RIG.rows("SELECT * FROM shop.t")).containsExactly(row("1"), row("1"), row("1"));
        assertThat(RIG.rows("SHOW CREATE TABLE shop.t").get(0).get(1))
                .contains("`__adb_auto_id__` bigint AUTO_INCREMENT", "DISTRIBUTE BY HASH(`__adb_auto_id__`)");
        try (Connection connection = RIG.adb().connection();
                ResultSet key = connection.getMetaData().getPrimaryKeys("shop", null, "t")) {
            assertThat(key.next()).isTrue();
            assertThat(key.getString("COLUMN_NAME")).isEqualTo("__adb_auto_id__");
        }
    }

    /** Section 8 of the reference names the tables of metadata. */
    @Test
    void metadataHasAnalyticDbsForm() throws SQLException {
        RIG.run(
                "CREATE TABLE shop.t (id BIGINT NOT NULL, ts DATE NOT NULL, a VARCHAR NOT NULL DEFAULT 'it''s \\\\ so' COMMENT 'c\u00e4',"
                        + " d DECIMAL(20,3), b BINARY, yes BOOLEAN DEFAULT true, st TIMESTAMP DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY (ts, id))"
                        + " DISTRIBUTED BY HASH(id) PARTITION BY VALUE(DATE_FORMAT(ts, '%Y%m')) LIFECYCLE 9 COMMENT 'it''s \u00e4'");
        assertThat(RIG.rows("SHOW CREATE TABLE shop.t")).containsExactly(row("t", """
                        CREATE TABLE `t` (
                          `id` bigint NOT NULL,
                          `ts` date NOT NULL,
                          `a` varchar NOT NULL DEFAULT 'it''s \\\\ so' COMMENT 'c\u00e4',
                          `d` decimal(20, 3),
                          `b` binary,
                          `yes` boolean DEFAULT '1',
                          `st` timestamp DEFAULT CURRENT_TIMESTAMP,
                          PRIMARY KEY (`ts`, `id`)
                        ) DISTRIBUTE BY HASH(`id`) PARTITION BY VALUE(DATE_FORMAT(`ts`, '%Y%m')) LIFECYCLE 9 INDEX_ALL='Y' \
                        STORAGE_POLICY='HOT' ENGINE='XUANWU' TABLE_PROPERTIES='{"format":"columnstore"}' COMMENT='it''s \u00e4'"""));
        assertThat(RIG.rows("SELECT column_name, column_type, is_nullable, column_default, column_comment"
                        + " FROM information_schema.columns WHERE table_schema = 'shop' ORDER BY ordinal_position"))
                .containsExactly(
                        row("id", "bigint", "NO", null, ""),
                        row("ts", "date", "NO", null, ""),
                        row("a", "varchar", "NO", "it's \\ so", "c\u00e4"),
                        row("d", "decimal(20, 3)", "YES", null, ""),
                        row("b", "binary", "YES", null, ""),
                        row("yes", "boolean", "YES", "1", ""),
                        row("st", "timestamp", "YES", "CURRENT_TIMESTAMP", ""));
        assertThat(RIG.rows("SELECT * FROM information_schema.kepler_meta_tables WHERE table_schema = 'shop'"))
                .containsExactly(row("shop", "t", "HASH", "id", "ts", "VALUE", "ts,id", "0"));
        assertThat(
                        RIG.rows(
                                "SELECT table_name, table_comment FROM INFORMATION_SCHEMA.`TABLES` WHERE table_schema = 'shop'"))
                .containsExactly(row("t", "it's \u00e4"));
        assertThat(RIG.rows("SHOW DATABASES"))
                .contains(row("shop"))
                .doesNotContain(row("mysql"), row("__adb_stand_in"));
        assertThat(RIG.rows("SHOW TABLES FROM shop LIKE 't%'")).containsExactly(row("t"));
        assertThat(RIG.rows("DESC shop.t")).hasSize(7).contains(row("a", "varchar", "NO", "", "it's \\ so", ""));
        assertThat(RIG.rows("SELECT adb_version()")).containsExactly(row("3.1.9.3"));
        assertThat(RIG.rows("SHOW VARIABLES LIKE 'lower_case_table_names'"))
                .containsExactly(row("lower_case_table_names", "0"));
    }

    @Test
    void theDriversMetadataWorks() throws SQLException {
        RIG.run("CREATE TABLE shop.t (b BIGINT, a VARCHAR, PRIMARY KEY (b, a))");
        for (String more : List.of("", "&useInformationSchema=true")) {
            try (Connection connection = connection(more)) {
                assertThat(names(connection.getMetaData().getTables("shop", null, "%", null), "TABLE_NAME"))
                        .containsExactly("t");
                assertThat(names(connection.getMetaData().getColumns("shop", null, "t", "%"), "TYPE_NAME"))
                        .containsExactly("BIGINT", "VARCHAR");
                assertThat(names(connection.getMetaData().getPrimaryKeys("shop", null, "t"), "COLUMN_NAME"))
                        .containsExactly("a", "b");
                assertThat(names(connection.getMetaData().getCatalogs(), "TABLE_CAT"))
                        .contains("shop");
                connection.setCatalog("shop");
                assertThat(connection.getCatalog()).isEqualTo("shop");
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void tablesAreAltered() throws SQLException {
        RIG.run(
                "CREATE TABLE shop.t (id BIGINT NOT NULL, a INT NOT NULL, PRIMARY KEY (id))",
                "REPLACE INTO shop.t (id, a) VALUES (1, 2)",
                "ALTER TABLE shop.t ADD COLUMN b VARCHAR NOT NULL DEFAULT 'new' COMMENT 'x'",
                "ALTER TABLE shop.t MODIFY COLUMN a BIGINT",
                "ALTER TABLE shop.t RENAME COLUMN a TO c",
                "ALTER TABLE shop.t ADD INDEX i (c)",
                "ALTER TABLE shop.t COMMENT 'what'",
                "ALTER TABLE shop.t RENAME shop.u",
                "TRUNCATE TABLE shop.u",
                "REPLACE INTO shop.u (id, c) VALUES (1, NULL)");
        assertThat(RIG.rows("SELECT * FROM shop.u")).containsExactly(row("1", null, "new"));
        assertThat(RIG.rows("SHOW CREATE TABLE shop.u").get(0).get(1))
                .contains("`c` bigint,", "KEY `i` (`c`)", "COMMENT='what'");
        assertThatThrownBy(() -> RIG.run("DROP DATABASE shop")).hasMessageContaining("not empty");
        RIG.run("ALTER TABLE shop.u DROP COLUMN b", "DROP TABLE shop.u", "DROP TABLE IF EXISTS shop.u");
        assertThatThrownBy(() -> RIG.rows("SELECT * FROM shop.u"))
                .hasMessageMatching("\\[17003, \\d{37}\\] table not exist => u");
        RIG.run("DROP DATABASE shop");
        assertThat(RIG.rows("SHOW DATABASES")).doesNotContain(row("shop"));
    }

    /** The way around a refused change of type: "new table, INSERT INTO .. SELECT, drop or rename the old one, rename the new one". */
    @Test
    void aTableIsRebuilt() throws SQLException {
        RIG.run(
                "CREATE TABLE shop.t (id BIGINT NOT NULL, a INT, PRIMARY KEY (id))",
                "REPLACE INTO shop.t (id, a) VALUES (1, 10), (2, 20)",
                "CREATE TABLE shop.t_new (id BIGINT NOT NULL, a VARCHAR, PRIMARY KEY (id))",
                "REPLACE INTO shop.t_new (id, a) VALUES (2, 'kept')",
                "INSERT INTO shop.t_new (id, a) SELECT id, a FROM shop.t",
                "ALTER TABLE shop.t RENAME shop.t_old",
                "ALTER TABLE shop.t_new RENAME shop.t",
                "DROP TABLE shop.t_old");
        assertThat(RIG.rows("SELECT * FROM shop.t ORDER BY id")).containsExactly(row("1", "10"), row("2", "kept"));
    }

    /** MySQL's codes are none of AnalyticDB's; NULL into a NOT NULL column fails. */
    @Test
    void badRowsFail() throws SQLException {
        RIG.run("CREATE TABLE shop.t (id BIGINT NOT NULL, a TINYINT NOT NULL, PRIMARY KEY (id))");
        for (String values : List.of("(1, NULL)", "(1, 1000)", "(1, 'x')")) {
            for (String verb : List.of("REPLACE", "INSERT", "INSERT IGNORE")) {
                assertThatThrownBy(() -> RIG.run(verb + " INTO shop.t (id, a) VALUES " + values))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getErrorCode()).isEqualTo(1105));
            }
        }
        assertThat(RIG.rows("SELECT * FROM shop.t")).isEmpty();
    }

    /**
     * "Trap: with {@code rewriteBatchedStatements=true}, a batch of more than 3 DELETE/UPDATE statements is sent as ONE
     * multi-statement query, bracketed by {@code COM_SET_OPTION}. Only INSERT/REPLACE batches become multi-row VALUES."
     */
    @Test
    void theDriversBatchOfDeletesIsRefused() throws SQLException {
        RIG.run("CREATE TABLE shop.t (id BIGINT NOT NULL, b BINARY, PRIMARY KEY (id))");
        try (Connection connection = connection("&rewriteBatchedStatements=true");
                PreparedStatement replace = connection.prepareStatement("REPLACE INTO shop.t (id, b) VALUES (?, ?)");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM shop.t WHERE id = ?")) {
            for (int i = 0; i < 5; i++) {
                replace.setInt(1, i);
                replace.setBytes(2, new byte[] {(byte) i, '\'', '\\', 0, (byte) 0xff, (byte) 0x80, '(', ',', ')'});
                replace.addBatch();
                delete.setInt(1, i);
                delete.addBatch();
            }
            replace.executeBatch();
            assertThatThrownBy(delete::executeBatch).hasMessageContaining("multi-statement");
        }
        assertThat(RIG.rows("SELECT id, HEX(b) FROM shop.t WHERE id = 4"))
                .containsExactly(row("4", "04275C00FF80282C29"));
        assertThat(RIG.rows("SELECT COUNT(*) FROM shop.t")).containsExactly(row("5"));
    }

    /** "One statement per request"; "useServerPrepStmts=false". */
    @Test
    void severalStatementsAndPreparedOnesAreRefused() throws SQLException {
        try (Connection connection = connection("&allowMultiQueries=true");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT 1; SELECT 2")).hasMessageContaining("multi-statement");
            statement.execute("SELECT 1");
        }
        try (Connection connection = connection("&useServerPrepStmts=true&emulateUnsupportedPstmts=false")) {
            assertThatThrownBy(() -> connection.prepareStatement("SELECT ?")).hasMessageContaining("COM_STMT_PREPARE");
        }
    }

    /** "A statement's data stays under 16 MB; so does one row, and one field." */
    @Test
    void aStatementHasALimit() throws SQLException {
        RIG.run("CREATE TABLE shop.t (id BIGINT NOT NULL, a VARCHAR, PRIMARY KEY (id))");
        String fits = "x".repeat(15 * 1024 * 1024);
        RIG.run("REPLACE INTO shop.t (id, a) VALUES (1, '" + fits + "')");
        assertThat(RIG.rows("SELECT LENGTH(a) FROM shop.t")).containsExactly(row(Integer.toString(fits.length())));
        assertThat(RIG.rows("SELECT CONCAT(a, a) FROM shop.t").get(0).get(0)).hasSize(2 * fits.length());
        try (Connection connection = RIG.adb().connection();
                Statement statement = connection.createStatement()) {
            String tooLong = "REPLACE INTO shop.t (id, a) VALUES (2, '" + "x".repeat(17 * 1024 * 1024) + "')";
            assertThatThrownBy(() -> statement.execute(tooLong)).hasMessageContaining("16 MB");
            statement.execute("REPLACE INTO shop.t (id) VALUES (3)");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> DriverManager.getConnection(RIG.adb().jdbcUrl(), "adb", "wrong"))
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        RIG.adb().jdbcUrl("nothing"),
                        RIG.adb().user(),
                        RIG.adb().password()))
                .hasMessageContaining("nothing");
    }

    private static Connection connection(String properties) throws SQLException {
        AdbStandIn adb = RIG.adb();
        return DriverManager.getConnection(adb.jdbcUrl() + properties, adb.user(), adb.password());
    }

    private static List<String> names(ResultSet result, String column) throws SQLException {
        List<String> names = new ArrayList<>();
        while (result.next()) {
            names.add(result.getString(column));
        }
        return names;
    }

    private static List<String> row(String... values) {
        List<String> row = new ArrayList<>();
        Collections.addAll(row, values);
        return row;
    }
}
