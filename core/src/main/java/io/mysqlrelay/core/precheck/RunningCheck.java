package io.mysqlrelay.core.precheck;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** One check on a thread of its own. */
final class RunningCheck implements Runnable {
    private final Check check;
    private final Semaphore places;
    private final CountDownLatch open;
    private final Thread thread;
    /** When it had a place; 0 before. Guarded by this, as all that follows. */
    private long begun;

    private long ended;
    private List<Finding> findings;

    private RunningCheck(Check check, Semaphore places, CountDownLatch open) {
        this.check = check;
        this.places = places;
        this.open = open;
        this.thread = new Thread(this, "precheck-" + check.kind().id());
        thread.setDaemon(true);
    }

    /**
     * @param places it waits for one before it begins
     * @param open counted down when it has a result
     */
    static RunningCheck start(Check check, Semaphore places, CountDownLatch open) {
        RunningCheck running = new RunningCheck(check, places, open);
        running.thread.start();
        return running;
    }

    @Override
    public void run() {
        places.acquireUninterruptibly();
        synchronized (this) {
            begun = System.nanoTime();
        }
        end(look());
    }

    private List<Finding> look() {
        try {
            return check.look().look();
        } catch (CouldNotTell e) {
            return List.of(e.finding());
        } catch (Exception | LinkageError | StackOverflowError e) {
            return List.of(Finding.unknown(
                    "the check itself broke: " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    "report this message; the other checks are not affected"));
        }
    }

    private synchronized void end(List<Finding> found) {
        if (findings == null) {
            findings = found;
            ended = System.nanoTime();
            places.release();
            open.countDown();
        }
    }

    /** Gives the check up when it has taken longer; its place goes to another, whatever its thread still does. */
    synchronized void expire(Duration limit) {
        if (findings == null && begun != 0 && System.nanoTime() - begun > limit.toNanos()) {
            end(List.of(Finding.unknown(
                    "no answer within " + limit.toSeconds() + " seconds", "try again when the server is less busy")));
            thread.interrupt();
        }
    }

    /** Only after its end. */
    synchronized List<CheckResult> results() {
        List<Finding> all = findings.isEmpty() ? List.of(Finding.passed("")) : findings;
        long millis = (ended - begun) / 1_000_000;
        return all.stream()
                .map(f -> new CheckResult(
                        check.kind(),
                        check.side(),
                        f.setting() == null ? check.setting() : f.setting(),
                        f,
                        false,
                        millis))
                .toList();
    }
}
