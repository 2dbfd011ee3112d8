package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.cluster;
import static io.mysqlrelay.sink.adb.TargetHarness.rows;
import static io.mysqlrelay.sink.adb.TargetHarness.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.testkit.adb.AdbFaults.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnershipIT {
    private static final Map<String, String> SETTINGS = Map.of("adb.socket.timeout.seconds", "1");
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final List<AnalyticDbTarget> opened = new ArrayList<>();

    @BeforeEach
    void prepare() throws Exception {
        cluster().faults().clear();
        sql("CREATE DATABASE IF NOT EXISTS mysql_relay");
        for (String table : rows("SHOW TABLES FROM mysql_relay")) {
            sql("DROP TABLE IF EXISTS mysql_relay." + table);
        }
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
}
