package io.mysqlrelay.sink.apply;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Hands steps from the poll thread to the apply thread, in order. The last step may be open: the apply thread takes it
 * when it has nothing else to do, and until then the poll thread may take it back and make it larger. So an idle engine
 * applies at once, and a busy one gets full windows. Thread-safe.
 */
final class WorkQueue {
    /** Progress without a change costs a transaction of its own; nobody needs it more often. */
    private static final long PROGRESS_NANOS = Duration.ofSeconds(1).toNanos();

    private final Deque<Step> steps = new ArrayDeque<>();
    private Step open;
    private boolean openIsUrgent;
    private boolean running;
    private boolean closed;
    private long lastTaken = System.nanoTime() - PROGRESS_NANOS;

    synchronized void add(Step step) {
        steps.add(step);
        notifyAll();
    }

    /** @param urgent false for mere progress, which can wait a second for something better */
    synchronized void publish(Step step, boolean urgent) {
        open = step;
        openIsUrgent = urgent;
        notifyAll();
    }

    /** @return false if the apply thread has taken the open step, or there was none */
    synchronized boolean reclaim() {
        boolean mine = open != null;
        open = null;
        return mine;
    }

    /** @return the next step; null when the queue is closed */
    synchronized Step take() throws InterruptedException {
        running = false;
        while (!closed) {
            Step next = steps.poll();
            long wait = 0;
            if (next == null && open != null) {
                wait = openIsUrgent ? 0 : lastTaken + PROGRESS_NANOS - System.nanoTime();
                if (wait <= 0) {
                    next = open;
                    open = null;
                }
            }
            if (next != null) {
                running = true;
                lastTaken = System.nanoTime();
                return next;
            }
            wait(wait <= 0 ? 0 : wait / 1_000_000 + 1);
        }
        return null;
    }

    /** Waits, but not longer than the queue is open. */
    synchronized void pause(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = end - System.nanoTime(); !closed && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
    }

    /** @return true when the poll thread should stop reading: a whole step is waiting behind another one */
    synchronized boolean isBacklogged() {
        return steps.size() + (running ? 1 : 0) > 1;
    }

    /** @return true when the apply thread waits for work, and nothing waits for it but what can still be taken back */
    synchronized boolean isIdle() {
        return steps.isEmpty() && !running;
    }

    /** Drops what is queued; the step that is being carried out is not touched. */
    synchronized void close() {
        closed = true;
        steps.clear();
        open = null;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
