package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.metric.Metric;
import io.mysqlrelay.core.metric.MetricDisplay;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts of a transform. Raised by its task's thread, read by any. */
final class Tally<M extends Enum<M> & Metric> {
    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    private final String part;
    private final Map<M, AtomicLong> counts;
    /** Null on a worker that has no display. */
    private MetricDisplay<M> display;

    /** @param part tag of the metrics, so that rules for monitoring tell them from those of others */
    Tally(String part, Class<M> metrics) {
        this.part = part;
        this.counts = new EnumMap<>(metrics);
        for (M metric : metrics.getEnumConstants()) {
            counts.put(metric, new AtomicLong());
        }
    }

    void add(M metric) {
        counts.get(metric).incrementAndGet();
    }

    long value(M metric) {
        return counts.get(metric).get();
    }

    /** The worker removes them when the transform is closed. */
    void showOn(PluginMetrics metrics) {
        display = new MetricDisplay<>(counts.keySet(), metric -> add(metrics, metric), LOG::warn);
        display.show();
    }

    /** To be called with each record: shows what could not be shown before. */
    void show() {
        if (display != null) {
            display.show();
        }
    }

    private void add(PluginMetrics metrics, M metric) {
        metrics.addMetric(
                metrics.metricName(metric.id(), metric.meaning(), new LinkedHashMap<>(Map.of("relay", part))),
                (Measurable) (config, now) -> value(metric));
    }
}
