package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.load;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target that lists few of the warnings which a statement gave; a changed value must not hide behind them. */
class FewWarningsIT {
    private static final RowShape T = shape(
            "few",
            "t",
            column("id", ValueType.INTEGER),
            new ColumnShape("e", ValueType.ENUM, null, List.of("a", "b")),
            column("n", ValueType.INTEGER));

    private String limit;
    private MySqlTarget target;

    @BeforeEach
    void createTable() throws Exception {
        sql(
                "DROP DATABASE IF EXISTS few",
                "CREATE DATABASE few CHARACTER SET utf8mb4",
                "CREATE TABLE few.t (id INT PRIMARY KEY, e ENUM('a','b'), n TINYINT)");
        limit = rows("SELECT @@GLOBAL.max_error_count").get(0);
    }

    @AfterEach
    void closeTarget() throws Exception {
        target.close();
        sql("SET GLOBAL max_error_count = " + limit);
    }

    private void open(int warnings) throws Exception {
        sql("SET GLOBAL max_error_count = " + warnings);
        target = target("few.changes");
        target.open();
    }

    /**
     * Twenty rows. ENUM number 0 gives a warning each.
     *
     * @param last of the last row
     */
    private static RowChange[] rowsWithWarnings(long last) {
        return LongStream.rangeClosed(1, 20)
                .mapToObj(id -> load(T, id, 0L, id == 20 ? last : id))
                .toArray(RowChange[]::new);
    }

    @Test
    void rowsThatWarnAreSplitUntilAllWarningsAreListed() throws Exception {
        open(3);
        target.apply(window(rowsWithWarnings(127)));
        assertThat(rows("SELECT COUNT(*), SUM(e + 0) FROM few.t")).containsExactly("20,0.0");
    }

    @Test
    void aChangedValueBehindTheListIsFound() throws Exception {
        open(3);
        assertThatThrownBy(() -> target.apply(window(rowsWithWarnings(128))))
                .hasMessageContaining("RELAY-4035")
                .hasMessageContaining("column n");
        assertThat(rows("SELECT COUNT(*) FROM few.t")).containsExactly("0");
    }

    @Test
    void aTargetThatListsNoneIsRefusedWithTheSetting() throws Exception {
        open(0);
        assertThatThrownBy(() -> target.apply(window(rowsWithWarnings(1)))).hasMessageContaining("max_error_count");
        assertThat(rows("SELECT COUNT(*) FROM few.t")).containsExactly("0");
    }
}
