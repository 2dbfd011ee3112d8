package io.mysqlrelay.source.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.metric.GuardMetric;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void countsAreShownThroughTheWorker() {
        try (Metrics worker = new Metrics()) {
            Map<String, String> tags = new LinkedHashMap<>(Map.of("transformation", "guard"));
            LimitsGuard<SourceRecord> guard = new LimitsGuard<>();
            guard.configure(Map.of("keyless.tables", "errant"));
            guard.withPluginMetrics(new PluginMetricsImpl(worker, tags));
            guard.apply(StockRecords.inTransaction(11).keyless("c", null, StockRecords.image(1, "x")));
            assertThat(value(worker, GuardMetric.KEYLESS_TABLES)).isEqualTo(1.0);
            assertThat(value(worker, GuardMetric.ROWS_MARKED)).isEqualTo(1.0);
            assertThat(value(worker, GuardMetric.LARGE_ROWS)).isEqualTo(0.0);
        }
    }

    private static Object value(Metrics worker, GuardMetric metric) {
        return worker.metrics().values().stream()
                .filter(shown -> shown.metricName().name().equals(metric.id()))
                .filter(shown -> "guard".equals(shown.metricName().tags().get("relay")))
                .map(KafkaMetric::metricValue)
                .findFirst()
                .orElseThrow();
    }
}
