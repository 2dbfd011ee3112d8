package io.mysqlrelay.sink.mysql;

import static io.mysqlrelay.sink.mysql.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.mysql.TargetHarness.column;
import static io.mysqlrelay.sink.mysql.TargetHarness.insert;
import static io.mysqlrelay.sink.mysql.TargetHarness.rows;
import static io.mysqlrelay.sink.mysql.TargetHarness.shape;
import static io.mysqlrelay.sink.mysql.TargetHarness.sql;
import static io.mysqlrelay.sink.mysql.TargetHarness.target;
import static io.mysqlrelay.sink.mysql.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which retry window a real server's answer counts for. */
class TransientErrorsIT {
    private static final RowShape T = shape("te", "t", column("id", ValueType.INTEGER));

    private MySqlTarget target;

    @BeforeEach
    void prepare() throws Exception {
        sql("DROP DATABASE IF EXISTS te", "CREATE DATABASE te", "CREATE TABLE te.t (id INT PRIMARY KEY)");
        target = target("transient.changes");
        target.open();
    }

    @AfterEach
    void close() {
        target.close();
    }

    private static void fails(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TransientTargetException.class,
                        e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void aServerThatIsReadOnlyAnswersWhetherItIsOpenOrNot() {
        sql("SET GLOBAL super_read_only = ON");
        try {
            fails(Kind.OTHER, () -> target.apply(window(insert(T, 1L))));
            target.close();
            target = target("transient.changes");
            fails(Kind.OTHER, () -> target.open());
        } finally {
            sql("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
        }
    }

    @Test
    void aKilledSessionIsALostConnection() throws Exception {
        for (String id : rows(
                "SELECT id FROM information_schema.processlist WHERE user = 'root'" + " AND id <> CONNECTION_ID()")) {
            sql("KILL " + id);
        }
        fails(Kind.CONNECTION, () -> target.saveCheckpoint(checkpoint()));
    }

    @Test
    void anEndedQueryIsNot() throws Exception {
        sql("INSERT INTO te.t VALUES (1)");
        try (var blocker = TargetHarness.server().connection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.executeUpdate("DELETE FROM te.t");
            Thread ender = new Thread(TransientErrorsIT::endWaitingInsert);
            ender.start();
            fails(Kind.OTHER, () -> target.apply(window(insert(T, 1L))));
            ender.join();
            blocker.rollback();
        }
    }

    private static void endWaitingInsert() {
        try {
            String waiting = "SELECT id FROM information_schema.processlist WHERE info LIKE 'INSERT%te%'";
            while (rows(waiting).isEmpty()) {
                Thread.onSpinWait();
            }
            sql("KILL QUERY " + rows(waiting).get(0));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
