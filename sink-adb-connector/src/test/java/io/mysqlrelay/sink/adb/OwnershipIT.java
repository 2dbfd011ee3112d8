package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.cluster;
import static io.mysqlrelay.sink.adb.TargetHarness.column;
import static io.mysqlrelay.sink.adb.TargetHarness.insert;
import static io.mysqlrelay.sink.adb.TargetHarness.row;
import static io.mysqlrelay.sink.adb.TargetHarness.rows;
import static io.mysqlrelay.sink.adb.TargetHarness.schema;
import static io.mysqlrelay.sink.adb.TargetHarness.shape;
import static io.mysqlrelay.sink.adb.TargetHarness.update;
import static io.mysqlrelay.sink.adb.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.testkit.adb.AdbFaults.Fault;
import io.mysqlrelay.testkit.adb.AdbProcesses.Kill;
import io.mysqlrelay.testkit.adb.AdbProcesses.Listing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OwnershipIT {
    private static final Map<String, String> SETTINGS = Map.of("adb.socket.timeout.seconds", "1");
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    /** Soon enough to be over when a successor has waited for the time-out. */
    private static final Duration LATE = Duration.ofMillis(700);

    private static final RowShape T = shape("ow", "t", column("id", ValueType.INTEGER), column("v", ValueType.STRING));

    private final List<AnalyticDbTarget> opened = new ArrayList<>();

    @BeforeEach
    void prepare() throws Exception {
        TargetHarness.empty("ow", "mysql_relay");
    }

    @AfterEach
    void close() {
        cluster().faults().clear();
        opened.forEach(AnalyticDbTarget::close);
    }

    private AnalyticDbTarget open(Epoch task) throws TransientTargetException {
        AnalyticDbTarget target = TargetHarness.target("owned", task, SETTINGS);
        opened.add(target);
        target.open();
        return target;
    }

    private Duration opening(Epoch task) throws TransientTargetException {
        long from = System.nanoTime();
        open(task);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DISCONNECT_BEFORE", "DISCONNECT_AFTER"})
    void aTaskThatLosesItsConnectionWhileItOpensIsItsOwnSuccessor(Fault fault) throws Exception {
        open(new Epoch()).close();
        for (String table : List.of("`owner`", "`sessions`")) {
            Epoch task = new Epoch();
            for (int i = 0; i < 2; i++) {
                cluster().faults().next(fault, 1, s -> s.startsWith("REPLACE") && s.contains(table));
                assertThatThrownBy(() -> open(task)).isInstanceOf(TransientTargetException.class);
            }
            AnalyticDbTarget target = open(task);
            target.saveCheckpoint(TargetHarness.checkpoint());
            target.close();
        }
    }

    @Test
    void aTaskThatWasReplacedBeforeItEverOwnedDoesNotComeBack() throws Exception {
        Epoch task = new Epoch();
        cluster().faults().next(Fault.DISCONNECT_AFTER, 1, s -> s.startsWith("REPLACE") && s.contains("`owner`"));
        assertThatThrownBy(() -> open(task)).isInstanceOf(TransientTargetException.class);
        open(new Epoch());
        assertThatThrownBy(() -> open(task)).hasMessageContaining("RELAY-4020");
    }

    @Test
    void whatWasSentAndNotAnsweredIsWaitedFor() throws Exception {
        Epoch task = new Epoch();
        AnalyticDbTarget target = open(task);
        cluster().faults().next(Fault.DISCONNECT_BEFORE, 1, s -> s.contains("`checkpoint`"));
        assertThatThrownBy(() -> target.saveCheckpoint(TargetHarness.checkpoint()))
                .isInstanceOf(TransientTargetException.class);
        target.close();
        assertThat(opening(task)).isGreaterThan(TIMEOUT);
    }

    @Test
    void whatWasAnsweredIsNotWaitedFor() throws Exception {
        Epoch task = new Epoch();
        AnalyticDbTarget target = open(task);
        cluster().faults().next(Fault.BUSY, 1, s -> s.contains("`checkpoint`"));
        assertThatThrownBy(() -> target.saveCheckpoint(TargetHarness.checkpoint()))
                .isInstanceOf(TransientTargetException.class);
        target.close();
        assertThat(rows("SELECT * FROM mysql_relay.sessions")).isEmpty();
        open(task);
    }

    private AnalyticDbTarget owningRows(Epoch task) throws Exception {
        AnalyticDbTarget target = open(task);
        target.execute(schema("ow", "CREATE TABLE t (id int primary key, v varchar(20))"), TargetHarness.checkpoint());
        target.apply(window(insert(T, 1L, "first")));
        return target;
    }

    /** docs/analyticdb.md, "What is assumed": whatever the cluster shows and lets be ended, nothing arrives after the wait. */
    @ParameterizedTest
    @CsvSource({
        "ALL, ENDS_SESSION, RUNS_LATER_UNSEEN",
        "ALL, ENDS_STATEMENT, RUNS_LATER",
        "OWN_NODE, ENDS_SESSION, RUNS_LATER_UNSEEN",
        "OWN_NODE, REFUSED, RUNS_LATER",
        "REFUSED, REFUSED, RUNS_LATER"
    })
    void whatRunsLateIsOverBeforeTheSuccessorBegins(Listing listing, Kill kill, Fault fault) throws Exception {
        AnalyticDbTarget old = owningRows(new Epoch());
        cluster().faults().processes().listing(listing);
        cluster().faults().processes().kill(kill);
        cluster().faults().runsLaterBy(LATE);
        cluster().faults().next(fault, 1, s -> s.contains("`ow`"));
        long sent = System.nanoTime();
        assertThatThrownBy(() -> old.apply(window(update(T, row(1L, "first"), row(1L, "late")))))
                .isInstanceOf(TransientTargetException.class);
        old.close();
        AnalyticDbTarget successor = open(new Epoch());
        successor.apply(window(update(T, row(1L, "first"), row(1L, "last"))));
        Duration since = Duration.ofNanos(System.nanoTime() - sent);
        Thread.sleep(Math.max(0, LATE.plusMillis(300).minus(since).toMillis()));
        assertThat(rows("SELECT v FROM ow.t")).containsExactly("last");
    }

    @Test
    void aSessionThatEndsLateIsWaitedForFromItsEndOn() throws Exception {
        open(new Epoch());
        Duration late = TIMEOUT.plusMillis(500);
        cluster().faults().processes().killTakes(late);
        // The last look at which it was listed was a little before its end.
        assertThat(opening(new Epoch())).isGreaterThan(late.plus(TIMEOUT).minusMillis(300));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kill.class,
            names = {"ENDS_STATEMENT", "REFUSED"})
    void aSessionThatDoesNotEndKeepsItsSuccessorOut(Kill kill) throws Exception {
        AnalyticDbTarget old = open(new Epoch());
        cluster().faults().processes().kill(kill);
        Epoch successor = new Epoch();
        assertThatThrownBy(() -> open(successor))
                .isInstanceOf(TransientTargetException.class)
                .hasMessageContaining("RELAY-4022")
                .hasMessageContaining("SHOW PROCESSLIST");
        assertThatThrownBy(() -> old.saveCheckpoint(TargetHarness.checkpoint())).hasMessageContaining("RELAY-4020");
        old.close();
        open(successor).saveCheckpoint(TargetHarness.checkpoint());
    }

    @Test
    void whatAnOpeningForgetsLateIsNotTheNextOne() throws Exception {
        Epoch task = new Epoch();
        AnalyticDbTarget first = open(task);
        cluster().faults().next(Fault.DISCONNECT_BEFORE, 1, s -> s.contains("`checkpoint`"));
        assertThatThrownBy(() -> first.saveCheckpoint(TargetHarness.checkpoint()))
                .isInstanceOf(TransientTargetException.class);
        first.close();
        cluster().faults().runsLaterBy(LATE);
        cluster().faults().next(Fault.RUNS_LATER_UNSEEN, 1, s -> s.startsWith("DELETE") && s.contains("`sessions`"));
        assertThatThrownBy(() -> open(task)).isInstanceOf(TransientTargetException.class);
        open(task);
        assertThat(rows("SELECT holder FROM mysql_relay.sessions")).hasSize(2);
    }

    @Test
    void anOwnerWhoseBeginningArrivesLateIsNoSuccessor() throws Exception {
        cluster().faults().runsLaterBy(LATE);
        cluster().faults().next(Fault.RUNS_LATER_UNSEEN, 1, s -> s.startsWith("REPLACE") && s.contains("`owner`"));
        assertThatThrownBy(() -> open(new Epoch())).isInstanceOf(TransientTargetException.class);
        AnalyticDbTarget target = open(new Epoch());
        target.saveCheckpoint(TargetHarness.checkpoint());
        assertThat(rows("SELECT epoch FROM mysql_relay.owner")).containsExactly("2");
    }
}
