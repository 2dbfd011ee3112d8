package io.mysqlrelay.sink.mysql.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.Window;
import io.mysqlrelay.testkit.Seed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows in lanes: whatever part of one was committed, and however it is cut when it comes again, nothing changes. */
class RedeliveryIT {
    private static final String LOCKS = "SELECT object_name FROM performance_schema.metadata_locks"
            + " WHERE object_type = 'USER LEVEL LOCK' AND object_name LIKE 'mysql\\_relay:%'";

    private static final int CHANGES = 10_000;
    private static final int KILLS = 8;

    private static LaneServer server;

    @BeforeAll
    static void start() {
        server = new LaneServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static long seed(int offset) {
        return Seed.next("RedeliveryIT") + offset;
    }

    @Test
    void lanesAreUsed() throws Exception {
        RandomHistory history = new RandomHistory("used", new Random(seed(0)), 0);
        server.execute(RandomHistory.tables("used"));
        history.grow(3000);
        try (Target target = server.target("used.changes", 4)) {
            target.open();
            target.saveCheckpoint(LaneServer.checkpoint(0));
            target.apply(new Window(history.changes, false, LaneServer.checkpoint(3000)));
            assertThat(server.rows(LOCKS))
                    .as("locks of the session for rows, the one for statements, and three lanes")
                    .hasSize(5);
        }
        assertThat(server.tables("used")).isEqualTo(history.expected());
        assertThat(server.rows("SELECT next_offset, window_end FROM mysql_relay.checkpoint"
                        + " WHERE migration = 'used.changes'"))
                .containsExactly("3000,null");
    }

    @Test
    void anErrorInALaneIsNamedAndNothingOfTheWindowStays() throws Exception {
        RandomHistory history = new RandomHistory("wrong", new Random(seed(0)), 0);
        server.execute(RandomHistory.tables("wrong"));
        history.grow(1000);
        List<RowChange> changes = new ArrayList<>(history.changes);
        Object[] absent = {-1L, null, null, 1L};
        RowChange keyed = changes.stream()
                .filter(c -> c.shape().table().table().equals("keyed"))
                .findFirst()
                .orElseThrow();
        changes.add(
                500,
                new RowChange(
                        keyed.shape(), RowChange.Op.UPDATE, absent, new Object[] {-1L, null, null, 2L}, false, 60));
        try (Target target = server.target("wrong.changes", 4)) {
            target.open();
            target.saveCheckpoint(LaneServer.checkpoint(0));
            assertThatThrownBy(() -> target.apply(new Window(changes, false, LaneServer.checkpoint(1001))))
                    .isInstanceOfSatisfying(
                            RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_DIVERGED));
            assertThat(server.rows("SELECT * FROM wrong.keyed")).isEmpty();
        }
        try (Target target = server.target("wrong.changes", 4)) {
            target.open();
            assertThatThrownBy(() -> target.apply(new Window(changes, false, LaneServer.checkpoint(1001))))
                    .as("safe mode would have hidden it")
                    .isInstanceOf(RelayException.class);
            target.apply(new Window(history.changes, false, LaneServer.checkpoint(1001)));
        }
        assertThat(server.tables("wrong")).isEqualTo(history.expected());
    }

    @Test
    void aSuccessorEndsTheSessionsOfAllLanes() throws Exception {
        RandomHistory history = new RandomHistory("owned", new Random(seed(0)), 0);
        server.execute(RandomHistory.tables("owned"));
        history.grow(3000);
        try (Target paused = server.target("owned.changes", 4);
                Target successor = server.target("owned.changes", 4)) {
            paused.open();
            paused.saveCheckpoint(LaneServer.checkpoint(0));
            paused.apply(new Window(history.changes.subList(0, 1500), false, LaneServer.checkpoint(1500)));
            assertThat(server.rows(LOCKS)).hasSize(5);
            assertThat(successor.open().checkpoint().nextOffset()).isEqualTo(1500);
            assertThat(server.rows(LOCKS)).as("its own two").hasSize(2);
            Window next = new Window(history.changes.subList(1500, 3000), false, LaneServer.checkpoint(3000));
            assertThatThrownBy(() -> paused.apply(next)).isInstanceOf(TransientTargetException.class);
            successor.apply(next);
        }
        assertThat(server.tables("owned")).isEqualTo(history.expected());
    }

    /** Lanes are committed by another migration, which is what a crash before the last lane leaves behind. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void anyLanesThatWereCommittedAreRepeatedWithoutHarm(int offset) throws Exception {
        long seed = seed(offset);
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory("again", random, 20_000);
        server.execute(RandomHistory.tables("again"));
        String migration = "again.changes." + seed;
        int start = 500 + random.nextInt(3000);
        int end = start + 400 + random.nextInt(2000);
        history.grow(end + 1000);
        try (Target target = server.target(migration, 4)) {
            target.open();
            target.saveCheckpoint(LaneServer.checkpoint(0));
            target.apply(new Window(history.changes.subList(0, start), false, LaneServer.checkpoint(start)));
        }
        List<List<RowChange>> lanes;
        try (DmlSession session = server.session()) {
            TablePlans plans = new TablePlans(session, t -> false, t -> false, false);
            lanes = new ArrayList<>(Lanes.split(
                    history.changes.subList(start, end),
                    shape -> plans.of(shape).lanes(),
                    4));
        }
        lanes.remove(lanes.size() - 1);
        try (Target other = server.target(migration + ".lanes", 1)) {
            other.open();
            for (List<RowChange> lane : lanes) {
                if (random.nextBoolean()) {
                    other.apply(new Window(lane, false, LaneServer.checkpoint(1)));
                }
            }
        }
        server.execute(List.of(
                "UPDATE mysql_relay.checkpoint SET window_end = " + end + " WHERE migration = '" + migration + "'"));
        int reached = start;
        while (reached < history.changes.size()) {
            try (Target target = server.target(migration, 4)) {
                assertThat(target.open().checkpoint().nextOffset()).isEqualTo(reached);
                for (int i = random.nextInt(4); i >= 0 && reached < history.changes.size(); i--) {
                    int to = Math.min(history.changes.size(), reached + 1 + random.nextInt(900));
                    target.apply(new Window(history.changes.subList(reached, to), false, LaneServer.checkpoint(to)));
                    reached = to;
                }
            }
        }
        assertThat(server.tables("again")).as("seed %d", seed).isEqualTo(history.expected());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void sessionsThatAreKilledAtAnyMomentLoseNothing(int offset) throws Exception {
        long seed = seed(offset);
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory("killed", random, 20_000);
        server.execute(RandomHistory.tables("killed"));
        String migration = "killed.changes." + seed;
        history.grow(CHANGES);
        try (Target target = server.target(migration, 4)) {
            target.open();
            target.saveCheckpoint(LaneServer.checkpoint(0));
        }
        AtomicBoolean done = new AtomicBoolean();
        Thread killer = new Thread(() -> kill(migration, done, new Random(seed + 1)), "killer");
        killer.start();
        int reached = 0;
        int failures = 0;
        int inDoubt = 0;
        try {
            while (reached < history.changes.size()) {
                try (Target target = server.target(migration, 4)) {
                    reached = (int) target.open().checkpoint().nextOffset();
                    inDoubt += server.rows("SELECT 1 FROM mysql_relay.checkpoint WHERE migration = '" + migration
                                    + "' AND window_end > next_offset")
                            .size();
                    while (reached < history.changes.size()) {
                        int to = Math.min(history.changes.size(), reached + 1 + random.nextInt(1500));
                        target.apply(
                                new Window(history.changes.subList(reached, to), false, LaneServer.checkpoint(to)));
                        reached = to;
                    }
                } catch (TransientTargetException e) {
                    failures++;
                }
            }
        } finally {
            done.set(true);
            killer.join();
        }
        System.out.println(failures + " failures, " + inDoubt + " of them in the middle of a window");
        assertThat(server.tables("killed")).as("seed %d", seed).isEqualTo(history.expected());
    }

    /** Most kills wait for the note of a window in lanes, so that they come between it and the checkpoint. */
    private static void kill(String migration, AtomicBoolean done, Random random) {
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement()) {
            for (int left = KILLS; left > 0 && !done.get(); left--) {
                boolean anyMoment = random.nextInt(4) == 0;
                while (!anyMoment && !done.get() && !noted(statement, migration)) {
                    Thread.sleep(1);
                }
                Thread.sleep(random.nextInt(40));
                List<String> sessions = server.rows("SELECT processlist_id FROM performance_schema.metadata_locks l"
                        + " JOIN performance_schema.threads t ON t.thread_id = l.owner_thread_id"
                        + " WHERE object_type = 'USER LEVEL LOCK'");
                if (!sessions.isEmpty()) {
                    kill(statement, sessions.get(random.nextInt(sessions.size())));
                }
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean noted(Statement statement, String migration) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM mysql_relay.checkpoint WHERE migration = '"
                + migration + "' AND window_end > next_offset")) {
            return found.next();
        }
    }

    private static void kill(Statement statement, String session) throws SQLException {
        try {
            statement.execute("KILL " + session);
        } catch (SQLException e) {
            if (e.getErrorCode() != 1094) { // it has ended by itself
                throw e;
            }
        }
    }
}
