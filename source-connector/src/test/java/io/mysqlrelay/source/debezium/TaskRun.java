package io.mysqlrelay.source.debezium;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysqlrelay.source.record.SourceOffset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The source task driven by hand: what a worker does with it, without a worker. */
final class TaskRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MySqlRelaySourceTask task = new MySqlRelaySourceTask();
    private final List<SourceRecord> records = new ArrayList<>();
    private final Context context;
    private boolean storing;
    private Map<String, ?> last;

    /** @param offset source offset as a user would set it, not said to be of any run; null for none */
    TaskRun(Map<String, String> settings, Map<String, ?> offset) {
        this(settings, unsigned(offset), true);
    }

    /** @param offset what Connect has stored, with the run that wrote it */
    static TaskRun after(Map<String, String> settings, Map<String, ?> offset) {
        return new TaskRun(settings, stored(offset), true);
    }

    private static Map<String, Object> unsigned(Map<String, ?> offset) {
        Map<String, Object> given = stored(offset);
        if (given != null) {
            given.keySet().removeAll(List.of(SourceOffset.RUN, SourceOffset.SEQ));
        }
        return given;
    }

    private TaskRun(Map<String, String> settings, Map<String, Object> given, boolean storing) {
        this.storing = storing;
        context = new Context(settings, given);
        task.initialize(context);
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
            poll();
        }
        throw new AssertionError("not seen within a minute; seen were " + records.size() + " records");
    }

    /** @return all records so far, after so long */
    List<SourceRecord> during(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            poll();
        }
        return List.copyOf(records);
    }

    /** A worker stores offsets only now and then; until it does, a restart would find what was stored before. */
    void storing(boolean now) {
        storing = now;
        if (now) {
            context.offset = stored(last);
        }
    }

    private void poll() throws InterruptedException {
        try {
            List<SourceRecord> polled = task.poll();
            if (polled != null && !polled.isEmpty()) {
                records.addAll(polled);
                last = polled.get(polled.size() - 1).sourceOffset();
                if (storing) {
                    context.offset = stored(last);
                }
            }
        } catch (RetriableException e) {
            LOG.debug("a worker asks again", e);
        }
    }

    @Override
    public void close() {
        task.stop();
    }

    private static final class Context implements SourceTaskContext {
        private final Metrics metrics = new Metrics();
        private final Map<String, String> settings;
        private volatile Map<String, Object> offset;

        Context(Map<String, String> settings, Map<String, Object> offset) {
            this.settings = settings;
            this.offset = offset;
        }

        @Override
        public Map<String, String> configs() {
            return settings;
        }

        @Override
        public PluginMetrics pluginMetrics() {
            return new PluginMetricsImpl(metrics, Map.of());
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
