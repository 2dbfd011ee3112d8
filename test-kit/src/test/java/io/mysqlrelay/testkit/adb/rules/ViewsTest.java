package io.mysqlrelay.testkit.adb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {
    private final Rig rig = new Rig("CREATE TABLE t (id BIGINT PRIMARY KEY)");

    /** "CREATE [OR REPLACE] [SQL SECURITY { DEFINER | INVOKER }] VIEW view_name AS select_statement". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW v AS SELECT id FROM t",
                "CREATE OR REPLACE VIEW `d`.`v` AS SELECT id FROM t WHERE id IN (SELECT 1) UNION SELECT 2",
                "DROP VIEW IF EXISTS `d`.`v`"
            })
    void theseAreRunAsTheyAre(String sql) {
        assertThat(rig.sql(sql)).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW v (a) AS SELECT id FROM t",
                "CREATE ALGORITHM = MERGE VIEW v AS SELECT id FROM t",
                "CREATE DEFINER = `a`@`b` VIEW v AS SELECT id FROM t",
                "CREATE VIEW v AS SELECT id FROM t WITH CHECK OPTION",
                "CREATE VIEW v AS SELECT id FROM t WITH LOCAL CHECK OPTION",
                "CREATE VIEW `a b` AS SELECT id FROM t",
                "ALTER VIEW v AS SELECT id FROM t",
                "DROP VIEW v, w"
            })
    void theseAreRefused(String sql) {
        rig.refused(sql);
    }
}
