package io.mysqlrelay.sink.meter;

import io.mysqlrelay.core.metric.MetricDisplay;
import io.mysqlrelay.core.metric.SinkMetric;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The display of a task's metrics in its worker, which removes them when the task ends. */
public final class WorkerMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);

    private WorkerMetrics() {}

    public static MetricDisplay<SinkMetric> of(SinkTaskContext context, ApplyMeter meter) {
        return new MetricDisplay<>(
                EnumSet.allOf(SinkMetric.class), metric -> add(context.pluginMetrics(), metric, meter), LOG::warn);
    }

    private static void add(PluginMetrics metrics, SinkMetric metric, ApplyMeter meter) {
        // No sensors: their names are shared by all tasks of a worker.
        metrics.addMetric(
                metrics.metricName(metric.id(), metric.meaning(), new LinkedHashMap<>(Map.of("relay", "sink"))),
                (Measurable) (config, now) -> meter.value(metric));
    }
}
