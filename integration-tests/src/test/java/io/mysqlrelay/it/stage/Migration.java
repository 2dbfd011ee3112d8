package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectRestException;
import io.mysqlrelay.testkit.connect.ConnectorStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One migration: its two connectors, made from the ready-to-copy files, and the waiting for what they do. It moves every
 * database whose name begins with its own name. While it waits, a failed task ends the waiting with the task's words.
 */
public final class Migration implements AutoCloseable {
    /** Connect's own, in place of the ready-made files' compact one. */
    public static final String JSON_CONVERTER = "org.apache.kafka.connect.json.JsonConverter";

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Stack stack;
    private final Supplier<ConnectRest> rest;
    private final String name;
    private final Fence fence;
    private final Map<String, String> source;
    private final Map<String, String> sink;

    Migration(Stack stack, Supplier<ConnectRest> rest, String name) {
        this.stack = stack;
        this.rest = rest;
        this.name = name;
        this.fence = new Fence(stack.source(), stack.target(), name + "_fence");
        this.source = ConnectorSettings.source(stack, name);
        this.sink = ConnectorSettings.sink(stack, name);
    }

    /** The same servers and settings, driven through another worker. */
    public static Migration through(Stack stack, Supplier<ConnectRest> rest, String name) {
        return new Migration(stack, rest, name);
    }

    public Migration source(String key, String value) {
        put(source, key, value);
        return this;
    }

    public Migration sink(String key, String value) {
        put(sink, key, value);
        return this;
    }

    /**
     * The same databases into AnalyticDB, by the files for it. Called first: it forgets what was set.
     *
     * @param adb before the stack's target
     */
    public Migration toAnalyticDb(AdbStandIn adb) {
        replace(source, ConnectorSettings.sourceForAnalyticDb(stack, name));
        replace(sink, ConnectorSettings.analyticDbSink(stack, name, adb));
        return this;
    }

    /** Values travel as JSON with schemas. */
    public Migration json() {
        return source("value.converter", JSON_CONVERTER).sink("value.converter", JSON_CONVERTER);
    }

    public Map<String, String> sourceConfig() {
        return new LinkedHashMap<>(source);
    }

    public Map<String, String> sinkConfig() {
        return new LinkedHashMap<>(sink);
    }

    public String name() {
        return name;
    }

    public String sourceName() {
        return name + "-source";
    }

    public String sinkName() {
        return name + "-sink";
    }

    public String topic() {
        return name + ".changes";
    }

    /** For a migration without the schema: makes what the test itself needs in the target. */
    public Migration withFenceOnTarget() {
        fence.createOnTarget();
        return this;
    }

    public Migration start() {
        startSource();
        return startSink();
    }

    public Migration startSource() {
        rest.get().put(sourceName(), source);
        return this;
    }

    public Migration startSink() {
        rest.get().put(sinkName(), sink);
        return this;
    }

    /** Deletes both connectors; what they have made stays. */
    @Override
    public void close() {
        for (String connector : List.of(sourceName(), sinkName())) {
            if (rest.get().connectors().contains(connector)) {
                rest.get().delete(connector);
            }
        }
    }

    public String phase() {
        return Sql.valueOrNull(
                stack.target(), "SELECT phase FROM mysql_relay.migration WHERE migration = '" + topic() + "'");
    }

    public Migration awaitPhase(String phase) {
        await("phase " + phase, () -> phase.equals(phase()), LIMIT);
        return this;
    }

    /** Waits until everything that is committed on the source now is in the target. */
    public Migration awaitApplied() {
        return awaitApplied(LIMIT);
    }

    public Migration awaitApplied(Duration limit) {
        int number = fence.raise();
        await("fence row " + number + " in the target", () -> fence.hasPassed(number), limit);
        return this;
    }

    public void await(String what, Callable<Boolean> condition, Duration limit) {
        try {
            Awaitility.await(what)
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(limit)
                    .until(() -> {
                        refuseFailure();
                        return condition.call();
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no " + what + " after " + limit.toSeconds() + " s\n" + report(), e);
        }
    }

    /** @return the stack trace of the source connector or its task, once it has failed */
    public String awaitSourceFailure() {
        return rest.get().awaitFailed(sourceName(), LIMIT).failure();
    }

    /** @return the stack trace of the sink connector or its task, once it has failed */
    public String awaitSinkFailure() {
        return rest.get().awaitFailed(sinkName(), LIMIT).failure();
    }

    /** Restarts the sink's task after it has failed; returns when its failure is no longer shown. */
    public Migration restartSink() {
        rest.get().restartFailed(sinkName());
        rest.get().await(sinkName(), status -> !status.isFailed(), LIMIT);
        return this;
    }

    /** State of both connectors, the statements that did not end well, and how far the target is. */
    public String report() {
        return PipelineReport.of(this, stack.target(), stack.broker().bootstrapServers(), rest.get());
    }

    private void refuseFailure() {
        for (String connector : List.of(sourceName(), sinkName())) {
            List<ConnectorStatus> found = new ArrayList<>();
            try {
                found.add(rest.get().status(connector));
            } catch (UncheckedIOException | ConnectRestException unknownNow) {
                // A worker that starts, is killed or rebalances knows nothing; the wait has its own limit.
                continue;
            }
            if (found.get(0).isFailed()) {
                throw new AssertionError(connector + " has failed\n" + report());
            }
        }
    }

    /** @param value null to leave the setting out */
    public static Map<String, String> with(Map<String, String> config, String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(config);
        put(changed, key, value);
        return changed;
    }

    private static void replace(Map<String, String> config, Map<String, String> by) {
        config.clear();
        config.putAll(by);
    }

    private static void put(Map<String, String> config, String key, String value) {
        if (value == null) {
            config.remove(key);
        } else {
            config.put(key, value);
        }
    }
}
