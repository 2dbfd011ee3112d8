package io.mysqlrelay.sink;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.metric.SinkMetric;
import io.mysqlrelay.sink.apply.RetryPolicy;
import io.mysqlrelay.sink.target.TargetFactory;
import io.mysqlrelay.sink.topic.TopicLog;
import io.mysqlrelay.sink.topic.TopicState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Drives a task over a list of records as Connect's WorkerSinkTask does: seeks, pauses, polls, commits. */
final class FakeWorker implements SinkTaskContext {
    static final TopicPartition PARTITION = new TopicPartition(StreamRecords.TOPIC, 0);

    private final List<SinkRecord> topic;
    private final Map<String, String> config = new HashMap<>();
    private final Task task;
    private final Metrics shown = new Metrics();
    /** As a worker before Kafka 4.1, which has no such method. */
    private final boolean old;

    private ErrantRecordReporter reporter;
    private Long seek;
    private int position;
    private boolean paused;
    private long timeout = -1;

    FakeWorker(List<SinkRecord> topic, TopicState state, FakeDatabase database, int windowRows) {
        this(topic, state, database, windowRows, Map.of());
    }

    FakeWorker(
            List<SinkRecord> topic,
            TopicState state,
            FakeDatabase database,
            int windowRows,
            Map<String, String> settings) {
        this(topic, state, database, windowRows, settings, false);
    }

    private FakeWorker(
            List<SinkRecord> topic,
            TopicState state,
            FakeDatabase database,
            int windowRows,
            Map<String, String> settings,
            boolean old) {
        this.topic = topic;
        this.old = old;
        config.putAll(settings);
        config.put("topics", StreamRecords.TOPIC);
        config.put("kafka.bootstrap.servers", "localhost:1");
        config.put("apply.window.rows", String.valueOf(windowRows));
        task = new Task(database, state);
        task.initialize(this);
        task.start(config);
    }

    static FakeWorker old(List<SinkRecord> topic, TopicState state, FakeDatabase database) {
        return new FakeWorker(topic, state, database, 5_000, Map.of(), true);
    }

    /** To be called before {@link #open}. */
    void setting(String name, String value) {
        config.put(name, value);
    }

    /** To be called before {@link #open}. */
    void reporter(ErrantRecordReporter collector) {
        reporter = collector;
    }

    /** To be called before {@link #open}. */
    void patience(Duration whileRecordsAreMissing) {
        task.patience = whileRecordsAreMissing;
    }

    /** The next so many questions about the topic's state fail. */
    void topicFails(int times, RelayException failure) {
        task.topicFailure = failure;
        task.topicFailures.set(times);
    }

    void open() {
        task.open(List.of(PARTITION));
    }

    /** One round of the worker's loop. */
    void poll(int most) {
        if (seek != null) {
            position = seek.intValue();
            seek = null;
        }
        int end = paused ? position : Math.min(topic.size(), position + most);
        List<SinkRecord> batch = List.copyOf(topic.subList(position, end));
        position = end;
        task.put(batch);
        if (batch.isEmpty()) {
            LockSupport.parkNanos(20_000);
        }
    }

    /** @return the offset that the task lets Connect commit; -1 for none */
    long commit() {
        OffsetAndMetadata offset = task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(position)))
                .get(PARTITION);
        return offset == null ? -1 : offset.offset();
    }

    /** @return how long the next poll may last at most, in milliseconds; -1 when the task has not said it since */
    long takeTimeout() {
        long asked = timeout;
        timeout = -1;
        return asked;
    }

    boolean isPaused() {
        return paused;
    }

    void rewind(int to) {
        position = Math.min(to, position);
    }

    void close() {
        task.close(List.of(PARTITION));
    }

    void stop() {
        task.stop();
    }

    private static final class Task extends RelaySinkTask {
        private final FakeDatabase database;
        private final TopicState state;
        private final AtomicInteger topicFailures = new AtomicInteger();
        private volatile RelayException topicFailure;
        private Duration patience = Duration.ofMinutes(5);

        Task(FakeDatabase database, TopicState state) {
            this.database = database;
            this.state = state;
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        protected TargetFactory targetFactory(Map<String, String> config) {
            return (newest, meter) -> {
                if (newest.containsKey("bad")) {
                    throw new ConfigException("bad", newest.get("bad"), "must not be there");
                }
                return database.target(meter);
            };
        }

        @Override
        RetryPolicy retryPolicy() {
            return new RetryPolicy(
                    Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO, patience);
        }

        @Override
        TopicLog topicLog(String name) {
            return new TopicLog() {
                @Override
                public TopicState read() {
                    if (topicFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw topicFailure;
                    }
                    return state;
                }

                @Override
                public void close() {}
            };
        }
    }

    @Override
    public Map<String, String> configs() {
        return config;
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        seek = offsets.get(PARTITION);
    }

    @Override
    public void offset(TopicPartition tp, long offset) {
        seek = offset;
    }

    @Override
    public void timeout(long timeoutMs) {
        timeout = timeoutMs;
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.of(PARTITION);
    }

    @Override
    public void pause(TopicPartition... partitions) {
        paused = true;
    }

    @Override
    public void resume(TopicPartition... partitions) {
        paused = false;
    }

    @Override
    public void requestCommit() {}

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return reporter;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        if (old) {
            throw new NoSuchMethodError("pluginMetrics");
        }
        return new PluginMetricsImpl(shown, Map.of());
    }

    /** @return the metric's value, as a monitoring system sees it */
    double metric(SinkMetric metric) {
        return shown.metrics().values().stream()
                .filter(shownMetric -> shownMetric.metricName().name().equals(metric.id()))
                .mapToDouble(shownMetric -> (double) shownMetric.metricValue())
                .sum();
    }
}
