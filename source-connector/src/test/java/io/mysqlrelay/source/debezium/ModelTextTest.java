package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import org.junit.jupiter.api.Test;

class ModelTextTest {
    private static final TableName TABLE = new TableName("d", "t");

    @Test
    void ordinaryStatementsStayAsTheyAre() {
        String sql = "ALTER TABLE `t` RENAME COLUMN a TO b, ADD COLUMN c INT DEFAULT '\\n' /* RENAME COLUMN b TO a */";
        assertThat(ModelText.of(sql, TABLE, SqlModes.DEFAULT)).containsExactly(sql);
    }

    @Test
    void exchangedNamesTakeTwoSteps() {
        assertThat(ModelText.of("ALTER TABLE t RENAME COLUMN e TO `D`, RENAME COLUMN d TO e", TABLE, SqlModes.DEFAULT))
                .containsExactly(
                        "ALTER TABLE `t` RENAME COLUMN e TO relay_renamed_7, RENAME COLUMN d TO relay_renamed_13",
                        "ALTER TABLE `d`.`t` RENAME COLUMN relay_renamed_7 TO `D`, RENAME COLUMN relay_renamed_13 TO `e`");
    }

    @Test
    void changeExchangesNamesToo() {
        assertThat(ModelText.of("ALTER TABLE t CHANGE a b INT AFTER a, CHANGE COLUMN b a INT", TABLE, SqlModes.DEFAULT))
                .containsExactly(
                        "ALTER TABLE `t` CHANGE a relay_renamed_5 INT AFTER `b`, CHANGE COLUMN b"
                                + " relay_renamed_13 INT",
                        "ALTER TABLE `d`.`t` RENAME COLUMN relay_renamed_5 TO `b`, RENAME COLUMN relay_renamed_13 TO `a`");
    }

    @Test
    void afterNamesAColumnThatIsRenamedLater() {
        assertThat(ModelText.of("ALTER TABLE `t` MODIFY q INT AFTER y, RENAME COLUMN x TO y", TABLE, SqlModes.DEFAULT))
                .containsExactly("ALTER TABLE `t` MODIFY q INT AFTER `x`, RENAME COLUMN x TO y");
    }

    @Test
    void namesOfTablesThatLookLikeKeywordsAreQuoted() {
        assertThat(ModelText.of("CREATE TABLE IF NOT EXISTS auto.visible (a INT)", TABLE, SqlModes.DEFAULT))
                .containsExactly("CREATE TABLE IF NOT EXISTS `auto`.`visible` (a INT)");
    }

    @Test
    void backslashesThatAreNoEscapesAreDoubled() {
        assertThat(ModelText.of(
                        "ALTER TABLE t ADD a INT COMMENT 'x\\', ADD `b\\` INT", TABLE, new SqlModes(false, true)))
                .containsExactly("ALTER TABLE `t` ADD a INT COMMENT 'x\\\\', ADD `b\\` INT");
    }

    @Test
    void emptyBytesBecomeAnEmptyString() {
        assertThat(ModelText.of("ALTER TABLE `t` ADD a BINARY(6) DEFAULT X''", TABLE, SqlModes.DEFAULT))
                .containsExactly("ALTER TABLE `t` ADD a BINARY(6) DEFAULT ''");
    }

    @Test
    void namesInDoubleQuotesGetBackquotes() {
        assertThat(ModelText.of("ALTER TABLE \"t\" ADD \"a \"\"b` c\" INT", TABLE, new SqlModes(true, false)))
                .containsExactly("ALTER TABLE `t` ADD `a \"b`` c` INT");
    }
}
