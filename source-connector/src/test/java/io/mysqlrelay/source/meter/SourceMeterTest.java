package io.mysqlrelay.source.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.metric.PhaseNumber;
import io.mysqlrelay.core.metric.SourceMetric;
import io.mysqlrelay.core.stream.MarkerType;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.Test;

class SourceMeterTest {
    private static final TableName A = new TableName("shop", "a");
    private static final TableName B = new TableName("shop", "b");
    private static final TableName C = new TableName("shop", "c");

    private long now = 1_000_000;
    private final SourceMeter meter = new SourceMeter(() -> now);

    private static Map<String, String> of(TableName table, boolean exists) {
        return Map.of("db", table.database(), "table", table.table(), "exists", String.valueOf(exists));
    }

    private double value(SourceMetric metric) {
        return meter.value(metric);
    }

    @Test
    void tablesThatAreReadAgainAreNotDoneUntilThen() {
        meter.load(List.of(A, B));
        meter.marker(MarkerType.TABLE_END, of(A, true));
        assertThat(value(SourceMetric.TABLES_LOADED)).isEqualTo(1);
        meter.marker(MarkerType.TABLE_END, of(B, true));
        meter.marker(MarkerType.TABLE_AGAIN, of(A, true));
        assertThat(value(SourceMetric.TABLES_LOADED)).isEqualTo(1);
        meter.marker(MarkerType.TABLE_END, of(A, true));
        assertThat(value(SourceMetric.TABLES_LOADED)).isEqualTo(2);
        assertThat(value(SourceMetric.TABLES_TO_LOAD)).isEqualTo(2);
    }

    @Test
    void tablesThatAppearOrVanishDuringTheLoadChangeTheirNumber() {
        meter.load(List.of(A, B));
        meter.marker(MarkerType.TABLE_END, of(B, true));
        meter.marker(MarkerType.TABLE_AGAIN, of(A, false));
        meter.marker(MarkerType.TABLE_AGAIN, of(C, true));
        assertThat(value(SourceMetric.TABLES_TO_LOAD)).isEqualTo(2);
        assertThat(value(SourceMetric.TABLES_LOADED)).isEqualTo(1);
    }

    @Test
    void aLoadThatGoesOnCountsTheTablesOfTheOneBefore() {
        meter.load(List.of(A, B, C));
        meter.loaded(A);
        assertThat(value(SourceMetric.TABLES_LOADED)).isEqualTo(1);
        assertThat(value(SourceMetric.PHASE)).isEqualTo(PhaseNumber.FULL);
    }

    @Test
    void theLagGrowsFromTheLastThatWasRead() {
        assertThat(value(SourceMetric.LAG)).isNaN();
        meter.readUpTo(now - 5);
        now += 10_000;
        assertThat(value(SourceMetric.LAG)).isEqualTo(10_005);
    }

    @Test
    void phasesAreThoseOfTheMarkers() {
        meter.marker(MarkerType.SCHEMA_BEGIN, Map.of());
        assertThat(value(SourceMetric.PHASE)).isEqualTo(PhaseNumber.SCHEMA);
        meter.marker(MarkerType.INCREMENTAL_BEGIN, Map.of());
        assertThat(value(SourceMetric.PHASE)).isEqualTo(PhaseNumber.INCREMENTAL);
        meter.marker(MarkerType.COMPLETED, Map.of());
        assertThat(value(SourceMetric.PHASE)).isEqualTo(PhaseNumber.COMPLETED);
    }

    /** Connect starts another instance when the first has not ended in time. */
    @Test
    void anEarlierInstanceThatStillShowsItsMetricsIsNoError() {
        Metrics registry = new Metrics();
        PluginMetricsImpl earlier = new PluginMetricsImpl(registry, Map.of());
        PluginMetricsImpl later = new PluginMetricsImpl(registry, Map.of());
        WorkerMetrics.of(new Worker(earlier), meter).show();
        int shown = registry.metrics().size();
        WorkerMetrics.of(new Worker(later), meter).show();
        assertThat(registry.metrics()).hasSize(shown);
        assertThatCode(earlier::close).doesNotThrowAnyException();
        assertThat(registry.metrics()).hasSize(shown - SourceMetric.values().length);
        WorkerMetrics.of(new Worker(later), meter).show();
        assertThat(registry.metrics()).hasSize(shown);
    }

    private record Worker(PluginMetrics pluginMetrics) implements SourceTaskContext {
        @Override
        public Map<String, String> configs() {
            return Map.of();
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return null;
        }
    }
}
