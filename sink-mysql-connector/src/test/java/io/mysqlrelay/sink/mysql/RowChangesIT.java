package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.delete;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.load;
import static io.mysqlrelay.sink.mysql.TargetHarness.row;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.safe;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static io.mysqlrelay.sink.mysql.TargetHarness.update;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowChangesIT {
    private static final RowShape KEYED = shape(
            "rc",
            "keyed",
            column("id", ValueType.INTEGER),
            column("u", ValueType.INTEGER),
            column("name", ValueType.STRING));
    private static final RowShape KEYLESS = shape(
            "rc",
            "keyless",
            column("a", ValueType.INTEGER),
            column("b", ValueType.STRING),
            column("f", ValueType.FLOAT));

    private MySqlTarget target;

    @BeforeEach
    void openTarget() throws Exception {
        sql(
                "DROP DATABASE IF EXISTS rc",
                "CREATE DATABASE rc CHARACTER SET utf8mb4",
                "CREATE TABLE rc.keyed (id INT PRIMARY KEY AUTO_INCREMENT, u INT UNIQUE, name VARCHAR(5),"
                        + " changed TIMESTAMP NULL, twice INT AS (u * 2))",
                "ALTER TABLE rc.keyed DROP COLUMN changed",
                "CREATE TABLE rc.keyless (a INT, b VARCHAR(20), f FLOAT, KEY (a))");
        target = target("rows.changes");
        target.open();
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    @Test
    void neighboursOfAllKindsKeepTheirOrder() throws Exception {
        target.apply(window(
                insert(KEYED, 0L, 10L, "zero"),
                insert(KEYED, 1L, 11L, "a"),
                insert(KEYED, 2L, null, "b"),
                update(KEYED, row(1L, 11L, "a"), row(1L, 12L, "a2")),
                delete(KEYED, 2L, null, "b"),
                insert(KEYED, 2L, 11L, null)));
        assertThat(rows("SELECT id, u, name FROM rc.keyed ORDER BY id"))
                .containsExactly("0,10,zero", "1,12,a2", "2,11,null");
        target.apply(window(delete(KEYED, 0L, 10L, "zero"), delete(KEYED, 1L, 12L, "a2")));
        assertThat(rows("SELECT id FROM rc.keyed")).containsExactly("2");
    }

    @Test
    void aKeyChangesInPlaceAndUniqueValuesSwap() throws Exception {
        target.apply(window(insert(KEYED, 1L, 10L, "a"), insert(KEYED, 2L, 20L, "b")));
        target.apply(window(
                update(KEYED, row(1L, 10L, "a"), row(1L, -1L, "a")),
                update(KEYED, row(2L, 20L, "b"), row(2L, 10L, "b")),
                update(KEYED, row(1L, -1L, "a"), row(1L, 20L, "a")),
                update(KEYED, row(2L, 10L, "b"), row(7L, 10L, "b"))));
        assertThat(rows("SELECT id, u, name FROM rc.keyed ORDER BY id")).containsExactly("1,20,a", "7,10,b");
    }

    @Test
    void aRowThatIsNotThereIsADivergenceThatNamesTheKeyAndNoValue() throws Exception {
        target.apply(window(insert(KEYED, 1L, 4711L, "a")));
        Window bad = window(update(KEYED, row(1L, 4711L, "a"), row(1L, 4712L, "b")), delete(KEYED, 4713L, 1L, "x"));
        assertThatThrownBy(() -> target.apply(bad))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_DIVERGED))
                .hasMessageContaining("rc.keyed")
                .hasMessageContaining("(id)")
                .hasMessageNotContaining("471");
        assertThat(rows("SELECT u FROM rc.keyed"))
                .as("nothing of the window stays")
                .containsExactly("4711");
    }

    @Test
    void aDuplicateOutsideSafeModeIsAnErrorWithoutTheValue() throws Exception {
        target.apply(window(insert(KEYED, 1L, 4711L, "a")));
        assertThatThrownBy(() -> target.apply(window(insert(KEYED, 2L, 1L, "b"), insert(KEYED, 3L, 4711L, "b"))))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_DUPLICATE))
                .hasMessageNotContaining("4711")
                .hasNoCause();
    }

    @Test
    void aWarningIsAnErrorThatNamesTheColumn() {
        assertThatThrownBy(() -> target.apply(window(insert(KEYED, 1L, 1L, "secret-too-long"))))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALUE_CHANGED))
                .hasMessageContaining("column name")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aWarningOfAnyStatementOfARoundTripIsSeen() throws Exception {
        Window window = window(
                insert(KEYED, 1L, 1L, "secret-too-long"),
                insert(KEYLESS, 1L, "x", 1f),
                update(KEYLESS, row(1L, "x", 1f), row(2L, "x", 1f)));
        assertThatThrownBy(() -> target.apply(window)).hasMessageContaining("RELAY-4035");
        assertThat(rows("SELECT * FROM rc.keyless")).isEmpty();
    }

    @Test
    void loadLeavesOutWhatCollidesUnderAnyKey() throws Exception {
        target.apply(window(load(KEYED, 1L, 10L, "a"), load(KEYED, 2L, 20L, "b")));
        target.apply(window(
                load(KEYED, 3L, 30L, "c"),
                load(KEYED, 2L, 21L, "no"),
                load(KEYED, 4L, 10L, "no"),
                load(KEYED, 5L, 50L, "e")));
        assertThat(rows("SELECT id, u FROM rc.keyed ORDER BY id")).containsExactly("1,10", "2,20", "3,30", "5,50");
    }

    @Test
    void safeModeRepeatsWithoutHarm() throws Exception {
        Window first = safe(
                insert(KEYED, 1L, 10L, "a"),
                update(KEYED, row(1L, 10L, "a"), row(2L, 10L, "a")),
                insert(KEYED, 1L, 11L, "b"),
                delete(KEYED, 9L, 9L, "x"));
        target.apply(first);
        target.apply(first);
        assertThat(rows("SELECT id, u, name FROM rc.keyed ORDER BY id")).containsExactly("1,11,b", "2,10,a");
    }

    @Test
    void keylessRowsAreMatchedByteByByteOneAtATime() throws Exception {
        target.apply(window(
                insert(KEYLESS, 1L, "a", 1.1f),
                insert(KEYLESS, 1L, "A", 1.1f),
                insert(KEYLESS, 1L, "a ", 1.1f),
                insert(KEYLESS, 1L, "a", 1.1f),
                insert(KEYLESS, null, null, null)));
        target.apply(window(
                update(KEYLESS, row(1L, "A", 1.1f), row(2L, "B", 0.1f)),
                delete(KEYLESS, 1L, "a", 1.1f),
                update(KEYLESS, row(null, null, null), row(3L, null, null))));
        assertThat(rows("SELECT a, CONCAT('<', b, '>'), f FROM rc.keyless ORDER BY a, b, LENGTH(b)"))
                .containsExactly("1,<a>,1.1", "1,<a >,1.1", "2,<B>,0.1", "3,null,null");
        assertThatThrownBy(() -> target.apply(window(delete(KEYLESS, 1L, "A", 1.1f))))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_DIVERGED));
    }

    @Test
    void columnsThatOnlyOneSideHasAreRefused() {
        RowShape more = shape("rc", "keyless", column("a", ValueType.INTEGER), column("zz", ValueType.INTEGER));
        RowShape fewer = shape("rc", "keyless", column("a", ValueType.INTEGER), column("b", ValueType.STRING));
        assertThatThrownBy(() -> target.apply(window(insert(more, 1L, 1L)))).hasMessageContaining("RELAY-4030");
        assertThatThrownBy(() -> target.apply(window(insert(fewer, 1L, "x"))))
                .hasMessageContaining("RELAY-4031")
                .hasMessageContaining("[f]");
    }
}
