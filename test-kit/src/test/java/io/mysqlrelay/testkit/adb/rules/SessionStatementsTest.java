package io.mysqlrelay.testkit.adb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionStatementsTest {
    private final Rig rig = new Rig("CREATE TABLE t (id BIGINT PRIMARY KEY)");

    /** "There are no transactions: transactional and locking statements are listed as unsupported." */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "START TRANSACTION",
                "COMMIT",
                "ROLLBACK",
                "SAVEPOINT x",
                "LOCK TABLES t WRITE",
                "UNLOCK TABLES",
                "SET autocommit=0",
                "SET SESSION TRANSACTION READ ONLY",
                "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
                "SET sql_mode='NO_BACKSLASH_ESCAPES'",
                "SET ADB_CONFIG ALLOW_MULTI_QUERIES=true"
            })
    void theseHaveNoEffect(String sql) {
        assertThat(rig.sql(sql)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT * FROM t FOR UPDATE | SELECT * FROM t ",
                "SELECT * FROM t LOCK IN SHARE MODE | SELECT * FROM t ",
                "SELECT adb_version() | SELECT '3.1.9.3'",
                "SELECT @@session.tx_isolation AS a, @@query_cache_size | SELECT @@transaction_isolation AS a, 0",
                "SELECT x.table_name FROM information_schema.columns x | SELECT x.table_name FROM `__adb_stand_in`.`COLUMNS` x",
                "SELECT 'adb_version() FOR UPDATE' | SELECT 'adb_version() FOR UPDATE'",
                "SET time_zone='+00:00' | SET time_zone='+00:00'",
                "SET autocommit=1, time_zone='+00:00' | SET time_zone = '+00:00'",
                "USE d | USE `d`",
                "KILL PROCESS 2020051513063700005 | KILL 5"
            })
    void theseAreRunAs(String sql, String run) {
        assertThat(rig.sql(sql).strip()).isEqualTo(run.strip());
    }

    /** Neither locks, nor administration, nor what belongs to the server behind. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT GET_LOCK('x', 1)",
                "SELECT RELEASE_LOCK('x')",
                "XA START 'x'",
                "SET GLOBAL max_connections=1",
                "SET @a=1",
                "SET foreign_key_checks=0",
                "SET unique_checks=0",
                "SET PASSWORD='x'",
                "SELECT 1 INTO OUTFILE '/tmp/x'",
                "SELECT * FROM mysql.user",
                "SELECT * FROM performance_schema.threads",
                "SELECT * FROM information_schema.engines",
                "SELECT * FROM __adb_stand_in.tables",
                "USE mysql",
                "CALL p()",
                "LOAD DATA INFILE 'x' INTO TABLE t",
                "DO 1",
                "HANDLER t OPEN",
                "ANALYZE TABLE t",
                "OPTIMIZE TABLE t",
                "FLUSH TABLES",
                "GRANT ALL ON *.* TO x",
                "SHOW GRANTS",
                "SHOW STATUS",
                "SHOW TABLE STATUS",
                "SHOW ENGINES",
                "PREPARE x FROM 'SELECT 1'",
                "SELECT 1; SELECT 2",
                "",
                "KILL 5",
                "KILL QUERY 5",
                "KILL PROCESS 1, 2"
            })
    void theseAreRefused(String sql) {
        rig.refused(sql);
    }

    @Test
    void aSemicolonAtTheEndIsNoSecondStatement() {
        assertThat(rig.sql("SELECT 1;")).isEqualTo("SELECT 1;");
    }

    /** "Messages look like {@code [17003, <trace>] table not exist => t}". */
    @Test
    void aMissingTableHasItsCode() {
        rig.refused("REPLACE INTO d.nothing (a) VALUES (1)")
                .hasMessageMatching("\\[17003, \\d{37}\\] table not exist => nothing");
    }
}
