package io.mysqlrelay.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricDisplayTest {
    private static final Set<SourceMetric> ALL = EnumSet.allOf(SourceMetric.class);

    private final List<SourceMetric> shown = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Throwable refusal;

    @Test
    void showsEachMetricOnce() {
        MetricDisplay<SourceMetric> display = display(Duration.ZERO);
        display.show();
        display.show();
        assertThat(shown).containsExactlyElementsOf(ALL);
        assertThat(warnings).isEmpty();
    }

    @Test
    void triesAgainWhatAnEarlierInstanceStillShows() {
        refusal = new IllegalArgumentException("taken");
        MetricDisplay<SourceMetric> display = display(Duration.ZERO);
        display.show();
        display.show();
        assertThat(warnings).singleElement().asString().contains("an earlier instance");
        refusal = null;
        display.show();
        assertThat(shown).containsExactlyElementsOf(ALL);
    }

    @Test
    void doesNotTryAgainAtOnce() {
        refusal = new IllegalArgumentException("taken");
        MetricDisplay<SourceMetric> display = display(Duration.ofHours(1));
        display.show();
        refusal = null;
        display.show();
        assertThat(shown).isEmpty();
    }

    /** Before Kafka 4.1 the method that gives a plugin its metrics does not exist. */
    @Test
    void aWorkerThatKnowsNoMetricsOfPluginsIsNoError() {
        refusal = new NoSuchMethodError("pluginMetrics");
        MetricDisplay<SourceMetric> display = display(Duration.ZERO);
        display.show();
        refusal = null;
        display.show();
        assertThat(shown).isEmpty();
        assertThat(warnings).singleElement().asString().contains("older than Kafka 4.1");
    }

    private MetricDisplay<SourceMetric> display(Duration again) {
        return new MetricDisplay<>(ALL, this::add, (message, reason) -> warnings.add(message), again);
    }

    private void add(SourceMetric metric) {
        if (refusal instanceof Error error) {
            throw error;
        }
        if (refusal instanceof RuntimeException exception) {
            throw exception;
        }
        shown.add(metric);
    }
}
