package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
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
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.XaName;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target whose max_allowed_packet is smaller than a row. */
class PacketLimitIT {
    private static final RowShape T =
            shape("packets", "t", column("id", ValueType.INTEGER), column("v", ValueType.STRING));
    private static final RowChange LARGE = insert(T, 2L, "x".repeat(2 << 20));

    private String limit;
    private MySqlTarget target;

    @BeforeEach
    void openTarget() throws Exception {
        sql(
                "DROP DATABASE IF EXISTS packets",
                "CREATE DATABASE packets CHARACTER SET utf8mb4",
                "CREATE TABLE packets.t (id INT PRIMARY KEY, v LONGTEXT)");
        limit = rows("SELECT @@GLOBAL.max_allowed_packet").get(0);
        open("1048576");
    }

    @AfterEach
    void closeTarget() throws Exception {
        target.close();
        sql("SET GLOBAL max_allowed_packet = " + limit);
    }

    private void open(String packet) throws Exception {
        sql("SET GLOBAL max_allowed_packet = " + packet);
        target = target("packets.changes");
        target.open();
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_TOO_BIG));
    }

    @Test
    void aRowThatDoesNotFitIsNamedAndAppliedWhenTheLimitIsRaised() throws Exception {
        refused(() -> target.apply(window(insert(T, 1L, "small"), LARGE)));
        refused(() -> target.apply(safe(LARGE)));
        assertThatThrownBy(() -> target.apply(window(LARGE))).hasMessageContaining("table packets.t");
        assertThat(rows("SELECT id FROM packets.t")).isEmpty();
        target.close();
        open(limit);
        target.apply(window(insert(T, 1L, "small"), LARGE));
        assertThat(rows("SELECT id, LENGTH(v) FROM packets.t ORDER BY id")).containsExactly("1,5", "2,2097152");
    }

    @Test
    void aRowOfAnXaTransactionNeedsNoLargerPacketThanItsStatement() throws Exception {
        XaName name = new XaName("xid.1.41.", "binlog.000001:100");
        String text = "x".repeat(800_000);
        target.park(name, List.of(insert(T, 1L, text)), checkpoint());
        target.park(
                name,
                List.of(update(T, row(1L, text), row(2L, "y".repeat(800_000))), insert(T, 3L, "small")),
                checkpoint());
        target.park(name, List.of(insert(T, 4L, "small")), checkpoint());
        target.prepared(name, checkpoint());
        assertThat(rows("SELECT MAX(LENGTH(changes)) > 262144, SUM(more) > 6 FROM mysql_relay.xa_pending"))
                .containsExactly("0,1");
        target.applyParked(new ParkedChanges(name.xid(), null, false, Set.of()), checkpoint());
        assertThat(rows("SELECT id, LENGTH(v) FROM packets.t ORDER BY id")).containsExactly("2,800000", "3,5", "4,5");
    }
}
