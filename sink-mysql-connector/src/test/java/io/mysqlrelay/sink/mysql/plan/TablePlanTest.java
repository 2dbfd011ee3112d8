package io.mysqlrelay.sink.mysql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablePlanTest {
    private static final TableName TABLE = new TableName("d`b", "t");

    private static final ColumnPlan ID = plan("id", ValueType.INTEGER, null, null, null, 0);
    private static final ColumnPlan PART = plan("part", ValueType.ENCODED_TEXT, "gbk", "gbk", "gbk_bin", 1);
    private static final ColumnPlan NAME = plan("name", ValueType.STRING, null, "utf8mb4", "utf8mb4_bin", 2);
    private static final ColumnPlan DOC = plan("doc", ValueType.JSON, null, null, null, 3);
    private static final ColumnPlan KIND = new ColumnPlan(
            TABLE,
            new ColumnShape("kind", ValueType.ENUM, null, List.of("a")),
            4,
            new TargetColumn("kind", "utf8mb4", "utf8mb4_bin", false, false, false, List.of("a"), "enum", -1));
    private static final List<ColumnPlan> ALL = List.of(ID, PART, NAME, DOC, KIND);

    private static final Object[] ROW = {1L, new byte[] {65}, "x", "{}", 1L};

    private static ColumnPlan plan(
            String name, ValueType type, String of, String charset, String collation, int index) {
        return new ColumnPlan(
                TABLE,
                new ColumnShape(name, type, of, List.of()),
                index,
                new TargetColumn(
                        name, charset, collation, false, name.equals("name"), false, List.of(), "varchar", -1));
    }

    private static TablePlan table(ColumnPlan... key) {
        return new TablePlan(
                TABLE,
                ALL,
                List.of(key),
                false,
                false,
                false,
                new int[0],
                false,
                LaneKeys.oneLane(),
                Overwriting.NEVER);
    }

    @Test
    void insertsNameTheirColumns() {
        SqlText sql = new SqlText();
        table(ID).insert(sql, "INSERT", List.of(ROW, ROW));
        assertThat(sql.text())
                .isEqualTo("INSERT INTO `d``b`.`t` (`id`,`part`,`name`,`doc`,`kind`) VALUES (?,?,?,?,?),(?,?,?,?,?)");
    }

    @Test
    void updatesSetWhatChangedAndWhatTheServerWouldSetItself() {
        SqlText sql = new SqlText();
        table(ID, PART).update(sql, ROW, new Object[] {2L, new byte[] {65}, "x", "[]", 1L});
        assertThat(sql.text())
                .isEqualTo("UPDATE `d``b`.`t` SET `id` = ?, `name` = ?, `doc` = ?"
                        + " WHERE `id` = ? AND `part` = CONVERT(? USING gbk) COLLATE gbk_bin");
    }

    @Test
    void deletesListTheirKeysUnlessTheListWouldCompareAsText() {
        SqlText single = new SqlText();
        table(ID).deleteAll(single, List.of(table(ID).key(ROW), table(ID).key(ROW)));
        assertThat(single.text()).isEqualTo("DELETE FROM `d``b`.`t` WHERE `id` IN (?,?)");
        SqlText several = new SqlText();
        table(ID, NAME).deleteAll(several, List.of(table(ID, NAME).key(ROW)));
        assertThat(several.text()).isEqualTo("DELETE FROM `d``b`.`t` WHERE (`id`,`name`) IN ((?,?))");
        SqlText numbered = new SqlText();
        table(ID, KIND)
                .deleteAll(
                        numbered,
                        List.of(table(ID, KIND).key(ROW), table(ID, KIND).key(ROW)));
        assertThat(numbered.text())
                .isEqualTo("DELETE FROM `d``b`.`t` WHERE (`id` = ? AND `kind` = ?) OR (`id` = ? AND `kind` = ?)");
    }

    @Test
    void keylessRowsAreFoundByEveryColumn() {
        SqlText sql = new SqlText();
        table().delete(sql, ROW);
        assertThat(sql.text())
                .isEqualTo("DELETE FROM `d``b`.`t` WHERE `id` <=> ?"
                        + " AND `part` <=> CONVERT(? USING gbk) COLLATE gbk_bin AND CAST(`part` AS BINARY) <=> ?"
                        + " AND `name` <=> ? AND CAST(`name` AS BINARY) <=> ?"
                        + " AND CAST(`doc` AS BINARY) <=> CAST(CAST(? AS JSON) AS BINARY)"
                        + " AND `kind` <=> ? LIMIT 1");
    }

    @Test
    void keysAreEqualByTheirBytes() {
        assertThat(table(PART).key(ROW)).isEqualTo(table(PART).key(new Object[] {9L, new byte[] {65}, "y", "", 0L}));
        assertThat(table(NAME).key(ROW)).isNotEqualTo(table(NAME).key(new Object[] {1L, null, "X", "", 0L}));
    }

    @Test
    void actionsOfForeignKeysAreSeen() {
        TablePlan parent = new TablePlan(
                TABLE,
                ALL,
                List.of(ID),
                false,
                false,
                true,
                new int[] {ID.index()},
                false,
                LaneKeys.lastLane(),
                Overwriting.NEVER);
        Object[] otherName = {1L, new byte[] {66}, "y", "", 0L};
        Object[] otherKey = {2L, new byte[] {65}, "x", "", 0L};
        assertThat(parent.acts(change(ROW, null, false))).isTrue();
        assertThat(parent.acts(change(ROW, null, true))).isFalse();
        assertThat(parent.acts(change(ROW, otherName, false))).isFalse();
        assertThat(parent.acts(change(ROW, otherKey, false))).isTrue();
        assertThat(parent.acts(change(ROW, otherKey, true))).isFalse();
        assertThat(parent.acts(change(null, ROW, false))).isFalse();
    }

    private static RowChange change(Object[] before, Object[] after, boolean unchecked) {
        RowChange.Op op =
                before == null ? RowChange.Op.INSERT : after == null ? RowChange.Op.DELETE : RowChange.Op.UPDATE;
        return new RowChange(new RowShape(TABLE, List.of()), op, before, after, unchecked, 0);
    }
}
