package io.mysqlrelay.it.faults;

import io.mysqlrelay.it.stage.Accounts;
import io.mysqlrelay.it.workload.Workload;
import io.mysqlrelay.testkit.adb.AdbFaults;
import io.mysqlrelay.testkit.network.TcpProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What breaks, and is whole again at the end of its strike; the migration need not have recovered then. */
public enum Fault {
    WORKER_KILLED((stack, workload, random) -> {
        stack.worker().kill();
        pause(random, 0, 1_000);
        stack.worker().start();
    }),
    /** Sometimes shorter and sometimes longer than its group waits for it. */
    WORKER_STOPPED((stack, workload, random) -> {
        stack.worker().pause();
        pause(random, 1_000, 2 * BreakableStack.MAX_POLL_INTERVAL_MILLIS);
        stack.worker().resume();
    }),
    /** An XA PREPARE that a crash interrupts may be in the binlog and not in the tables, before MySQL 8.0.30. */
    SOURCE_KILLED((stack, workload, random) -> {
        workload.betweenSteps(() -> stack.source().kill());
        pause(random, 0, 2_000);
        stack.source().start();
    }),
    TARGET_KILLED((stack, workload, random) -> {
        stack.target().kill();
        pause(random, 0, 2_000);
        stack.target().start();
    }),
    BROKER_KILLED((stack, workload, random) -> {
        stack.broker().kill();
        pause(random, 0, 2_000);
        stack.broker().start();
    }),
    SOURCE_RESTARTED((stack, workload, random) -> stack.source().restart()),
    TARGET_RESTARTED((stack, workload, random) -> stack.target().restart()),
    BROKER_RESTARTED((stack, workload, random) -> {
        stack.broker().stop();
        stack.broker().start();
    }),
    SOURCE_CONNECTIONS_KILLED((stack, workload, random) -> Connections.kill(stack.source(), Accounts.USER)),
    TARGET_CONNECTIONS_KILLED((stack, workload, random) -> Connections.kill(stack.target(), stack.targetUser())),
    SOURCE_NETWORK_PAUSED((stack, workload, random) -> pauseNetwork(stack.toSource(), random)),
    TARGET_NETWORK_PAUSED((stack, workload, random) -> pauseNetwork(stack.toTarget(), random)),
    BROKER_NETWORK_PAUSED((stack, workload, random) -> pauseNetwork(stack.toBroker(), random)),
    CONNECTIONS_CUT((stack, workload, random) ->
            List.of(stack.toSource(), stack.toTarget(), stack.toBroker()).forEach(TcpProxy::cut)),
    TARGET_READ_ONLY(Of.MYSQL, (stack, workload, random) -> {
        stack.target().execute("SET GLOBAL super_read_only = ON");
        pause(random, 500, 4_000);
        stack.target().execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
    }),
    TARGET_DISK_FULL(Of.MYSQL, (stack, workload, random) -> {
        Tablespace.fill(stack.target());
        pause(random, 1_000, 4_000);
        Tablespace.free(stack.target());
    }),
    /** Its disk is full, for instance. */
    CLUSTER_LOCKED(Of.ANALYTICDB, (stack, workload, random) -> {
        stack.adb().faults().readOnly(true);
        pause(random, 500, 4_000);
        stack.adb().faults().readOnly(false);
    }),
    BACKUP(Of.ANALYTICDB, (stack, workload, random) -> {
        stack.adb().faults().backup(true);
        pause(random, 500, 4_000);
        stack.adb().faults().backup(false);
    }),
    MINOR_UPGRADE(Of.ANALYTICDB, (stack, workload, random) -> stack.adb().disconnectAll()),
    STATEMENTS_LOST(
            Of.ANALYTICDB,
            (stack, workload, random) ->
                    stack.adb().faults().next(AdbFaults.Fault.DISCONNECT_BEFORE, 1 + random.nextInt(4))),
    ANSWERS_LOST(
            Of.ANALYTICDB,
            (stack, workload, random) ->
                    stack.adb().faults().next(AdbFaults.Fault.DISCONNECT_AFTER, 1 + random.nextInt(4))),
    /** Sooner than the sink's socket timeout, as is assumed of a cluster. */
    STATEMENTS_RUN_LATER(Of.ANALYTICDB, (stack, workload, random) -> {
        stack.adb().faults().runsLaterBy(Duration.ofMillis(random.nextInt(BreakableStack.LATEST_MILLIS)));
        stack.adb()
                .faults()
                .next(
                        random.nextBoolean() ? AdbFaults.Fault.RUNS_LATER : AdbFaults.Fault.RUNS_LATER_UNSEEN,
                        1 + random.nextInt(3));
    }),
    /** Of statements about rows; those about tables are whole or not at all. */
    BATCHES_HALF_APPLIED(
            Of.ANALYTICDB,
            (stack, workload, random) -> stack.adb()
                    .faults()
                    .next(
                            AdbFaults.Fault.HALF,
                            1 + random.nextInt(8),
                            sql -> sql.startsWith("REPLACE") || sql.startsWith("DELETE"))),
    CLUSTER_BUSY(Of.ANALYTICDB, (stack, workload, random) -> {
        stack.adb().faults().truncateBusy(1 + random.nextInt(3));
        stack.adb().faults().next(AdbFaults.Fault.BUSY, 1 + random.nextInt(6));
    });

    /** At which targets it can happen. */
    private enum Of {
        ALL,
        MYSQL,
        ANALYTICDB
    }

    @FunctionalInterface
    private interface Strike {
        void strike(BreakableStack stack, Workload workload, Random random) throws InterruptedException;
    }

    @SuppressWarnings("ImmutableEnumChecker") // a function that holds nothing
    private final Strike strike;

    private final Of of;

    Fault(Strike strike) {
        this(Of.ALL, strike);
    }

    Fault(Of of, Strike strike) {
        this.of = of;
        this.strike = strike;
    }

    /**
     * @param of names of the only ones that are wanted, separated by commas; empty for all
     * @return faults in random order, each as often as any other, or once more
     */
    public static List<Fault> deal(int count, Random random, String of) {
        return deal(count, random, of, Of.MYSQL);
    }

    /** The same for AnalyticDB. */
    public static List<Fault> dealForAnalyticDb(int count, Random random, String of) {
        return deal(count, random, of, Of.ANALYTICDB);
    }

    private static List<Fault> deal(int count, Random random, String of, Of target) {
        List<Fault> wanted = (of.isBlank()
                        ? Arrays.stream(values())
                        : Arrays.stream(of.split(",")).map(Fault::valueOf))
                .filter(fault -> fault.of == Of.ALL || fault.of == target)
                .toList();
        List<Fault> dealt = new ArrayList<>();
        while (dealt.size() < count) {
            List<Fault> round = new ArrayList<>(wanted);
            Collections.shuffle(round, random);
            dealt.addAll(round);
        }
        return dealt.subList(0, count);
    }

    /**
     * The fault from its begin to its end.
     *
     * @param workload writes to the stack's source
     * @param random decides how long it lasts
     */
    public void strike(BreakableStack stack, Workload workload, Random random) throws InterruptedException {
        strike.strike(stack, workload, random);
    }

    private static void pauseNetwork(TcpProxy network, Random random) throws InterruptedException {
        network.pause();
        pause(random, BreakableStack.MAX_POLL_INTERVAL_MILLIS + 1_000, BreakableStack.MAX_POLL_INTERVAL_MILLIS + 2_000);
        network.resume();
    }

    private static void pause(Random random, int fromMillis, int toMillis) throws InterruptedException {
        Thread.sleep(fromMillis + random.nextInt(toMillis - fromMillis));
    }
}
