package io.mysqlrelay.source.debezium;

import io.mysqlrelay.source.topic.RunTicket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes now and then how far this run is, for a successor that finds another run's offset in Connect. Thread-safe. */
final class RunProgress implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final MigrationMemory memory;
    private final StoredOffset stored;
    private final long intervalNanos;
    /** At most one at a time, and none behind it: a later one says more. */
    private final ExecutorService notes = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
                Thread thread = new Thread(work, "relay-run-progress");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    /** 0 before the run has begun and after it is closed. */
    private volatile long generation;

    private volatile long last;

    RunProgress(MigrationMemory memory, StoredOffset stored) {
        this(memory, stored, INTERVAL);
    }

    /** @param interval the shortest time between two notes */
    RunProgress(MigrationMemory memory, StoredOffset stored, Duration interval) {
        this.memory = memory;
        this.stored = stored;
        this.intervalNanos = interval.toNanos();
    }

    /** Becomes the newest run. */
    RunTicket begin() {
        RunTicket ticket = memory.announce(stored.read());
        last = System.nanoTime();
        generation = ticket.generation();
        return ticket;
    }

    /**
     * Connect has stored offsets. Waits for nothing: one thread of the worker says so for all its tasks, and while Kafka
     * stalls, a note takes a minute and more.
     */
    void stored() {
        long run = generation;
        long now = System.nanoTime();
        if (run != 0 && now - last >= intervalNanos) {
            last = now;
            notes.execute(() -> note(run));
        }
    }

    private void note(long run) {
        try {
            memory.progress(run, stored.read());
        } catch (RuntimeException e) {
            if (generation != 0) {
                LOG.warn(
                        "The run's progress is not noted; a successor may have to read more again: {}", e.getMessage());
            }
        }
    }

    /** Ends a note that is being written. */
    @Override
    public void close() {
        generation = 0;
        notes.shutdown();
        memory.close();
    }
}
