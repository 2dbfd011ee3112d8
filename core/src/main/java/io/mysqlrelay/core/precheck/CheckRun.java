package io.mysqlrelay.core.precheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes checks side by side. None can spoil another: one that breaks or takes too long becomes a result that says so, and
 * what it left running is not waited for.
 */
public final class CheckRun {
    /** Enough to hide the waiting for two servers and a broker; each may cost a session. */
    private static final int SIDE_BY_SIDE = 4;

    private final Duration limit;
    private final Ignored ignored;

    /** @param limit for each check, from its beginning */
    public CheckRun(Duration limit, Ignored ignored) {
        this.limit = limit;
        this.ignored = ignored;
    }

    /**
     * @return every check's results; never throws for what it finds
     * @throws InterruptedException if the caller is interrupted; what runs is left to itself
     */
    public Report run(List<Check> checks) throws InterruptedException {
        Semaphore places = new Semaphore(SIDE_BY_SIDE);
        CountDownLatch open = new CountDownLatch(checks.size());
        List<RunningCheck> running = checks.stream()
                .map(check -> RunningCheck.start(check, places, open))
                .toList();
        while (!open.await(50, TimeUnit.MILLISECONDS)) {
            running.forEach(one -> one.expire(limit));
        }
        List<CheckResult> results = new ArrayList<>();
        for (RunningCheck one : running) {
            one.results().forEach(result -> results.addAll(ignored.apply(result)));
        }
        return new Report(results);
    }
}
