package io.mysqlrelay.sink;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.metric.MetricDisplay;
import io.mysqlrelay.core.metric.SinkMetric;
import io.mysqlrelay.sink.apply.ApplySession;
import io.mysqlrelay.sink.apply.DeadLetters;
import io.mysqlrelay.sink.apply.RetryPolicy;
import io.mysqlrelay.sink.config.EngineRules;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.meter.ApplyMeter;
import io.mysqlrelay.sink.meter.WorkerMetrics;
import io.mysqlrelay.sink.target.TargetFactory;
import io.mysqlrelay.sink.topic.KafkaTopicLog;
import io.mysqlrelay.sink.topic.TopicLog;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Shell of lifecycle methods around one {@link ApplySession} at a time. A subclass names its target. Connect calls all
 * methods on one thread.
 */
public abstract class RelaySinkTask extends SinkTask {
    /**
     * The partition comes within a poll, and {@link #open} pauses it: the poll would go on for nothing until Connect wants
     * to commit offsets, up to a minute.
     */
    private static final long ASSIGNMENT_POLL_MILLIS = 50;

    private EngineSettings settings;
    private TargetFactory targets;
    private ApplyMeter meter;
    private ApplySession session;
    private MetricDisplay<SinkMetric> metrics;
    private TopicPartition owned;

    /**
     * Called once, in {@link #start}.
     *
     * @throws RuntimeException if the configuration makes no target
     */
    protected abstract TargetFactory targetFactory(Map<String, String> config);

    @Override
    public void start(Map<String, String> config) {
        EngineRules.violations(config).values().stream().findFirst().ifPresent(message -> {
            throw new ConnectException(message);
        });
        settings = EngineSettings.parse(config);
        targets = targetFactory(config);
        meter = new ApplyMeter(System::currentTimeMillis);
        metrics = WorkerMetrics.of(context, meter);
        metrics.show();
        context.timeout(ASSIGNMENT_POLL_MILLIS);
    }

    /** How the state of the topic is read. */
    TopicLog topicLog(String topic) {
        return new KafkaTopicLog(topic, settings.kafka());
    }

    /** How long an unreachable target is waited for. */
    RetryPolicy retryPolicy() {
        return RetryPolicy.of(settings);
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            if (partition.equals(owned)) {
                session.reassigned();
            } else if (owned != null || partition.partition() != 0) {
                throw failure(new RelayException(
                        ErrorCode.TOPIC_PARTITIONS,
                        "partition " + partition + " was assigned" + (owned == null ? "" : " besides " + owned)));
            } else {
                Supplier<TopicLog> topicLogs = () -> topicLog(partition.topic());
                session = new ApplySession(
                        context,
                        partition,
                        settings,
                        retryPolicy(),
                        meter,
                        DeadLetters.of(context),
                        () -> targets.create(context.configs(), meter.target()),
                        topicLogs);
                owned = partition;
                session.start();
            }
        }
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        metrics.show();
        if (session == null) {
            if (!records.isEmpty()) {
                throw new IllegalStateException("records were put before a partition was opened");
            }
            context.timeout(ASSIGNMENT_POLL_MILLIS);
            return;
        }
        try {
            session.put(records);
        } catch (RelayException e) {
            throw failure(e);
        }
    }

    /** Only offsets that the target's checkpoint holds. */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
        OptionalLong offset = session == null ? OptionalLong.empty() : session.committable();
        return offset.isPresent() && currentOffsets.containsKey(owned)
                ? Map.of(owned, new OffsetAndMetadata(offset.getAsLong()))
                : Map.of();
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        if (partitions.contains(owned)) {
            stop();
        }
    }

    @Override
    public void stop() {
        if (session != null) {
            session.close();
            session = null;
            owned = null;
        }
    }

    /** Connect shows the message of a ConnectException as the task's state; the message is complete. */
    private static ConnectException failure(RelayException e) {
        return new ConnectException(e.getMessage(), e);
    }
}
