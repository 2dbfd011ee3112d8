package io.mysqlrelay.source.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Heartbeats, batches, memory, and how outages are met. */
public final class OperationGroup {
    public static final String HEARTBEAT_INTERVAL_MS = "heartbeat.interval.ms";
    public static final String HEARTBEAT_ACTION_QUERY = "heartbeat.action.query";
    public static final String POLL_INTERVAL_MS = "poll.interval.ms";
    public static final String MAX_BATCH_SIZE = "max.batch.size";
    public static final String MAX_QUEUE_SIZE = "max.queue.size";
    public static final String MAX_QUEUE_BYTES = "max.queue.size.in.bytes";
    public static final String MAX_RETRIES = "errors.max.retries";
    public static final String RESTART_WAIT_MS = "retriable.restart.connector.wait.ms";

    public static final int RESTART_WAIT_DEFAULT_MS = 2_000;

    private OperationGroup() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Operation");
        group.optional(
                        HEARTBEAT_INTERVAL_MS,
                        ConfigDef.Type.INT,
                        1_000,
                        Range.between(0, 3_600_000),
                        Importance.MEDIUM,
                        "Heartbeat interval (ms)",
                        "How often a heartbeat is put on the change topic while the source is idle, so that the target's"
                                + " position and the lag stay current. 0 for never.")
                .optional(
                        HEARTBEAT_ACTION_QUERY,
                        ConfigDef.Type.STRING,
                        null,
                        null,
                        Importance.LOW,
                        "Heartbeat statement",
                        "Statement executed on the source with each heartbeat, to move its binlog while other databases"
                                + " are idle. Unset, nothing is ever written to the source.");
        whole(
                group,
                POLL_INTERVAL_MS,
                20,
                1,
                "Poll interval (ms)",
                "Longest wait for the next changes: the usual latency.");
        whole(group, MAX_BATCH_SIZE, 2_048, 1, "Records per batch", "Most records that are handed to Kafka at once.");
        whole(
                group,
                MAX_QUEUE_SIZE,
                8_192,
                2,
                "Records in memory",
                "Most records that wait for Kafka. Must be greater than max.batch.size.");
        group.optional(
                MAX_QUEUE_BYTES,
                ConfigDef.Type.LONG,
                128L << 20,
                Range.atLeast(0),
                Importance.LOW,
                "Bytes in memory",
                "About how many bytes of records may wait for Kafka; 0 for no limit. Lower it in a small heap.");
        whole(
                group,
                MAX_RETRIES,
                -1,
                -1,
                "Restarts after an outage",
                "How often the task reconnects by itself after the connection to the source is lost; -1 for without end.");
        whole(
                group,
                RESTART_WAIT_MS,
                RESTART_WAIT_DEFAULT_MS,
                1,
                "Wait before a restart (ms)",
                "Time between the loss of a connection and the next attempt.");
    }

    private static void whole(SettingGroup group, String key, int ifUnset, int least, String display, String doc) {
        group.optional(key, ConfigDef.Type.INT, ifUnset, Range.atLeast(least), Importance.LOW, display, doc);
    }
}
