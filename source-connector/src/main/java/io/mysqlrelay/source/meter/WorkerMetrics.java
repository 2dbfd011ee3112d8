package io.mysqlrelay.source.meter;

import io.mysqlrelay.core.metric.SourceMetric;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a task's metrics through its worker, which removes them when the task ends. Used by the task's thread. */
public final class WorkerMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final SourceTaskContext context;
    private final SourceMeter meter;
    private final Set<SourceMetric> hidden = EnumSet.allOf(SourceMetric.class);
    private final long againNanos;
    private Long tried;

    public WorkerMetrics(SourceTaskContext context, SourceMeter meter) {
        this(context, meter, AGAIN);
    }

    WorkerMetrics(SourceTaskContext context, SourceMeter meter, Duration again) {
        this.context = context;
        this.meter = meter;
        this.againNanos = again.toNanos();
    }

    /**
     * To be called when the task starts and with each of its records' batches. A predecessor that Connect gave up waiting
     * for still has its metrics, under the same names, until it ends: that must not fail its successor.
     */
    public void show() {
        if (hidden.isEmpty() || (tried != null && System.nanoTime() - tried < againNanos)) {
            return;
        }
        boolean first = tried == null;
        tried = System.nanoTime();
        try {
            PluginMetrics metrics = context.pluginMetrics();
            for (Iterator<SourceMetric> left = hidden.iterator(); left.hasNext(); left.remove()) {
                add(metrics, left.next());
            }
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            hidden.clear();
            LOG.warn("This worker is older than Kafka 4.1 and shows no metrics of the task", e);
        } catch (IllegalArgumentException taken) {
            if (first) {
                LOG.warn("The task's metrics are shown when an earlier instance of it on this worker has ended");
            }
        }
    }

    private void add(PluginMetrics metrics, SourceMetric metric) {
        // No sensors: their names are shared by all tasks of a worker.
        metrics.addMetric(
                metrics.metricName(metric.id(), metric.meaning(), new LinkedHashMap<>(Map.of("relay", "source"))),
                (Measurable) (config, now) -> meter.value(metric));
    }
}
