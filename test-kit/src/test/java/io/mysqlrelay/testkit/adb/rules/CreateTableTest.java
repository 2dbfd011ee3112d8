package io.mysqlrelay.testkit.adb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.testkit.adb.model.ShowCreate;
import io.mysqlrelay.testkit.adb.model.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 3 and 4 of the reference. */
class CreateTableTest {
    private final Rig rig = new Rig();

    @Test
    void theDocumentedGrammarIsTaken() {
        String create =
                "CREATE TABLE IF NOT EXISTS d.t (id BIGINT NOT NULL COMMENT 'c', a VARCHAR(20) DEFAULT 'x', n DECIMAL(20,2),"
                        + " ts DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY (id, ts)) DISTRIBUTED BY HASH(id)"
                        + " PARTITION BY VALUE(DATE_FORMAT(ts,'%Y%m%d')) LIFECYCLE 30 INDEX_ALL='Y' STORAGE_POLICY='MIXED'"
                        + " HOT_PARTITION_COUNT=3 BLOCK_SIZE=8192 ENGINE='XUANWU' TABLE_PROPERTIES='{\"format\":\"columnstore\"}'"
                        + " COMMENT 'what'";
        assertThat(shown(create)).isEqualTo("""
                        CREATE TABLE `t` (
                          `id` bigint NOT NULL COMMENT 'c',
                          `a` varchar DEFAULT 'x',
                          `n` decimal(20, 2),
                          `ts` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
                          PRIMARY KEY (`id`, `ts`)
                        ) DISTRIBUTE BY HASH(`id`) PARTITION BY VALUE(DATE_FORMAT(`ts`, '%Y%m%d')) LIFECYCLE 30 INDEX_ALL='Y' \
                        STORAGE_POLICY='MIXED' HOT_PARTITION_COUNT=3 BLOCK_SIZE=8192 ENGINE='XUANWU' \
                        TABLE_PROPERTIES='{"format":"columnstore"}' COMMENT='what'""");
    }

    /** "ADB keeps milliseconds (3 digits)", "data is case-sensitive", "length is syntax only and not enforced". */
    @Test
    void theBackingTableHoldsWhatAnalyticDbHolds() {
        assertThat(rig.sql(
                        "CREATE TABLE t (id VARCHAR(10) NOT NULL, a VARCHAR(2) DEFAULT 'x', b BINARY, c TIME, d BOOLEAN,"
                                + " e TIMESTAMP DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY (id))"))
                .contains("`id` VARCHAR(768) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,")
                .contains("`a` LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL DEFAULT ('x'),")
                .contains("`b` LONGBLOB NULL,")
                .contains("`c` TIME(3) NULL,")
                .contains("`d` TINYINT(1) NULL,")
                .contains("`e` TIMESTAMP(3) NULL DEFAULT CURRENT_TIMESTAMP(3),");
    }

    /** "Distribution: default = primary key; no primary key: ADB adds {@code __adb_auto_id__} as key and distribution key." */
    @Test
    void withoutAKeyThereIsAHiddenOne() {
        String create = "CREATE TABLE t (a INT)";
        assertThat(shown(create))
                .contains("`__adb_auto_id__` bigint AUTO_INCREMENT")
                .contains("PRIMARY KEY (`__adb_auto_id__`)")
                .contains("DISTRIBUTE BY HASH(`__adb_auto_id__`)");
        assertThat(rig.sql(create)).doesNotContain("PRIMARY KEY");
        assertThat(shown("CREATE TABLE t (a INT, b INT, PRIMARY KEY (b, a))")).contains("DISTRIBUTE BY HASH(`b`, `a`)");
    }

    /** "Naming any INDEX in CREATE TABLE switches the automatic ones off." */
    @Test
    void aNamedIndexSwitchesTheOthersOff() {
        assertThat(shown(
                        "CREATE TABLE t (a BIGINT PRIMARY KEY, b INT, KEY k (b), CLUSTERED KEY c (b), FULLTEXT INDEX f (b))"
                                + " DISTRIBUTED BY BROADCAST"))
                .contains("  KEY `k` (`b`)")
                .contains("  CLUSTERED KEY `c` (`b`)")
                .contains("  FULLTEXT INDEX `f` (`b`)")
                .contains("DISTRIBUTE BY BROADCAST INDEX_ALL='N'");
    }

    /**
     * "No UNSIGNED, ENUM, SET, BIT, MEDIUMBLOB/LONGBLOB, geometry except POINT"; "{@code DEC} is not accepted"; "do not rely on
     * aliases, emit the base types".
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "INT UNSIGNED",
                "BIGINT ZEROFILL",
                "ENUM('a')",
                "SET('a')",
                "BIT(3)",
                "MEDIUMBLOB",
                "LONGBLOB",
                "BLOB",
                "TEXT",
                "LONGTEXT",
                "CHAR(3)",
                "GEOMETRY",
                "POLYGON",
                "DEC(3)",
                "NUMERIC(3)",
                "YEAR",
                "INTEGER",
                "MEDIUMINT",
                "REAL",
                "DOUBLE PRECISION",
                "DATETIME(3)",
                "TIMESTAMP(6)",
                "TIME(3)",
                "INT(11)",
                "TINYINT(1)",
                "FLOAT(7,3)",
                "BINARY(16)",
                "VARBINARY(16)",
                "DECIMAL(39,0)",
                "DECIMAL(65,30)",
                "DECIMAL(3,4)",
                "VECTOR(3)",
                "SERIAL"
            })
    void otherTypesAreRefused(String type) {
        rig.refused("CREATE TABLE t (id BIGINT PRIMARY KEY, a " + type + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BOOLEAN",
                "TINYINT",
                "SMALLINT",
                "INT",
                "BIGINT",
                "FLOAT",
                "DOUBLE",
                "DECIMAL(38,10)",
                "VARCHAR",
                "VARCHAR(20)",
                "BINARY",
                "DATE",
                "TIME",
                "DATETIME",
                "TIMESTAMP",
                "JSON",
                "POINT"
            })
    void theBaseTypesAreTaken(String type) {
        assertThat(rig.sql("CREATE TABLE t (id BIGINT PRIMARY KEY, a " + type + ")"))
                .isNotEmpty();
    }

    /** "DEFAULT: constant or CURRENT_TIMESTAMP only"; ON UPDATE, charset, generated columns, CHECK and UNIQUE are in no grammar. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATETIME DEFAULT CURRENT_TIMESTAMP(3)",
                "DATETIME DEFAULT now()",
                "DATETIME DEFAULT '0000-00-00 00:00:00'",
                "INT DEFAULT (1+2)",
                "INT DEFAULT b'1'",
                "VARCHAR DEFAULT uuid()",
                "INT DEFAULT CURRENT_TIMESTAMP",
                "TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP",
                "VARCHAR CHARACTER SET utf8",
                "VARCHAR COLLATE utf8_bin",
                "INT GENERATED ALWAYS AS (id + 1)",
                "INT CHECK (a > 1)",
                "INT UNIQUE",
                "INT AUTO_INCREMENT",
                "JSON DEFAULT '{}'",
                "INT REFERENCES x (y)"
            })
    void otherColumnClausesAreRefused(String column) {
        rig.refused("CREATE TABLE t (id BIGINT PRIMARY KEY, a " + column + ")");
    }

    /** "Column default: <= 127 characters", "Table / column comment: <= 1024 characters". */
    @Test
    void defaultsAndCommentsHaveALength() {
        String create = "CREATE TABLE t (id BIGINT PRIMARY KEY, a VARCHAR DEFAULT '%s' COMMENT '%s') COMMENT '%s'";
        assertThat(rig.sql(create.formatted("x".repeat(127), "y".repeat(1024), "z".repeat(1024))))
                .isNotEmpty();
        rig.refused(create.formatted("x".repeat(128), "", "")).hasMessageContaining("col=a");
        rig.refused(create.formatted("", "y".repeat(1025), "")).hasMessageContaining("comment");
        rig.refused(create.formatted("", "", "z".repeat(1025))).hasMessageContaining("comment");
    }

    /** "No unique, multi-column, prefix or spatial index; no CHECK." */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNIQUE KEY u (a)",
                "UNIQUE (a)",
                "KEY k (a, id)",
                "KEY k (a(3))",
                "SPATIAL INDEX s (a)",
                "ANN INDEX n (a)",
                "CONSTRAINT c CHECK (id > 1)",
                "KEY k (b)",
                "PRIMARY KEY (a)"
            })
    void otherIndexesAreRefused(String index) {
        rig.refused("CREATE TABLE t (id BIGINT PRIMARY KEY, a VARCHAR, " + index + ")");
    }

    /** "The ADB primary key must contain the distribution columns and the partition column"; "one column; by year, month, day". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "DISTRIBUTED BY HASH(a) | distribution column",
                "DISTRIBUTED BY HASH(id) PARTITION BY VALUE(a) | partition column",
                "DISTRIBUTED BY HASH(x) | column not exist",
                "PARTITION BY VALUE(id, ts) | syntax",
                "PARTITION BY HASH(id) PARTITIONS 4 | VALUE",
                "PARTITION BY RANGE(id) (PARTITION p VALUES LESS THAN (3)) | VALUE",
                "PARTITION BY VALUE(DATE_FORMAT(ts, '%H')) | format",
                "PARTITION BY VALUE(DATE_FORMAT(id, '%Y')) | type",
                "PARTITION BY VALUE(FROM_UNIXTIME(ts, '%Y')) | type",
                "PARTITION BY VALUE(YEAR(ts)) | syntax",
                "PARTITION BY VALUE(ts) LIFECYCLE 0 | LIFECYCLE",
                "DISTRIBUTED BY BROADCAST PARTITION BY VALUE(ts) | BROADCAST"
            })
    void placementFollowsTheKey(String placement, String why) {
        rig.refused("CREATE TABLE t (id BIGINT, ts DATETIME, a VARCHAR, PRIMARY KEY (id, ts)) " + placement)
                .hasMessageContaining(why);
    }

    @Test
    void aTableWithoutKeyCannotBeDistributedByAColumn() {
        rig.refused("CREATE TABLE t (id BIGINT) DISTRIBUTED BY HASH(id)")
                .hasMessageContaining("primary key must contain");
    }

    /** "Charset/collate/row_format/...: never emit"; "do not copy {@code ENGINE=InnoDB}". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENGINE=InnoDB",
                "ENGINE='InnoDB'",
                "DEFAULT CHARSET=utf8mb4",
                "COLLATE=utf8mb4_bin",
                "ROW_FORMAT=DYNAMIC",
                "AUTO_INCREMENT=5",
                "INDEX_ALL='X'",
                "STORAGE_POLICY='MIXED'",
                "STORAGE_POLICY='HOT' HOT_PARTITION_COUNT=3"
            })
    void otherTableOptionsAreRefused(String option) {
        rig.refused("CREATE TABLE t (id BIGINT PRIMARY KEY) " + option);
    }

    /** "1-127 chars; starts with letter or _; letters, digits, _". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "d.`2024_x`",
                "d.`my-t`",
                "d.`my t`",
                "d.`n\u00e4me`",
                "d.`a!`",
                "`D`.t",
                "`a__b`.t",
                "analyticdb.t"
            })
    void otherNamesAreRefused(String name) {
        rig.refused("CREATE TABLE " + name + " (id BIGINT PRIMARY KEY)").hasMessageContaining("invalid");
    }

    @Test
    void namesHaveALengthAndColumnsANumber() {
        rig.refused("CREATE TABLE d." + "t".repeat(128) + " (id BIGINT PRIMARY KEY)")
                .hasMessageContaining("invalid");
        rig.refused("CREATE TABLE d.t (" + "c".repeat(128) + " BIGINT PRIMARY KEY)")
                .hasMessageContaining("invalid");
        rig.refused("CREATE TABLE d.t (__adb_auto_id__ BIGINT PRIMARY KEY)").hasMessageContaining("invalid");
        rig.refused("CREATE TABLE d.t (a BIGINT PRIMARY KEY, A INT)").hasMessageContaining("duplicate");
        StringBuilder many = new StringBuilder("CREATE TABLE t (id BIGINT PRIMARY KEY");
        for (int i = 0; i < 4_096; i++) {
            many.append(", c").append(i).append(" INT");
        }
        rig.refused(many.append(")").toString()).hasMessageContaining("4096");
    }

    /** "Temporary, trigger, event, procedure unsupported"; LIKE and AS SELECT: "resolve to the full definition instead". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMPORARY TABLE t (a INT)",
                "CREATE TABLE t LIKE x",
                "CREATE TABLE t AS SELECT 1",
                "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET @a = 1",
                "CREATE PROCEDURE p() SELECT 1",
                "CREATE INDEX i ON t (a)",
                "DROP INDEX i ON t",
                "CREATE USER x",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1"
            })
    void otherObjectsAreRefused(String sql) {
        rig.refused(sql);
    }

    private static String shown(String create) {
        return ShowCreate.text(new Rig(create).table(new TableName("d", "t")));
    }
}
