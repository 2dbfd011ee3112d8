package io.mysqlrelay.it.stage;

import io.prometheus.jmx.JmxCollector;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.management.MalformedObjectNameException;

/** What Prometheus gets from this JVM's worker through the JMX exporter with the shipped rules. */
public final class Scrape {
    private static final Path RULES = Path.of("..", "config", "jmx-exporter.yml");

    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();

    private Scrape() {}

    public static Scrape now() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            new PrometheusTextFormatWriter(false)
                    .write(
                            text,
                            new JmxCollector(RULES.toFile())
                                    .register(new PrometheusRegistry())
                                    .collect());
        } catch (IOException | MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
        Scrape scrape = new Scrape();
        text.toString(StandardCharsets.UTF_8).lines().forEach(scrape::read);
        return scrape;
    }

    private void read(String line) {
        String[] words = line.split(" ");
        if (line.startsWith("# TYPE ")) {
            types.put(words[2], words[3]);
        } else if (!line.startsWith("#")) {
            values.put(words[0], Double.valueOf(words[1]));
        }
    }

    /** @return null when there is none of this name and connector */
    public Double value(String name, String connector) {
        return values.get(name + "{connector=\"" + connector + "\",task=\"0\"}");
    }

    /** @return of the status that the task has: 1; null for all others */
    public Double status(String connector, String status) {
        return values.get(
                "kafka_connect_task_status{connector=\"" + connector + "\",status=\"" + status + "\",task=\"0\"}");
    }

    public String type(String name) {
        return types.get(name);
    }
}
