package io.mysqlrelay.testkit.adb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.JdbcConnection;
import io.mysqlrelay.testkit.adb.AdbFaults.Fault;
import io.mysqlrelay.testkit.adb.AdbProcesses.Kill;
import io.mysqlrelay.testkit.adb.AdbProcesses.Listing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What sessions see of each other, what KILL PROCESS does, and statements that outlive their clients. */
class AdbProcessesIT {
    private static final Duration SOON = Duration.ofMillis(400);

    @RegisterExtension
    private static final StandInRig RIG = new StandInRig();

    @BeforeEach
    void createTable() throws SQLException {
        RIG.run("CREATE TABLE shop.t (id BIGINT NOT NULL, PRIMARY KEY (id))");
    }

    private static AdbProcesses processes() {
        return RIG.adb().faults().processes();
    }

    private static long id(Connection connection) throws SQLException {
        return connection.unwrap(JdbcConnection.class).getSession().getThreadId();
    }

    private static Set<Long> listed(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            Set<Long> ids = new HashSet<>();
            while (result.next()) {
                ids.add(result.getLong("Id"));
            }
            return ids;
        }
    }

    private static Set<Long> listed(Connection connection) throws SQLException {
        Set<Long> shown = listed(connection, "SHOW PROCESSLIST");
        assertThat(listed(connection, "SELECT id FROM information_schema.processlist"))
                .isEqualTo(shown);
        return shown;
    }

    private static String process(long id) throws SQLException {
        return RIG.rows("SHOW PROCESSLIST").stream()
                .filter(row -> row.get(0).equals(Long.toString(id)))
                .findFirst()
                .orElseThrow()
                .get(1);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count() throws SQLException {
        return Integer.parseInt(RIG.rows("SELECT COUNT(*) FROM shop.t").get(0).get(0));
    }

    /** "By default, SHOW PROCESSLIST shows the running processes of your own account"; it may be refused all the same. */
    @Test
    void theListIsRefused() throws SQLException {
        processes().listing(Listing.REFUSED);
        assertThatThrownBy(() -> RIG.rows("SHOW PROCESSLIST")).hasMessageContaining("denied");
        assertThatThrownBy(() -> RIG.rows("SELECT * FROM information_schema.processlist"))
                .hasMessageContaining("denied");
    }

    /** No document says that one front-end node knows the sessions of another. */
    @Test
    void theListEndsAtTheNode() throws SQLException {
        try (Connection one = RIG.adb().connection();
                Connection two = RIG.adb().connection();
                Connection other = id(one) % 2 == id(two) % 2 ? RIG.adb().connection() : two) {
            assertThat(listed(one)).contains(id(one), id(other));
            processes().listing(Listing.OWN_NODE);
            assertThat(listed(one)).contains(id(one)).doesNotContain(id(other));
            processes().listing(Listing.ALL);
            String process = process(id(other));
            processes().listing(Listing.OWN_NODE);
            assertThatThrownBy(() -> run(one, "KILL PROCESS " + process)).hasMessageContaining("process not exist");
            assertThat(other.isValid(1)).isTrue();
        }
    }

    /** "Stop processes owned by any account: PROCESS permission." */
    @Test
    void anEndIsRefused() throws SQLException {
        processes().kill(Kill.REFUSED);
        try (Connection old = RIG.adb().connection()) {
            assertThatThrownBy(() -> RIG.run("KILL PROCESS " + process(id(old))))
                    .hasMessageContaining("denied");
            assertThat(old.isValid(1)).isTrue();
        }
    }

    /** "Stops a running process": an idle session has none. */
    @Test
    void anEndIsOfTheStatementAlone() throws SQLException {
        processes().kill(Kill.ENDS_STATEMENT);
        try (Connection old = RIG.adb().connection()) {
            RIG.run("KILL PROCESS " + process(id(old)));
            assertThat(listed(old)).contains(id(old));
        }
    }

    /** No document says that KILL PROCESS waits until the process has stopped. */
    @Test
    void anEndTakesItsTime() throws Exception {
        processes().killTakes(SOON);
        try (Connection old = RIG.adb().connection();
                Connection looking = RIG.adb().connection()) {
            run(looking, "KILL PROCESS " + process(id(old)));
            assertThat(listed(looking)).contains(id(old));
            // One question only: the session may end between two.
            while (listed(looking, "SHOW PROCESSLIST").contains(id(old))) {
                Thread.sleep(20);
            }
            assertThatThrownBy(() -> run(old, "SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    /** "A client time-out does not prove the DDL failed": what was sent runs, though nobody waits for its answer. */
    @Test
    void aStatementRunsAfterItsClientIsGone() throws Exception {
        RIG.adb().faults().runsLaterBy(SOON);
        for (Fault fault : new Fault[] {Fault.RUNS_LATER, Fault.RUNS_LATER_UNSEEN}) {
            RIG.run("TRUNCATE TABLE shop.t");
            RIG.adb().faults().next(fault, 1);
            try (Connection looking = RIG.adb().connection();
                    Connection old = RIG.adb().connection()) {
                long id = id(old);
                assertThatThrownBy(() -> run(old, "REPLACE INTO shop.t (id) VALUES (1)"))
                        .hasMessageContaining("Communications link failure");
                assertThat(listed(looking).contains(id)).isEqualTo(fault == Fault.RUNS_LATER);
                RIG.adb().disconnectAll();
                assertThat(count()).isZero();
                while (count() == 0) {
                    Thread.sleep(20);
                }
            }
        }
    }

    /** Assumed: of a process that has ended nothing comes later. */
    @Test
    void aStatementWhoseProcessIsEndedDoesNotRunLater() throws Exception {
        RIG.adb().faults().runsLaterBy(SOON);
        RIG.adb().faults().next(Fault.RUNS_LATER, 1);
        try (Connection old = RIG.adb().connection()) {
            long id = id(old);
            assertThatThrownBy(() -> run(old, "REPLACE INTO shop.t (id) VALUES (1)"))
                    .isInstanceOf(SQLException.class);
            RIG.run("KILL PROCESS " + process(id));
        }
        Thread.sleep(2 * SOON.toMillis());
        assertThat(count()).isZero();
    }

    /** "A batch can be half applied": a query's rows and joined conditions too. */
    @Test
    void halfOfAQueryAndOfConditionsIsApplied() throws SQLException {
        RIG.run(
                "CREATE TABLE shop.p (a BIGINT NOT NULL, b BIGINT NOT NULL, PRIMARY KEY (a, b))",
                "REPLACE INTO shop.t (id) VALUES (1),(2),(3),(4)");
        RIG.adb().faults().next(Fault.HALF, 2);
        assertThatThrownBy(() -> RIG.run("INSERT INTO shop.p (a, b) SELECT id, id + 1 FROM shop.t"))
                .hasMessageContaining("stopped");
        assertThat(RIG.rows("SELECT a FROM shop.p")).hasSize(2);
        RIG.adb().faults().clear();
        RIG.run("TRUNCATE TABLE shop.p", "REPLACE INTO shop.p (a, b) VALUES (1, 1), (2, 2), (3, 3), (4, 4)");
        RIG.adb().faults().next(Fault.HALF, 1);
        assertThatThrownBy(
                        () -> RIG.run(
                                "DELETE FROM shop.p WHERE (a = 1 AND b = 1) OR (a = 2 AND b = 2) OR (a = 3 AND b = 3) OR (a = 4 AND b = 4)"))
                .hasMessageContaining("stopped");
        assertThat(RIG.rows("SELECT a FROM shop.p ORDER BY a")).hasToString("[[3], [4]]");
    }
}
