package io.mysqlrelay.sink.apply;

import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.meter.ApplyMeter;
import io.mysqlrelay.sink.order.MigrationPhases;
import io.mysqlrelay.sink.order.SnapshotSkips;
import io.mysqlrelay.sink.order.StreamCursor;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.SavedState;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.sink.topic.TopicLog;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The time in which the task owns the change topic's partition. Starts with the partition paused: the apply thread opens
 * the target, which can take long, and only then the consumer is moved to the checkpoint's offset and let go. All methods
 * are called on the poll thread.
 */
public final class ApplySession {
    private static final Logger LOG = LoggerFactory.getLogger(ApplySession.class);
    /** A running window usually ends in it; longer, and a worker would give the task up. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** An aborted connection ends every call in much less. */
    private static final Duration ABORT = Duration.ofSeconds(30);

    private static final long MIN_WAIT_MILLIS = 2;
    /** Longer, and the apply thread could run dry before the consumer is let go again. */
    private static final long MAX_WAIT_MILLIS = 25;

    private final SinkTaskContext context;
    private final TopicPartition partition;
    private final EngineSettings settings;
    private final WorkQueue queue = new WorkQueue();
    private final RetryPolicy policy;
    private final DeadLetters letters;
    private final ApplyMeter meter;
    private final ApplyLoop loop;
    private final Thread thread;

    /** Null until the target is open. */
    private Intake intake;

    private boolean delivered;
    private boolean paused;
    private long waitMillis = MIN_WAIT_MILLIS;

    /**
     * @param meter is told what is done, also by the targets
     * @param letters takes changes that the target refuses
     * @param targets gives a new target, not connected yet; called on the apply thread
     * @param topicLogs gives access to the topic's state; called on the apply thread
     */
    public ApplySession(
            SinkTaskContext context,
            TopicPartition partition,
            EngineSettings settings,
            RetryPolicy policy,
            ApplyMeter meter,
            DeadLetters letters,
            Supplier<Target> targets,
            Supplier<TopicLog> topicLogs) {
        this.context = context;
        this.partition = partition;
        this.settings = settings;
        this.policy = policy;
        this.letters = letters;
        this.meter = meter;
        this.loop = new ApplyLoop(targets, topicLogs, queue, policy, meter);
        Map<String, String> mdc = MDC.getCopyOfContextMap();
        this.thread = new Thread(
                () -> {
                    if (mdc != null) {
                        MDC.setContextMap(mdc); // Connect's connector.context stands in every log line
                    }
                    loop.run();
                },
                "relay-apply-" + partition);
        thread.setDaemon(true);
    }

    /** Pauses the partition and starts to open the target. */
    public void start() {
        pause();
        thread.start();
    }

    /** After a repeated assignment of the same partition: reading continues behind what was taken in. */
    public void reassigned() {
        if (intake != null) {
            context.offset(partition, intake.nextOffset());
        }
    }

    /**
     * Takes records in; also to be called without any, since it lets the consumer go on.
     *
     * @throws ConnectException if the session has failed; it must then be closed
     */
    public void put(Collection<SinkRecord> records) {
        if (loop.failure() != null) {
            throw new ConnectException(loop.failure().getMessage(), loop.failure());
        }
        if (!thread.isAlive()) {
            throw new ConnectException("the apply thread has died; the worker's log says why");
        }
        if (intake != null) {
            delivered |= !records.isEmpty();
            intake.take(records);
            intake.checkLoss();
            balance();
        } else if (loop.start() != null) {
            // Records that came before the consumer is moved are dropped here and read again after it.
            begin(loop.start());
        } else {
            waitSoon();
        }
    }

    private void begin(SavedState saved) {
        StreamCursor cursor = new StreamCursor(saved.checkpoint());
        Planner planner = new Planner(
                cursor,
                new MigrationPhases(saved.migration()),
                new SnapshotSkips(saved.skipUntil()),
                queue,
                () -> new WindowBuilder(settings.windowRows(), settings.windowBytes(), letters),
                settings.wholeTransactions() ? new TransactionBounds(settings.transactionBytes()) : null,
                meter);
        intake = new Intake(cursor, planner, queue, loop::verifyTopic, policy.missingRecords(), letters);
        context.offset(partition, cursor.nextOffset());
        resume();
    }

    /** Never waits in put: a consumer that does not poll loses its partition. */
    private void balance() {
        if (!queue.isBacklogged()) {
            resume();
        } else {
            pause();
        }
    }

    private void pause() {
        if (!paused) {
            context.pause(partition);
            paused = true;
            waitMillis = MIN_WAIT_MILLIS;
        }
        waitSoon();
    }

    private void resume() {
        if (paused) {
            context.resume(partition);
            paused = false;
        }
    }

    /** A paused consumer would otherwise sleep until the next offset commit, up to a minute. */
    private void waitSoon() {
        context.timeout(waitMillis);
        waitMillis = Math.min(waitMillis * 2, MAX_WAIT_MILLIS);
    }

    /** @return the offset that Connect may commit: what the target holds, and only once this session has read something */
    public OptionalLong committable() {
        Checkpoint durable = loop.durable();
        return delivered && durable != null ? OptionalLong.of(durable.nextOffset()) : OptionalLong.empty();
    }

    /** Ends the session. Nothing is applied after it returns: what runs is let finish shortly, then aborted. */
    public void close() {
        queue.close();
        boolean interrupted = !joined(GRACE);
        if (thread.isAlive()) {
            LOG.info("Aborting the running work on the target; it will be repeated or found done at the next start");
            loop.abort();
            thread.interrupt();
            interrupted |= !joined(ABORT);
        }
        if (thread.isAlive()) {
            LOG.error("The apply thread does not end; the next task takes the target over from it");
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Checkpoint durable = loop.durable();
        LOG.info(
                "Session of {} ends at offset {}: {}",
                partition,
                durable == null ? "none" : durable.nextOffset(),
                intake == null ? "nothing read" : intake.counters());
    }

    /** @return false if this thread was interrupted while it waited */
    private boolean joined(Duration limit) {
        try {
            thread.join(limit.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
