package io.mysqlrelay.testkit.adb;

import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.rules.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** What goes wrong on demand. Thread-safe; takes effect with the next statement of any session. */
public final class AdbFaults {
    private final List<Pending> pending = new ArrayList<>();
    private boolean readOnly;
    private boolean backup;
    private Duration sleep = Duration.ZERO;
    private Duration late = Duration.ofSeconds(1);
    private final AdbProcesses processes;

    AdbFaults(AdbProcesses processes) {
        this.processes = processes;
    }

    /** Who sees and ends whose sessions. */
    public AdbProcesses processes() {
        return processes;
    }

    /** What happens to a statement. */
    public enum Fault {
        /** Refused as while a backup or a BUILD task runs. */
        BUSY,
        /** The connection is cut, and the statement has not run. */
        DISCONNECT_BEFORE,
        /** The statement has run; the connection is cut before its answer. */
        DISCONNECT_AFTER,
        /** "A batch can be half applied": the first half of its rows or IN list, then an error. Of one row nothing runs. */
        HALF,
        /**
         * The connection is cut, and the statement runs in the cluster some time later: "a client time-out does not prove the
         * DDL failed". Until it has, its session is listed where sessions are, and its end is the statement's end.
         */
        RUNS_LATER,
        /** The same, and its session is gone at once: nothing shows that the statement is still under way. */
        RUNS_LATER_UNSEEN
    }

    private static final class Pending {
        private final Fault fault;
        private final Predicate<String> statement;
        private int times;

        Pending(Fault fault, Predicate<String> statement, int times) {
            this.fault = fault;
            this.statement = statement;
            this.times = times;
        }
    }

    /**
     * Lets something happen to the next statements that change rows or tables.
     *
     * @param times how many of them
     * @param statement which, by their text as received, a character per byte
     */
    public synchronized void next(Fault fault, int times, Predicate<String> statement) {
        pending.add(new Pending(fault, statement, times));
    }

    public void next(Fault fault, int times) {
        next(fault, times, any -> true);
    }

    /** "TRUNCATE: error while a backup or a BUILD task runs", for the next ones. */
    public void truncateBusy(int times) {
        next(Fault.BUSY, times, sql -> sql.strip().regionMatches(true, 0, "TRUNCATE", 0, 8));
    }

    /** "The cluster is locked and refuses writes", because its disk is full for instance. Reading goes on. */
    public synchronized void readOnly(boolean on) {
        readOnly = on;
    }

    /** "Backups of ADB break DTS tasks": while one runs, nothing can be changed. */
    public synchronized void backup(boolean on) {
        backup = on;
    }

    /** Every statement waits so long before it is run. */
    public synchronized void sleepBeforeAnswer(Duration time) {
        sleep = time;
    }

    /** How much later a statement runs with {@link Fault#RUNS_LATER}. */
    public synchronized void runsLaterBy(Duration time) {
        late = time;
    }

    synchronized Duration late() {
        return late;
    }

    /** Everything is well again. What is to run later still does. */
    public synchronized void clear() {
        pending.clear();
        readOnly = false;
        backup = false;
        sleep = Duration.ZERO;
        late = Duration.ofSeconds(1);
        processes.clear();
    }

    /** @return what happens to this statement, or null */
    Fault take(Plan plan, String sql) throws InterruptedException {
        Thread.sleep(sleep().toMillis());
        synchronized (this) {
            if (!plan.kind().isChange()) {
                return null;
            }
            if (readOnly) {
                throw AdbError.refused("not allowed in readonly mode");
            }
            if (backup) {
                throw busy();
            }
            for (Iterator<Pending> all = pending.iterator(); all.hasNext(); ) {
                Pending one = all.next();
                if (one.statement.test(sql)) {
                    one.times--;
                    if (one.times <= 0) {
                        all.remove();
                    }
                    if (one.fault == Fault.BUSY) {
                        throw busy();
                    }
                    return one.fault;
                }
            }
            return null;
        }
    }

    private synchronized Duration sleep() {
        return sleep;
    }

    private static AdbError busy() {
        return AdbError.refused("Resource busy");
    }
}
