package io.mysqlrelay.testkit.adb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5 of the reference. */
class AlterTableTest {
    private static final String TABLE =
            "CREATE TABLE t (id BIGINT, ts DATETIME, a INT NOT NULL, b VARCHAR, n DECIMAL(11,2),"
                    + " f FLOAT, PRIMARY KEY (id, ts)) DISTRIBUTED BY HASH(id) PARTITION BY VALUE(ts) LIFECYCLE 3";
    private final Rig rig = new Rig(TABLE, "CREATE TABLE other (id BIGINT PRIMARY KEY)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ADD COLUMN c INT | ADD COLUMN `c` INT NULL",
                "ADD COLUMN c INT NOT NULL DEFAULT 0 COMMENT 'x' | ADD COLUMN `c` INT NOT NULL DEFAULT '0' COMMENT 'x'",
                "MODIFY COLUMN a BIGINT NOT NULL | MODIFY COLUMN `a` BIGINT NOT NULL",
                "MODIFY COLUMN a INT DEFAULT 5 COMMENT 'y' | MODIFY COLUMN `a` INT NULL DEFAULT '5' COMMENT 'y'",
                "MODIFY COLUMN f DOUBLE | MODIFY COLUMN `f` DOUBLE NULL",
                "MODIFY COLUMN id BIGINT COMMENT 'key' | MODIFY COLUMN `id` BIGINT NOT NULL COMMENT 'key'",
                "DROP COLUMN a | DROP COLUMN `a`",
                "RENAME COLUMN a TO c | RENAME COLUMN `a` TO `c`, COMMENT=",
                "RENAME u | RENAME TO `d`.`u`",
                "COMMENT 'new' | COMMENT=",
                "ADD INDEX i (a) | COMMENT=",
                "PARTITION BY VALUE(ts) LIFECYCLE 9 | COMMENT="
            })
    void theDocumentedClausesAreTaken(String clause, String run) {
        assertThat(rig.sql("ALTER TABLE t " + clause)).startsWith("ALTER TABLE `d`.`t` " + run);
    }

    /** "One clause per ALTER TABLE; no CHANGE, no FIRST/AFTER, no ALTER COLUMN ... SET DEFAULT in the grammar." */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADD COLUMN x INT, ADD COLUMN y INT",
                "ADD COLUMN (x INT, y INT)",
                "COMMENT 'x', ADD COLUMN y INT",
                "DROP COLUMN a, DROP COLUMN b",
                "CHANGE a c INT",
                "ADD COLUMN x INT FIRST",
                "ADD COLUMN x INT AFTER a",
                "MODIFY COLUMN a BIGINT FIRST",
                "MODIFY COLUMN a BIGINT AFTER b",
                "ALTER COLUMN a SET DEFAULT 3",
                "ADD PRIMARY KEY (a)",
                "DROP PRIMARY KEY",
                "ADD UNIQUE KEY u (a)",
                "ADD INDEX i (a, b)",
                "ADD INDEX i (b(3))",
                "ADD SPATIAL INDEX s (b)",
                "DROP INDEX i",
                "RENAME INDEX i TO j",
                "ENGINE=InnoDB",
                "AUTO_INCREMENT=3",
                "CONVERT TO CHARACTER SET utf8mb4",
                "COMMENT='x'",
                "DROP PARTITION p",
                "TRUNCATE PARTITION p",
                "RENAME x.u",
                "ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES other (id)",
                "PARTITION BY VALUE(id) LIFECYCLE 3",
                "ADD COLUMN a INT",
                "DROP COLUMN nothing",
                "RENAME COLUMN b TO a",
                "RENAME `my-t`"
            })
    void otherClausesAreRefused(String clause) {
        rig.refused("ALTER TABLE t " + clause);
    }

    /** "Primary-key columns cannot be retyped (error 40039), renamed, added or dropped." */
    @Test
    void keyColumnsStayAsTheyAre() {
        rig.refused("ALTER TABLE t MODIFY COLUMN id VARCHAR")
                .hasMessageMatching("\\[40039, \\d{37}\\] modify column type is not supported, col=id is primary key");
        rig.refused("ALTER TABLE t RENAME COLUMN id TO x").hasMessageContaining("primary key column id");
        rig.refused("ALTER TABLE t ADD COLUMN x BIGINT PRIMARY KEY").hasMessageContaining("primary key");
        rig.refused("ALTER TABLE t DROP COLUMN ts").hasMessageContaining("primary key column ts");
    }

    /** Known refusals [D19]. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a DECIMAL(10,0) NOT NULL | 'a' is LONG type, Can't change column type to DECIMAL",
                "a VARCHAR NOT NULL | 'a' is LONG type, Can't change column type to VARCHAR",
                "n DECIMAL(21,2) | modify precision is not supported, col=n, type decimal, old=11, new=21",
                "a SMALLINT NOT NULL | modify column type is not supported, col=a, from int to smallint",
                "b BINARY | 'b' is STRING type",
                "b VARCHAR NOT NULL | nullability"
            })
    void typesStayInTheirFamily(String column, String why) {
        rig.refused("ALTER TABLE t MODIFY COLUMN " + column).hasMessageContaining(why);
    }

    /** "Likely accepted, exact list [?]": so it may also be refused. */
    @Test
    void wideningMayBeRefused() {
        new Rig(false, false, TABLE)
                .refused("ALTER TABLE t MODIFY COLUMN a BIGINT NOT NULL")
                .hasMessageContaining("[40039, ");
    }

    /** "ADD COLUMN NOT NULL without DEFAULT: behaviour on filled tables [?]". */
    @Test
    void aNewColumnNeedsAValue() {
        rig.refused("ALTER TABLE t ADD COLUMN x INT NOT NULL").hasMessageContaining("default");
    }

    /** "RENAME TABLE: one ALTER TABLE a RENAME b per pair"; "across databases [?] -> error". */
    @Test
    void onlyAlterRenames() {
        rig.refused("RENAME TABLE t TO u").hasMessageContaining("RENAME TABLE");
        rig.refused("ALTER TABLE nothing RENAME u")
                .hasMessageMatching("\\[17003, \\d{37}\\] table not exist => nothing");
    }

    @Test
    void anIndexIsKeptAndFollowsItsColumn() {
        Rig indexed = new Rig("CREATE TABLE t (id BIGINT PRIMARY KEY, a INT, KEY k (a))");
        assertThat(indexed.sql("ALTER TABLE t RENAME COLUMN a TO c")).contains("\"columns\":[\"c\"]");
        assertThat(indexed.sql("ALTER TABLE t DROP KEY k")).contains("\"indexes\":[]");
        indexed.refused("ALTER TABLE t DROP COLUMN a").hasMessageContaining("index");
        indexed.refused("ALTER TABLE t DROP KEY z").hasMessageContaining("not exist");
    }

    /** "ADB wants its tables dropped first"; "CHARACTER SET and COLLATE of CREATE DATABASE are ignored". */
    @Test
    void databasesAndTablesComeAndGo() {
        rig.refused("DROP DATABASE d").hasMessageContaining("not empty");
        assertThat(rig.sql("DROP DATABASE IF EXISTS e")).isEqualTo("DROP DATABASE IF EXISTS `e`");
        assertThat(rig.sql("CREATE DATABASE IF NOT EXISTS e DEFAULT CHARACTER SET utf8mb4"))
                .isEqualTo("CREATE DATABASE IF NOT EXISTS `e`");
        assertThat(rig.sql("DROP TABLE IF EXISTS d.nothing")).isEqualTo("DROP TABLE IF EXISTS `d`.`nothing`");
        rig.refused("DROP TABLE nothing").hasMessageContaining("17003");
        rig.refused("DROP TABLE t, other").hasMessageContaining("several");
        assertThat(rig.plan("TRUNCATE TABLE d.t").kind()).isEqualTo(Plan.Kind.TRUNCATE);
        rig.refused("TRUNCATE TABLE nothing").hasMessageContaining("17003");
    }
}
