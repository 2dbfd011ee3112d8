package io.mysqlrelay.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the tables of docs/metrics.md equal to the code. Writes them when -Ddocs.update is given. */
class MetricsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");

    @Test
    void pageListsEveryMetric() throws IOException {
        String page = Files.readString(PAGE);
        String updated = with(with(page, "sink", SinkMetric.values()), "source", SourceMetric.values());
        updated = with(with(updated, "guard", GuardMetric.values()), "onetopic", OneTopicMetric.values());
        if (System.getProperty("docs.update") != null) {
            Files.writeString(PAGE, updated);
        }
        assertThat(PAGE)
                .as("stale: mvn -pl core test -Dtest=MetricsPageTest -Ddocs.update writes it anew")
                .hasContent(updated);
    }

    @Test
    void namesAreUniqueAndFitForMBeansAndPrometheus() {
        for (Metric[] side :
                List.of(SinkMetric.values(), SourceMetric.values(), GuardMetric.values(), OneTopicMetric.values())) {
            assertThat(side)
                    .extracting(Metric::id)
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
            assertThat(side).extracting(Metric::meaning).allMatch(text -> text.endsWith("."));
        }
    }

    /** The text between the two comments that name the side is the table. */
    private static String with(String page, String side, Metric[] metrics) {
        String begin = "<!-- " + side + " -->\n";
        String end = "<!-- end of " + side + " -->";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        assertThat(to).as("the page has the places of the table").isGreaterThanOrEqualTo(from);
        StringBuilder table = new StringBuilder("| attribute | in Prometheus | meaning |\n|---|---|---|\n");
        Arrays.stream(metrics).forEach(m -> table.append(row(side, m)));
        return page.substring(0, from) + table + page.substring(to);
    }

    private static String row(String side, Metric metric) {
        return "| `%s` | `mysql_relay_%s_%s` | %s |\n"
                .formatted(metric.id(), side, metric.id().replace('-', '_'), metric.meaning());
    }
}
