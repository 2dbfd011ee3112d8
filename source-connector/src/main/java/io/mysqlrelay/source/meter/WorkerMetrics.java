package io.mysqlrelay.source.meter;

import io.mysqlrelay.core.metric.SourceMetric;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a task's metrics through its worker, which removes them when the task ends. */
public final class WorkerMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);

    private WorkerMetrics() {}

    /** To be called once in the life of a task. */
    public static void show(SourceTaskContext context, SourceMeter meter) {
        try {
            PluginMetrics metrics = context.pluginMetrics();
            for (SourceMetric metric : SourceMetric.values()) {
                // No sensors: their names are shared by all tasks of a worker.
                metrics.addMetric(
                        metrics.metricName(
                                metric.id(), metric.meaning(), new LinkedHashMap<>(Map.of("relay", "source"))),
                        (Measurable) (config, now) -> meter.value(metric));
            }
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            LOG.warn("This worker is older than Kafka 4.1 and shows no metrics of the task", e);
        }
    }
}
