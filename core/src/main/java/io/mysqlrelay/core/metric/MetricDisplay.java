package io.mysqlrelay.core.metric;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Brings a task's metrics onto its worker's display, which may still hold those of an earlier instance. A predecessor that
 * Connect gave up waiting for keeps its metrics, under the same names, until it ends: that must not fail its successor.
 * Used by the task's thread.
 */
public final class MetricDisplay<M extends Metric> {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Deque<M> hidden;
    private final Consumer<M> add;
    private final BiConsumer<String, Throwable> warn;
    private final long againNanos;
    private Long tried;

    /**
     * @param add shows one metric; IllegalArgumentException when its name is taken
     * @param warn gets a message and its reason, or null
     */
    public MetricDisplay(Collection<M> metrics, Consumer<M> add, BiConsumer<String, Throwable> warn) {
        this(metrics, add, warn, AGAIN);
    }

    /** @param again the shortest time from one attempt to the next */
    public MetricDisplay(Collection<M> metrics, Consumer<M> add, BiConsumer<String, Throwable> warn, Duration again) {
        this.hidden = new ArrayDeque<>(metrics);
        this.add = add;
        this.warn = warn;
        this.againNanos = again.toNanos();
    }

    /** To be called when the task starts and with each of its records' batches: shows what is not shown yet. */
    public void show() {
        if (hidden.isEmpty() || (tried != null && System.nanoTime() - tried < againNanos)) {
            return;
        }
        boolean first = tried == null;
        tried = System.nanoTime();
        try {
            while (!hidden.isEmpty()) {
                add.accept(hidden.peek());
                hidden.remove();
            }
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            hidden.clear();
            warn.accept("This worker is older than Kafka 4.1 and shows no metrics of the task", e);
        } catch (IllegalArgumentException taken) {
            if (first) {
                warn.accept(
                        "The task's metrics are shown when an earlier instance of it on this worker has ended", null);
            }
        }
    }
}
