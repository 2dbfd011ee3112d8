package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.topic.RunTicket;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes now and then how far this run is, for a successor that finds another run's offset in Connect. Thread-safe. */
final class RunProgress implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final MigrationMemory memory;
    private final StoredOffset stored;
    private long generation;
    private long last;

    RunProgress(MigrationMemory memory, StoredOffset stored) {
        this.memory = memory;
        this.stored = stored;
    }

    /** Becomes the newest run. */
    synchronized RunTicket begin() {
        RunTicket ticket = memory.announce(stored.read());
        generation = ticket.generation();
        last = System.nanoTime();
        return ticket;
    }

    /** Connect has stored offsets. */
    synchronized void stored() {
        long now = System.nanoTime();
        if (generation == 0 || now - last < INTERVAL_NANOS) {
            return;
        }
        last = now;
        try {
            memory.progress(generation, stored.read());
        } catch (RelayException e) {
            LOG.warn("The run's progress is not noted; a successor may have to read more again: {}", e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        generation = 0;
        memory.close();
    }
}
