package io.mysqlrelay.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same work side by side. */
final class Workers {
    private Workers() {}

    /** What one of them does. */
    interface Work {
        void run(int worker) throws Exception;
    }

    /** Returns when all have ended; throws what one of them threw. */
    static void run(int count, Work work) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int worker = i;
                running.add(threads.submit(() -> {
                    work.run(worker);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a load ended early: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a load runs", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
