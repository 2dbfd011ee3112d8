package io.mysqlrelay.testkit.adb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong on demand, and how a session is found and killed. */
class AdbFaultsIT {
    @RegisterExtension
    private static final StandInRig RIG = new StandInRig();

    @BeforeEach
    void createTable() throws SQLException {
        RIG.run(
                "CREATE TABLE shop.t (id BIGINT NOT NULL, PRIMARY KEY (id))",
                "REPLACE INTO shop.t (id) VALUES (1),(2),(3)");
    }

    /** "TRUNCATE: error while a backup or a BUILD task runs: retry with back-off." */
    @Test
    void truncateIsBusyForAWhile() throws SQLException {
        RIG.adb().faults().truncateBusy(2);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> RIG.run("TRUNCATE TABLE shop.t")).hasMessage("Resource busy");
        }
        assertThat(count()).isEqualTo(3);
        RIG.run("TRUNCATE TABLE shop.t");
        assertThat(count()).isZero();
    }

    /** "The cluster is locked and refuses writes." */
    @Test
    void aLockedClusterCanBeReadAlone() throws SQLException {
        RIG.adb().faults().readOnly(true);
        for (String sql : List.of(
                "REPLACE INTO shop.t (id) VALUES (4)",
                "TRUNCATE TABLE shop.t",
                "ALTER TABLE shop.t ADD COLUMN a INT")) {
            assertThatThrownBy(() -> RIG.run(sql)).hasMessage("not allowed in readonly mode");
        }
        assertThat(count()).isEqualTo(3);
        RIG.adb().faults().readOnly(false);
        RIG.adb().faults().backup(true);
        assertThatThrownBy(() -> RIG.run("DELETE FROM shop.t WHERE id = 1")).hasMessage("Resource busy");
        RIG.adb().faults().backup(false);
        RIG.run("DELETE FROM shop.t WHERE id = 1");
        assertThat(count()).isEqualTo(2);
    }

    /** "A batch can be half applied." */
    @Test
    void halfABatchIsApplied() throws SQLException {
        RIG.adb().faults().next(AdbFaults.Fault.HALF, 2);
        assertThatThrownBy(() -> RIG.run("INSERT INTO shop.t (id) VALUES (4),(5),(6),(7)"))
                .isInstanceOf(SQLException.class);
        assertThat(count()).isEqualTo(5);
        assertThatThrownBy(() -> RIG.run("DELETE FROM shop.t WHERE id IN (1,2,3,4)"))
                .isInstanceOf(SQLException.class);
        assertThat(RIG.rows("SELECT id FROM shop.t ORDER BY id")).hasToString("[[3], [4], [5]]");
    }

    @Test
    void theConnectionIsCutBeforeOrAfterAStatement() throws SQLException {
        RIG.adb().faults().next(AdbFaults.Fault.DISCONNECT_BEFORE, 1, sql -> sql.contains("(4)"));
        assertThatThrownBy(() -> RIG.run("REPLACE INTO shop.t (id) VALUES (5)", "REPLACE INTO shop.t (id) VALUES (4)"))
                .hasMessageContaining("Communications link failure");
        assertThat(count()).isEqualTo(4);
        RIG.adb().faults().next(AdbFaults.Fault.DISCONNECT_AFTER, 1);
        assertThatThrownBy(() -> RIG.run("REPLACE INTO shop.t (id) VALUES (4)"))
                .hasMessageContaining("Communications link failure");
        assertThat(count()).isEqualTo(5);
    }

    @Test
    void anAnswerTakesItsTime() throws SQLException {
        RIG.adb().faults().sleepBeforeAnswer(Duration.ofMillis(200));
        long start = System.nanoTime();
        RIG.run("REPLACE INTO shop.t (id) VALUES (4)");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
    }

    /** "To get this value, run SHOW PROCESSLIST and note the ProcessId field. KILL PROCESS 12345;" */
    @Test
    void anOldSessionIsFoundAndKilled() throws SQLException {
        try (Connection old = RIG.adb().connection();
                Statement statement = old.createStatement()) {
            CompletableFuture<Void> stuck = CompletableFuture.runAsync(() -> {
                try {
                    statement.execute("SELECT /* old */ SLEEP(60)");
                    statement.execute("REPLACE INTO shop.t (id) VALUES (9)");
                } catch (SQLException e) {
                    throw new CompletionException(e);
                }
            });
            List<List<String>> found = List.of();
            while (found.isEmpty()) {
                found = RIG.rows("SELECT id FROM information_schema.processlist WHERE info LIKE '%/* old */ SLEEP%'"
                        + " AND info NOT LIKE '%processlist%'");
            }
            String id = found.get(0).get(0);
            String process = RIG.rows("SHOW FULL PROCESSLIST").stream()
                    .filter(session -> session.get(0).equals(id))
                    .findFirst()
                    .orElseThrow()
                    .get(1);
            assertThat(process).isNotEqualTo(id);
            RIG.run("KILL PROCESS " + process);
            assertThatThrownBy(stuck::join).isInstanceOf(CompletionException.class);
            assertThat(RIG.rows("SHOW PROCESSLIST"))
                    .noneMatch(session -> session.get(0).equals(id));
        }
        assertThat(count()).isEqualTo(3);
        assertThatThrownBy(() -> RIG.run("KILL PROCESS 2020051513064700000")).hasMessageContaining("1000000");
    }

    /** "Minor upgrades cause brief disconnects, so reconnecting must be automatic." */
    @Test
    void sessionsAreCutAndTablesStay() throws SQLException {
        try (Connection connection = RIG.adb().connection()) {
            RIG.adb().disconnectAll();
            assertThat(connection.isValid(1)).isFalse();
        }
        try (AdbStandIn other = AdbStandIn.start(RIG.server());
                Connection connection = other.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE shop.t ADD COLUMN a INT DEFAULT 7");
        }
        assertThat(RIG.rows("SELECT * FROM shop.t WHERE id = 1")).hasToString("[[1, 7]]");
        RIG.run("INSERT INTO shop.t (id, a) VALUES (1, 8)");
        assertThat(RIG.rows("SELECT * FROM shop.t WHERE id = 1")).hasToString("[[1, 7]]");
    }

    /** "LIFECYCLE n: keeps only the n largest partition values, older ones are deleted by ADB." */
    @Test
    void oldPartitionsExpire() throws SQLException {
        RIG.run(
                "CREATE TABLE shop.p (id BIGINT, ts DATETIME, PRIMARY KEY (id, ts)) DISTRIBUTED BY HASH(id)"
                        + " PARTITION BY VALUE(DATE_FORMAT(ts, '%Y%m%d')) LIFECYCLE 2",
                "REPLACE INTO shop.p (id, ts) VALUES (1, '2024-01-01 01:00:00'), (2, '2024-01-02'), (3, '2024-01-03'),"
                        + " (4, '2024-01-03 23:00:00')");
        RIG.adb().expirePartitions("shop", "p");
        assertThat(RIG.rows("SELECT id FROM shop.p ORDER BY id")).hasToString("[[2], [3], [4]]");
        assertThatThrownBy(() -> RIG.adb().expirePartitions("shop", "t")).isInstanceOf(IllegalArgumentException.class);
    }

    private static int count() throws SQLException {
        return Integer.parseInt(RIG.rows("SELECT COUNT(*) FROM shop.t").get(0).get(0));
    }
}
