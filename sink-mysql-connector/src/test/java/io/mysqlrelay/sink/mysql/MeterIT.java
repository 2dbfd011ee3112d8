package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.ddl;
import static io.mysqlrelay.sink.mysql.TargetHarness.delete;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.load;
import static io.mysqlrelay.sink.mysql.TargetHarness.row;
import static io.mysqlrelay.sink.mysql.TargetHarness.safe;
import static io.mysqlrelay.sink.mysql.TargetHarness.settings;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.update;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.TargetMeter.DdlTally;
import io.mysqlrelay.sink.target.XaName;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a target tells of its work. */
class MeterIT {
    private static final String MIGRATION = "meter.changes";
    private static final RowShape T =
            shape("meter", "t", column("id", ValueType.INTEGER), column("v", ValueType.INTEGER));

    private final TargetMeter meter = new TargetMeter();
    private MySqlTarget target;

    @BeforeEach
    void openTarget() throws Exception {
        sql(
                "DROP DATABASE IF EXISTS meter",
                "CREATE DATABASE meter",
                "CREATE TABLE meter.t (id INT PRIMARY KEY, v INT)",
                "DROP DATABASE IF EXISTS mysql_relay");
        open();
    }

    private void open() throws Exception {
        target = new MySqlTarget(settings(MIGRATION, "owner", false), new Epoch(), meter);
        target.open();
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    @Test
    void rowsCountWhenTheyAreCommittedAndStatementsWhenTheyAreSent() throws Exception {
        target.apply(
                window(insert(T, 1L, 1L), insert(T, 2L, 2L), update(T, row(1L, 1L), row(1L, 5L)), delete(T, 2L, 2L)));
        assertThat(meter.statements()).as("the update is part of the insertion").isEqualTo(2);
        assertThat(meter.rowsWritten()).as("two inserted, one deleted").isEqualTo(3);
        assertThat(meter.lastLanes()).isEqualTo(1);
        assertThatThrownBy(() -> target.apply(window(insert(T, 7L, 1L), insert(T, 1L, 1L))))
                .isInstanceOf(RelayException.class);
        assertThat(meter.statements()).as("as a group, then one by one").isEqualTo(2 + 1 + 2);
        assertThat(meter.rowsWritten()).isEqualTo(3);
        target.apply(window(insert(T, 7L, 1L)));
        assertThat(meter.rowsWritten()).isEqualTo(4);
        assertThat(meter.lanes()).isEqualTo(2);
    }

    @Test
    void allLanesOfAWindowCount() throws Exception {
        target.saveCheckpoint(checkpoint());
        RowChange[] rows =
                LongStream.rangeClosed(1, 400).mapToObj(i -> insert(T, i, 0L)).toArray(RowChange[]::new);
        target.apply(window(rows));
        assertThat(meter.lastLanes()).isEqualTo(4);
        assertThat(meter.rowsWritten()).isEqualTo(400);
        assertThat(meter.statements()).as("one in each lane").isEqualTo(4);
        target.apply(window(delete(T, 1L, 0L)));
        assertThat(meter.lastLanes()).isEqualTo(1);
        assertThat(meter.lanes()).isEqualTo(4 + 1);
        assertThat(meter.laneConflicts()).isZero();
    }

    @Test
    void safeModeWritesKeysOnceHoweverOftenTheyChange() throws Exception {
        target.apply(safe(insert(T, 1L, 1L), update(T, row(1L, 1L), row(1L, 2L)), update(T, row(1L, 2L), row(1L, 3L))));
        assertThat(meter.rowsWritten()).as("one deleted, one replaced").isEqualTo(2);
        assertThat(meter.statements()).isEqualTo(2);
    }

    @Test
    void loadedRowsThatAreThereAlreadyAreNotWritten() throws Exception {
        sql("INSERT INTO meter.t VALUES (2, 0)");
        target.apply(window(load(T, 1L, 1L), load(T, 2L, 1L), load(T, 3L, 1L)));
        assertThat(meter.rowsWritten()).isEqualTo(2);
    }

    @Test
    void changesOfXaTransactionsAreTheStepsThatCommitThem() throws Exception {
        XaName name = new XaName("xid.1.A.", "binlog.000001:200");
        target.park(name, List.of(insert(T, 1L, 1L), insert(T, 2L, 2L)), checkpoint());
        target.prepared(name, checkpoint());
        assertThat(meter.rowsWritten()).isZero();
        target.applyParked(new ParkedChanges(name.xid(), null, false, Set.of()), checkpoint());
        assertThat(meter.rowsWritten()).isEqualTo(2);
        assertThat(meter.takeWithheld()).isEqualTo(-2);
    }

    @Test
    void statementsAreThoseOfTheLogAlsoWhenSomebodyElseChangesIt() throws Exception {
        assertThat(meter.ddl()).isEqualTo(new DdlTally(0, 0, 0));
        target.execute(ddl("meter", 1, "ALTER TABLE t ADD COLUMN w INT", T.table()), checkpoint());
        target.execute(ddl("meter", 2, "CREATE USER somebody", T.table()), checkpoint());
        assertThat(meter.ddl()).isEqualTo(new DdlTally(1, 1, 0));
        sql("UPDATE mysql_relay.ddl_log SET state = 'failed' WHERE state = 'skipped'");
        target.close();
        open();
        assertThat(meter.ddl()).isEqualTo(new DdlTally(1, 0, 1));
    }
}
