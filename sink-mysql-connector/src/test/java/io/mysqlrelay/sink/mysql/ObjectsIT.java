package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.ddl;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.schemaDdl;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.target.Epoch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObjectsIT {
    private static final TableName T = new TableName("ob", "t");
    private static final String TRIGGER =
            "CREATE DEFINER=`nobody`@`%` TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.v = 7";

    private MySqlTarget target;

    @BeforeEach
    void openTarget() throws Exception {
        sql(
                "DROP DATABASE IF EXISTS ob",
                "CREATE DATABASE ob",
                "CREATE TABLE ob.t (id INT PRIMARY KEY, v INT)",
                "DROP DATABASE IF EXISTS mysql_relay");
        target = target("objects.changes");
        target.open();
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    private static List<String> log() throws Exception {
        return rows("SELECT ordinal, state FROM mysql_relay.ddl_log ORDER BY id");
    }

    @Test
    void aTriggerIsSilentForTheRelayAlone() throws Exception {
        target.execute(ddl("ob", 1, TRIGGER, T), checkpoint());
        sql("INSERT INTO ob.t VALUES (1, 1)", "SET @mysql_relay_writer = 1", "INSERT INTO ob.t VALUES (2, 2)");
        assertThat(rows("SELECT * FROM ob.t ORDER BY id")).containsExactly("1,7", "2,2");
        assertThat(rows("SELECT definer FROM information_schema.triggers WHERE trigger_schema = 'ob'"))
                .doesNotContain("nobody@%");
    }

    @Test
    void aStatementThatCameToTheTargetBeforeACrashIsRepeated() throws Exception {
        target.execute(ddl("ob", 1, TRIGGER, T), checkpoint());
        target.execute(ddl("ob", 2, "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SET @a = 1"), checkpoint());
        target.execute(ddl("ob", 3, "ALTER EVENT e RENAME TO f ENABLE"), checkpoint());
        target.execute(ddl("ob", 4, "CREATE FUNCTION x() RETURNS INT DETERMINISTIC RETURN 1"), checkpoint());
        target.execute(ddl("ob", 5, "DROP FUNCTION x"), checkpoint());
        sql("UPDATE mysql_relay.ddl_log SET state = 'started' WHERE ordinal IN (1, 3, 5)");
        target.close();
        target = target("objects.changes");
        target.open();
        target.execute(ddl("ob", 1, TRIGGER, T), checkpoint());
        target.execute(ddl("ob", 3, "ALTER EVENT e RENAME TO f ENABLE"), checkpoint());
        target.execute(ddl("ob", 5, "DROP FUNCTION x"), checkpoint());
        assertThat(log()).containsExactly("1,applied", "2,applied", "3,applied", "4,applied", "5,applied");
        assertThat(rows("SELECT event_name, status FROM information_schema.events WHERE event_schema = 'ob'"))
                .containsExactly("f,SLAVESIDE_DISABLED");
        assertThat(rows("SELECT kind, name FROM mysql_relay.objects ORDER BY kind"))
                .containsExactly("event,f", "trigger,g");
    }

    @Test
    void theSchemaPhaseMakesItsOwnObjectsAgainAndRefusesOthers() throws Exception {
        target.execute(schemaDdl("ob", "CREATE FUNCTION mine() RETURNS INT DETERMINISTIC RETURN 1"), checkpoint());
        target.execute(schemaDdl("ob", "CREATE FUNCTION mine() RETURNS INT DETERMINISTIC RETURN 2"), checkpoint());
        assertThat(rows("SELECT ob.mine()")).containsExactly("2");
        sql("CREATE VIEW ob.yours AS SELECT 1 AS a");
        assertThatThrownBy(() -> target.execute(schemaDdl("ob", "CREATE VIEW yours AS SELECT 2 AS a"), checkpoint()))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OBJECT_EXISTS));
    }

    @Test
    void aViewWithoutItsTablesIsLeftOut() throws Exception {
        target.execute(schemaDdl("ob", "CREATE VIEW w AS SELECT a FROM ob.later"), checkpoint());
        assertThat(rows("SELECT phase, state FROM mysql_relay.ddl_log")).containsExactly("schema,skipped");
        target.execute(ddl("ob", 1, "CREATE TABLE later (a INT)", new TableName("ob", "later")), checkpoint());
        assertThat(rows("SELECT phase, state FROM mysql_relay.ddl_log"))
                .containsExactly("schema,applied", "incremental,applied");
        target.execute(ddl("ob", 2, "ALTER VIEW w AS SELECT a + 1 FROM ob.later"), checkpoint());
        target.execute(ddl("ob", 3, "DROP VIEW w, never"), checkpoint());
        target.execute(ddl("ob", 4, "DROP EVENT never"), checkpoint());
        assertThat(log()).endsWith("1,applied", "2,applied", "3,applied", "4,applied");
        assertThat(rows("SELECT table_name FROM information_schema.views WHERE table_schema = 'ob'"))
                .isEmpty();
    }

    @Test
    void whatUsersOfLentRightsNeedIsWrittenDown() throws Exception {
        target.execute(
                ddl("ob", 1, "CREATE DEFINER=`app`@`%` PROCEDURE p() READS SQL DATA SELECT * FROM t"), checkpoint());
        target.execute(
                ddl("ob", 2, "CREATE DEFINER=`app`@`%` PROCEDURE q() SQL SECURITY INVOKER SELECT 1"), checkpoint());
        assertThat(rows("SELECT name, cut_over FROM mysql_relay.objects ORDER BY name"))
                .containsExactly("p,GRANT EXECUTE, SELECT ON `ob`.* TO `app`@`%`", "q,null");
    }

    @Test
    void whatTheTargetMustAllowIsSaid() throws Exception {
        assertThatThrownBy(() -> target.execute(ddl("ob", 1, "CREATE FUNCTION f() RETURNS INT RETURN 1"), checkpoint()))
                .hasMessageContaining("RELAY-4043")
                .hasMessageContaining("log_bin_trust_function_creators")
                .hasMessageContaining("`ob`.`f`");
        target.close();
        sql(
                "CREATE USER IF NOT EXISTS weak",
                "GRANT ALL ON mysql_relay.* TO weak",
                "GRANT SELECT, CREATE ON ob.* TO weak");
        Map<String, String> config = TargetHarness.config();
        config.put("connection.user", "weak");
        target = new MySqlTarget(TargetSettings.parse(config, "objects.changes", "owner"), new Epoch());
        target.open();
        assertThatThrownBy(() -> target.execute(ddl("ob", 2, "CREATE PROCEDURE p() SELECT 1"), checkpoint()))
                .hasMessageContaining("RELAY-4044")
                .hasMessageContaining("GRANT CREATE ROUTINE, ALTER ROUTINE, EXECUTE ON `ob`.*");
        assertThat(log()).containsExactly("1,failed", "2,failed");
    }

    @Test
    void aRenamedViewIsStillTheMigrations() throws Exception {
        TableName view = new TableName("ob", "v");
        TableName renamed = new TableName("ob", "w");
        target.execute(ddl("ob", 1, "CREATE VIEW v AS SELECT 1 AS a"), checkpoint());
        target.execute(ddl("ob", 2, "RENAME TABLE v TO w", view, renamed), checkpoint());
        target.execute(ddl("ob", 3, "ALTER VIEW w AS SELECT 2 AS a"), checkpoint());
        assertThat(rows("SELECT name FROM mysql_relay.objects")).containsExactly("w");
    }

    @Test
    void viewsThatWaitForSomethingAreMadeWhenItIsThere() throws Exception {
        target.execute(schemaDdl("ob", "CREATE VIEW a AS SELECT x FROM ob.b"), checkpoint());
        target.execute(schemaDdl("ob", "CREATE VIEW b AS SELECT ob.f() AS x FROM ob.later"), checkpoint());
        target.execute(schemaDdl("ob", "CREATE VIEW never AS SELECT x FROM ob.nothing"), checkpoint());
        target.close();
        target = target("objects.changes");
        target.open();
        target.execute(ddl("ob", 1, "CREATE TABLE later (a INT)", new TableName("ob", "later")), checkpoint());
        assertThat(rows("SHOW TABLES FROM ob")).containsExactlyInAnyOrder("t", "later");
        target.execute(ddl("ob", 2, "CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN 1"), checkpoint());
        target.execute(ddl("ob", 3, "DROP VIEW never"), checkpoint());
        assertThat(rows("SHOW TABLES FROM ob")).containsExactlyInAnyOrder("t", "later", "a", "b");
        assertThat(rows("SELECT phase, state FROM mysql_relay.ddl_log ORDER BY id"))
                .containsExactly(
                        "schema,applied",
                        "schema,applied",
                        "schema,skipped",
                        "incremental,applied",
                        "incremental,applied",
                        "incremental,applied");
        assertThat(rows("SELECT * FROM mysql_relay.pending_views")).isEmpty();
    }
}
