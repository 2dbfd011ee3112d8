package io.mysqlrelay.source.debezium;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** The source task driven by hand: what a worker does with it, without a worker. */
final class TaskRun implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MySqlRelaySourceTask task = new MySqlRelaySourceTask();
    private final List<SourceRecord> records = new ArrayList<>();

    /** @param offset stored source offset; null for none */
    TaskRun(Map<String, String> settings, Map<String, ?> offset) {
        task.initialize(new Context(settings, stored(offset)));
        task.start(settings);
    }

    /** What Connect's JSON converter makes of it. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> stored(Map<String, ?> offset) {
        try {
            return offset == null ? null : JSON.readValue(JSON.writeValueAsBytes(offset), HashMap.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return all records so far, the last of them the first that fits */
    List<SourceRecord> until(Predicate<SourceRecord> last) throws InterruptedException {
        int checked = 0;
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            for (; checked < records.size(); checked++) {
                if (last.test(records.get(checked))) {
                    return List.copyOf(records.subList(0, checked + 1));
                }
            }
            Collection<SourceRecord> polled = task.poll();
            if (polled != null) {
                records.addAll(polled);
            }
        }
        throw new AssertionError("not seen within a minute; seen were " + records.size() + " records");
    }

    @Override
    public void close() {
        task.stop();
    }

    private record Context(Map<String, String> settings, Map<String, Object> offset) implements SourceTaskContext {
        @Override
        public Map<String, String> configs() {
            return settings;
        }

        @Override
        public PluginMetrics pluginMetrics() {
            return null;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                public <T> Map<String, Object> offset(Map<String, T> partition) {
                    return offset;
                }

                @Override
                public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                    Map<Map<String, T>, Map<String, Object>> offsets = new HashMap<>();
                    partitions.forEach(p -> offsets.put(p, offset));
                    return offsets;
                }
            };
        }
    }
}
