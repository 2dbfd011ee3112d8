package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.meter.ApplyMeter;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.SavedState;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.topic.TopicLog;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The apply thread's work: opens the target, checks the topic against its checkpoint, then carries out the queue's steps.
 * After a transient failure it opens a new target and learns from the checkpoint found there whether the step in flight
 * has happened. Ends when the queue is closed, or with a {@link #failure}.
 */
final class ApplyLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ApplyLoop.class);

    private final Supplier<Target> targets;
    private final Supplier<TopicLog> topicLogs;
    private final WorkQueue queue;
    private final RetryPolicy policy;
    private final ApplyMeter meter;
    private final TopicWatch watch;

    private volatile Target target;
    private volatile TopicLog topic;
    private volatile SavedState start;
    private volatile Checkpoint durable;
    private volatile RelayException failure;

    /** Non-null from the first failure to the next success of a step. */
    private Outage outage;

    /** @param targets gives a new target, not connected yet, for the start and after each outage */
    ApplyLoop(
            Supplier<Target> targets,
            Supplier<TopicLog> topicLogs,
            WorkQueue queue,
            RetryPolicy policy,
            ApplyMeter meter) {
        this.targets = targets;
        this.topicLogs = topicLogs;
        this.queue = queue;
        this.policy = policy;
        this.meter = meter;
        this.watch = new TopicWatch(queue, policy);
    }

    /** @return what the target remembered, its checkpoint made complete; null until the target is open and fits the topic */
    SavedState start() {
        return start;
    }

    /** @return the last checkpoint that the target is known to hold; null when none */
    Checkpoint durable() {
        return durable;
    }

    /** @return why the loop ended; null while it runs, and after it was closed */
    RelayException failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            begin();
            for (Step step = queue.take(); step != null; step = queue.take()) {
                perform(step);
            }
        } catch (RelayException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new RelayException(ErrorCode.APPLY_FAILED, "the apply thread was interrupted", e));
        } catch (ConfigException e) {
            // A config provider gave this worker another value than the one that was validated, or none.
            fail(new RelayException(ErrorCode.SETTINGS_INVALID, e.getMessage(), e));
        } catch (RuntimeException e) {
            fail(new RelayException(ErrorCode.APPLY_FAILED, "the apply thread met " + e, e));
        } finally {
            abort();
        }
    }

    private void fail(RelayException e) {
        // A call that was aborted by close() fails in any way it likes; nobody waits for its result any more.
        if (!queue.isClosed()) {
            failure = e;
        }
    }

    /** Ends the running call, from any thread. Call only after the queue is closed or the loop is at its end. */
    void abort() {
        Target open = target;
        if (open != null) {
            open.close();
        }
        TopicLog log = topic;
        if (log != null) {
            log.close();
        }
    }

    /** Asks Kafka whether the topic is still the one whose offsets are counted. Apply thread only. */
    void verifyTopic(Checkpoint place) {
        watch.read(topic).requireHolds(place.topicId(), place.nextOffset());
    }

    private void begin() throws InterruptedException {
        SavedState saved = open();
        if (saved == null) {
            return;
        }
        recovered("opening the target");
        topic = topicLogs.get();
        Checkpoint from = watch.read(topic).startFrom(saved.checkpoint());
        durable = saved.checkpoint();
        LOG.info(
                "Target open in phase {}, continuing at offset {}",
                saved.migration().phase(),
                from.nextOffset());
        start = new SavedState(from, saved.migration(), saved.skipUntil());
    }

    /** @return null if the queue was closed meanwhile */
    private SavedState open() throws InterruptedException {
        while (!queue.isClosed()) {
            target = targets.get();
            // Looked at again after the field is set: close() closes the queue first and then the target it sees.
            if (queue.isClosed()) {
                return null;
            }
            try {
                SavedState saved = target.open();
                meter.opened(saved);
                return saved;
            } catch (TransientTargetException e) {
                target.close();
                waitAfter(e);
            }
        }
        return null;
    }

    private void perform(Step step) throws InterruptedException {
        long began = System.nanoTime();
        while (!queue.isClosed()) {
            try {
                meter.attempt();
                step.action().on(target);
                done(step, began);
                return;
            } catch (TransientTargetException e) {
                target.close();
                waitAfter(e);
                SavedState found = open();
                if (found == null || happened(step, found.checkpoint())) {
                    done(step, began);
                    return;
                }
            }
        }
    }

    private boolean happened(Step step, Checkpoint found) {
        // A step that stores the checkpoint it started from leaves no trace there; it is harmless to repeat.
        if (samePlace(found, durable)) {
            return false;
        }
        if (step.after() != null && samePlace(found, step.after())) {
            return true;
        }
        throw new RelayException(
                ErrorCode.CHECKPOINT_MOVED,
                "the target's checkpoint is at offset " + (found == null ? "none" : found.nextOffset())
                        + ", this task left it at " + (durable == null ? "none" : durable.nextOffset()));
    }

    private static boolean samePlace(Checkpoint a, Checkpoint b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.topicId().equals(b.topicId())
                && a.nextOffset() == b.nextOffset()
                && Objects.equals(a.run(), b.run())
                && a.seq() == b.seq();
    }

    private void done(Step step, long began) {
        if (queue.isClosed()) {
            return;
        }
        recovered(step.what());
        meter.done(step.changes(), step.after());
        if (step.after() != null) {
            durable = step.after();
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        if (step.announced()) {
            LOG.info("Done in {} ms: {}", millis, step.what());
        } else {
            LOG.debug("Done in {} ms: {}", millis, step.what());
        }
    }

    private void waitAfter(TransientTargetException e) throws InterruptedException {
        if (queue.isClosed()) {
            return;
        }
        if (outage == null) {
            outage = new Outage(policy, System::nanoTime);
            LOG.warn("The target fails, trying again: {}", e.getMessage());
        }
        meter.failed();
        queue.pause(outage.next(e));
    }

    private void recovered(String what) {
        if (outage != null) {
            LOG.info(
                    "The target is back after {} attempts in {} s, with: {}",
                    outage.attempts(),
                    outage.lasted().toSeconds(),
                    what);
            outage = null;
            meter.recovered();
        }
    }
}
