package io.mysqlrelay.testkit.adb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 6 of the reference. */
class RowsTest {
    private static final String[] TABLES = {
        "CREATE TABLE t (id BIGINT, a VARCHAR, ts DATETIME, tm TIME, yes BOOLEAN, PRIMARY KEY (id))",
        "CREATE TABLE pair (a BIGINT, b VARCHAR, c INT, PRIMARY KEY (a, b))",
        "CREATE TABLE keyless (a INT)"
    };
    private final Rig rig = new Rig(TABLES);

    /** "INSERT INTO never fails on an existing primary key: ADB silently ignores the row." */
    @Test
    void aPlainInsertLeavesTheRowThatIsThere() {
        String ignoring = " ON DUPLICATE KEY UPDATE `d`.`t`.`id`=`d`.`t`.`id`";
        assertThat(rig.sql("INSERT INTO t (id) VALUES (1)")).isEqualTo("INSERT INTO t (id) VALUES (1)" + ignoring);
        assertThat(rig.sql("INSERT INTO t (id) VALUES (1),(2);"))
                .isEqualTo("INSERT INTO t (id) VALUES (1),(2)" + ignoring);
        assertThat(rig.sql("INSERT INTO t (id) SELECT a FROM pair")).endsWith("pair" + ignoring);
        // MySQL's IGNORE would forgive bad values too.
        assertThat(rig.sql("INSERT IGNORE INTO t (id) VALUES (1)"))
                .startsWith("INSERT  INTO t")
                .endsWith(ignoring);
    }

    /** "Every replayed insert then makes a new row." */
    @Test
    void aRowWithoutKeyIsAlwaysNew() {
        assertThat(rig.sql("INSERT INTO keyless VALUES (1),(1)")).isEqualTo("INSERT INTO keyless VALUES (1),(1)");
    }

    @Test
    void replaceRunsAsItIsAndCountsItsRows() {
        String replace = "REPLACE INTO `d`.`t` (`id`,`a`) VALUES (1,'it''s (a, b)'),(-2,'\\'\0'),(3,x'00ff')";
        assertThat(rig.sql(replace)).isEqualTo(replace);
        assertThat(rig.plan(replace).affectedRows()).isEqualTo(3);
    }

    /** "A batch can be half applied." */
    @Test
    void aBatchHasAHalf() {
        assertThat(half("REPLACE INTO t (id) VALUES (1),(2),(3)")).isEqualTo("REPLACE INTO t (id) VALUES (1)");
        assertThat(half("INSERT INTO keyless VALUES (1),(2)")).isEqualTo("INSERT INTO keyless VALUES (1)");
        assertThat(half("DELETE FROM t WHERE id IN (1, 2, 3, 4)")).isEqualTo("DELETE FROM t WHERE id IN (1, 2)");
        assertThat(half("DELETE FROM t WHERE id = 1")).isNull();
        assertThat(half("DELETE FROM pair WHERE (a=1 AND b='x') OR (a=2 AND b='OR') OR (a=3 AND b='z')"))
                .isEqualTo("DELETE FROM pair WHERE (a=1 AND b='x') OR (a=2 AND b='OR') ");
        assertThat(half("INSERT INTO keyless SELECT id FROM t"))
                .isEqualTo("INSERT INTO keyless SELECT id FROM t LIMIT 3");
        assertThat(half("INSERT INTO keyless SELECT id FROM t LIMIT 9")).isNull();
        assertThat(half("REPLACE INTO t (id) VALUES (1)")).isNull();
    }

    /** "`0000-00-00` becomes NULL or an error"; of other dates outside the calendar too. */
    @Test
    void anIllegalDateIsNull() {
        assertThat(
                        rig.sql(
                                "REPLACE INTO t (id, ts) VALUES (1, '0000-00-00 00:00:00'), (2,'2024-02-30 01:02:03.5'), (3, '2024-02-29')"))
                .isEqualTo("REPLACE INTO t (id, ts) VALUES (1, NULL), (2,NULL), (3, '2024-02-29')");
        new Rig(true, true, TABLES)
                .refused("REPLACE INTO t (id, ts) VALUES (1, '0000-00-00 00:00:00')")
                .hasMessageContaining("col=ts");
    }

    /** "ADB range 00:00:00..23:59:59.999 only"; "BOOLEAN holds only 0/1". */
    @Test
    void timesAndTruthsHaveARange() {
        rig.refused("REPLACE INTO t (id, tm) VALUES (1, '24:00:00')").hasMessageContaining("col=tm");
        rig.refused("REPLACE INTO t (id, tm) VALUES (1, '-00:00:01')").hasMessageContaining("col=tm");
        rig.refused("REPLACE INTO t (id, tm) VALUES (1, '838:59:59')").hasMessageContaining("col=tm");
        rig.refused("REPLACE INTO t (id, yes) VALUES (1, 2)").hasMessageContaining("col=yes");
        assertThat(rig.sql("REPLACE INTO t (id, tm, yes) VALUES (1, '23:59:59.999', '1')"))
                .isNotEmpty();
    }

    /** "Same key twice in a batch: order inside one statement [?]": so nobody may rely on one. */
    @Test
    void oneKeyTwiceInAStatementIsRefused() {
        rig.refused("REPLACE INTO t (id, a) VALUES (1,'x'),(2,'y'),(1,'z')").hasMessageContaining("row 3");
        rig.refused("REPLACE INTO pair (c, b, a) VALUES (1,'x',7),(2,'x',7)").hasMessageContaining("row 2");
        assertThat(rig.sql("REPLACE INTO pair (c, b, a) VALUES (1,'x',7),(2,'X',7)"))
                .isNotEmpty();
    }

    /** "ON DUPLICATE KEY UPDATE: only literals or VALUES(c); cannot update the key; always 1 affected row." */
    @Test
    void updateOfDuplicatesIsNarrow() {
        assertThat(rig.plan("INSERT INTO t (id, a) VALUES (1, 'x') ON DUPLICATE KEY UPDATE a = VALUES(a), ts = NULL")
                        .affectedRows())
                .isEqualTo(1);
        rig.refused("INSERT INTO t (id, a) VALUES (1, 'x') ON DUPLICATE KEY UPDATE id = VALUES(id)");
        rig.refused("INSERT INTO t (id, a) VALUES (1, 'x') ON DUPLICATE KEY UPDATE a = CONCAT(a, 'x')");
        rig.refused("INSERT INTO t (id, a) VALUES (1, 'x') ON DUPLICATE KEY UPDATE a = a + 1");
        rig.refused("INSERT INTO t (id, a) VALUES (1, 'x') ON DUPLICATE KEY UPDATE a = VALUES(a) + 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REPLACE DELAYED INTO t (id) VALUES (1)", "INSERT LOW_PRIORITY INTO t (id) VALUES (1)",
                        "INSERT INTO t SET id = 1",
                "INSERT OVERWRITE INTO t SELECT 1", "REPLACE INTO nothing (id) VALUES (1)",
                        "REPLACE INTO t (id, x) VALUES (1, 2)",
                "REPLACE INTO t (id) VALUES (1), (1, 2)", "REPLACE INTO t (id) VALUES (1), (",
                        "REPLACE INTO t (id) VALUES",
                "REPLACE INTO t (id) VALUES (1), (1 1)", "REPLACE INTO t (id) VALUES (1); DELETE FROM t WHERE id = 2"
            })
    void otherFormsAreRefused(String sql) {
        rig.refused(sql);
    }

    /** "UPDATE cannot touch primary-key columns and needs a table that has a primary key"; of a keyless table "[?]". */
    @Test
    void updatesAndDeletesNeedAKey() {
        assertThat(rig.sql("UPDATE t SET a = 'x' WHERE id = 1")).isNotEmpty();
        assertThat(rig.sql("DELETE FROM `d`.`pair` WHERE `a`=1 AND `b`='x'")).isNotEmpty();
        rig.refused("UPDATE t SET id = 2 WHERE id = 1").hasMessageContaining("primary key column");
        rig.refused("UPDATE pair SET c = 1, `pair`.`b` = 'y' WHERE a = 1").hasMessageContaining("primary key column");
        rig.refused("UPDATE keyless SET a = 2 WHERE a = 1").hasMessageContaining("without primary key");
        rig.refused("DELETE FROM keyless WHERE a = 1").hasMessageContaining("without primary key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t",
                "DELETE FROM t WHERE id = 1 LIMIT 1",
                "DELETE FROM t WHERE id = 1 ORDER BY id",
                "UPDATE t SET a = 'x'",
                "DELETE t FROM t JOIN pair ON t.id = pair.a WHERE t.id = 1",
                "UPDATE t, pair SET c = 1 WHERE id = a",
                "DELETE IGNORE FROM t WHERE id = 1",
                "DELETE FROM pair WHERE (a, b) IN ((1, 'x'))",
                "DELETE FROM t WHERE id = 1; DELETE FROM t WHERE id = 2"
            })
    void otherUpdatesAndDeletesAreRefused(String sql) {
        rig.refused(sql);
    }

    /** "IN list <= 2000 values"; "WHERE items <= 256". */
    @Test
    void conditionsHaveALimit() {
        assertThat(rig.sql("DELETE FROM t WHERE id IN (" + numbers(2_000, ",") + ")"))
                .isNotEmpty();
        rig.refused("DELETE FROM t WHERE id IN (" + numbers(2_001, ",") + ")").hasMessageContaining("2000");
        rig.refused("SELECT * FROM t WHERE id IN (" + numbers(2_001, ",") + ")").hasMessageContaining("2000");
        String items = " OR id = ";
        assertThat(rig.sql("DELETE FROM t WHERE id = " + numbers(256, items))).isNotEmpty();
        rig.refused("DELETE FROM t WHERE id = " + numbers(257, items)).hasMessageContaining("256");
        String pairs =
                IntStream.range(0, 129).mapToObj(i -> "(a=" + i + " AND b='x')").collect(Collectors.joining(" OR "));
        rig.refused("DELETE FROM pair WHERE " + pairs).hasMessageContaining("256");
        rig.refused("SELECT a FROM pair WHERE " + pairs).hasMessageContaining("256");
    }

    /** "Columns per query 1024". */
    @Test
    void columnsOfAQueryHaveALimit() {
        StringBuilder create = new StringBuilder("CREATE TABLE wide (id BIGINT PRIMARY KEY");
        IntStream.range(0, 1_024).forEach(i -> create.append(", c").append(i).append(" INT"));
        Rig wide = new Rig(create.append(")").toString());
        wide.refused("REPLACE INTO wide (id,c" + numbers(1_024, ",c") + ") VALUES (1," + numbers(1_024, ",") + ")")
                .hasMessageContaining("1024");
        assertThat(wide.sql(
                        "REPLACE INTO wide (id,c" + numbers(1_023, ",c") + ") VALUES (1," + numbers(1_023, ",") + ")"))
                .isNotEmpty();
    }

    /** Of MySQL's forms of a constant the documents show none with an introducer: {@code X'..'} is assumed for bytes. */
    @Test
    void introducersAreRefused() {
        for (String value : new String[] {"_binary'x'", "_utf8mb4'x'"}) {
            rig.refused("REPLACE INTO pair (a, b) VALUES (1, " + value + ")");
        }
    }

    private String half(String sql) {
        return rig.plan(sql).half().apply(query -> 7);
    }

    private static String numbers(int count, String between) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(between));
    }
}
