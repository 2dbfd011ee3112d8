package io.mysqlrelay.source.meter;

import io.mysqlrelay.core.metric.MetricDisplay;
import io.mysqlrelay.core.metric.SourceMetric;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The display of a task's metrics in its worker, which removes them when the task ends. */
public final class WorkerMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);

    private WorkerMetrics() {}

    public static MetricDisplay<SourceMetric> of(SourceTaskContext context, SourceMeter meter) {
        return new MetricDisplay<>(
                EnumSet.allOf(SourceMetric.class), metric -> add(context.pluginMetrics(), metric, meter), LOG::warn);
    }

    private static void add(PluginMetrics metrics, SourceMetric metric, SourceMeter meter) {
        // No sensors: their names are shared by all tasks of a worker.
        metrics.addMetric(
                metrics.metricName(metric.id(), metric.meaning(), new LinkedHashMap<>(Map.of("relay", "source"))),
                (Measurable) (config, now) -> meter.value(metric));
    }
}
