package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.settings;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.session.TargetConnections;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.TransientTargetException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnershipIT {
    private static final String MIGRATION = "owned.changes";
    private static final RowShape T = shape("own", "t", column("id", ValueType.INTEGER));

    @BeforeEach
    void table() {
        sql(
                "DROP DATABASE IF EXISTS own",
                "CREATE DATABASE own",
                "CREATE TABLE own.t (id INT PRIMARY KEY)",
                "CREATE DATABASE IF NOT EXISTS mysql_relay");
    }

    private static MySqlTarget by(String owner) {
        return new MySqlTarget(settings(MIGRATION, owner, false), new Epoch());
    }

    @Test
    void aSuccessorEndsTheFirstWhoCannotComeBack() throws Exception {
        Epoch epoch = new Epoch();
        MySqlTarget first = new MySqlTarget(settings(MIGRATION, "same", false), epoch);
        first.open();
        first.apply(window(insert(T, 1L)));
        try (MySqlTarget second = by("same")) {
            Checkpoint reached = second.open().checkpoint();
            assertThatThrownBy(() -> first.apply(window(insert(T, 2L)))).isInstanceOf(TransientTargetException.class);
            first.close();
            MySqlTarget again = new MySqlTarget(settings(MIGRATION, "same", false), epoch);
            assertThatThrownBy(again::open)
                    .isInstanceOfSatisfying(
                            RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TAKEN_OVER));
            second.apply(window(insert(T, 3L)));
            assertThat(reached).isNotNull();
        }
        assertThat(rows("SELECT id FROM own.t")).containsExactly("1", "3");
    }

    @Test
    void aTransactionThatWasPausedIsTakenBackBeforeTheSuccessorReadsTheCheckpoint() throws Exception {
        try (MySqlTarget first = by("same")) {
            first.open();
            first.apply(window(insert(T, 1L)));
            TargetSettings paused = settings("other.changes", "same", false);
            Opened inside =
                    Opened.open(new TargetConnections(paused.connection()), paused, new Epoch(), new TargetMeter());
            inside.ownership.begin();
            inside.dml.update("INSERT INTO own.t VALUES (77)");
            try (MySqlTarget second = new MySqlTarget(settings("other.changes", "same", false), new Epoch())) {
                second.open();
                assertThat(rows("SELECT id FROM own.t")).containsExactly("1");
                assertThatThrownBy(inside.dml::commit).isInstanceOf(SQLException.class);
                second.apply(window(insert(T, 77L)));
            } finally {
                inside.close();
            }
        }
        assertThat(rows("SELECT id FROM own.t")).containsExactly("1", "77");
    }

    @Test
    void anEpochThatHasMovedStopsATransactionAtItsBeginning() throws Exception {
        try (MySqlTarget first = by("same")) {
            first.open();
            try (DmlSession other =
                    DmlSession.open(settings(MIGRATION, "x", false).connection(), new TargetMeter())) {
                other.update("UPDATE mysql_relay.owner SET epoch = epoch + 1 WHERE migration = ?", MIGRATION);
                other.commit();
            }
            assertThatThrownBy(() -> first.apply(window(insert(T, 5L))))
                    .isInstanceOfSatisfying(
                            RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TAKEN_OVER));
        }
        assertThat(rows("SELECT id FROM own.t")).isEmpty();
    }

    @Test
    void aLiveOwnerWithAnotherIdentityIsNotReplaced() throws Exception {
        try (MySqlTarget first = by("connector a")) {
            first.open();
            MySqlTarget second = by("connector b");
            assertThatThrownBy(second::open)
                    .isInstanceOfSatisfying(
                            RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OTHER_OWNER))
                    .hasMessageContaining("connector a");
            first.saveCheckpoint(checkpoint());
        }
        try (MySqlTarget second = by("connector b")) {
            assertThat(second.open().checkpoint()).isNotNull();
        }
    }
}
