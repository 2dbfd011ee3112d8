package io.mysqlrelay.source.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Debezium's settings that can have one value only, because any other would lose or change data. */
public final class ForcedSettings {
    private static final String HISTORY = "schema.history.internal.";

    /**
     * One setting and its only value.
     *
     * @param name Debezium's name; one that ends with a dot stands for all names that begin with it
     * @param value null when the setting must not be given at all
     * @param reason why; a sentence's second half, after "because"
     */
    public record Forced(String name, String value, String reason) {
        boolean covers(String key) {
            return name.endsWith(".") ? key.startsWith(name) : key.equals(name);
        }

        /** @return what to tell a user who set another value */
        String refusal() {
            String rule = value == null ? "must not be set" : "must be " + (value.isEmpty() ? "empty" : value);
            return rule + ", because " + reason + "; remove it";
        }
    }

    private static final List<Forced> WITH_VALUE = List.of(
            new Forced("tombstones.on.delete", "false", "a tombstone is not a change"),
            new Forced("enable.time.adjuster", "false", "it turns the years 0 to 99 into other years"),
            new Forced("skipped.operations", "none", "a skipped operation would be missing in the target"),
            new Forced("bigint.unsigned.handling.mode", "precise", "large values would turn negative"),
            new Forced("decimal.handling.mode", "precise", "digits would be lost"),
            new Forced("binary.handling.mode", "bytes", "the sink expects bytes"),
            new Forced("time.precision.mode", "adaptive_time_microseconds", "fractions of a second would be lost"),
            new Forced("inconsistent.schema.handling.mode", "fail", "rows of a table in doubt would be dropped"),
            new Forced("event.processing.failure.handling.mode", "fail", "events that cannot be read would be dropped"),
            new Forced("include.schema.changes", "false", "statements travel on the change topic, in order"),
            new Forced("snapshot.mode", "no_data", "existing rows are read by this connector's own lossless reader"),
            new Forced("provide.transaction.metadata", "false", "only changes may be on the change topic"),
            new Forced("include.query", "false", "statements contain values of rows"),
            new Forced("schema.name.adjustment.mode", "none", "names must stay as they are on the source"),
            new Forced("field.name.adjustment.mode", "none", "columns must keep their names"),
            new Forced("table.ignore.builtin", "true", "the server's own tables cannot be migrated"),
            new Forced("gtid.ignore.on.recovery", "false", "changes would be lost after a restart"),
            new Forced("connect.keep.alive", "false", "the task itself reconnects, at the start of a transaction"),
            new Forced(
                    HISTORY.substring(0, HISTORY.length() - 1),
                    "io.debezium.storage.kafka.history.KafkaSchemaHistory",
                    "table definitions are kept on the topic <prefix>.schema-history"));

    private static final List<Forced> UNSET = List.of(
            new Forced("gtid.source.", null, "transactions of other servers would be missing"),
            new Forced("column.", null, "every column is migrated as it is"),
            new Forced("datatype.propagate.", null, "record schemas are part of the stream's contract"),
            new Forced("message.key.columns", null, "records carry no key"),
            new Forced("converters", null, "column values are part of the stream's contract"),
            new Forced("post.processors", null, "column values are part of the stream's contract"),
            new Forced("signal.", null, "rows are read by this connector's own reader"),
            new Forced("topic.naming.strategy", null, "topic names are fixed"),
            new Forced("database.jdbc.", null, "the bundled driver is used"),
            new Forced(HISTORY, null, "it is derived from topic.prefix and the kafka.* settings"));

    private ForcedSettings() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Fixed");
        for (Forced setting : WITH_VALUE) {
            group.optional(
                    setting.name,
                    ConfigDef.Type.STRING,
                    setting.value,
                    Validators.validator("only " + setting.value, value -> {
                        if (!setting.value.equals(((String) value).trim().toLowerCase(Locale.ROOT))
                                && !setting.value.equals(value)) {
                            throw new IllegalArgumentException(setting.refusal());
                        }
                    }),
                    Importance.LOW,
                    setting.name,
                    "A setting of Debezium. Always " + setting.value + ", because " + setting.reason + ".");
        }
    }

    /** @return the rule that forbids the key altogether, or null */
    static Forced forbidding(String key) {
        return UNSET.stream().filter(f -> f.covers(key)).findFirst().orElse(null);
    }

    /** All of them, for documentation and tests. */
    public static List<Forced> all() {
        return Stream.concat(WITH_VALUE.stream(), UNSET.stream()).toList();
    }

    /**
     * @param props the task's settings as the user wrote them, already resolved
     * @return what Debezium's parts are configured with. Contains secrets. Built inside the task and never handed to
     *     Connect, which would store it in the clear.
     */
    public static Map<String, String> debeziumProperties(Map<String, String> props) {
        SourceConfig config = SourceConfig.parse(props);
        Map<String, String> debezium = new HashMap<>(props);
        debezium.keySet().removeIf(key -> key.startsWith(KafkaGroup.PREFIX));
        // The heartbeat statement is executed by the task, on a connection of its own.
        debezium.remove(OperationGroup.HEARTBEAT_ACTION_QUERY);
        SourceSettings.definition().parse(props).forEach((name, value) -> {
            if (!name.startsWith(KafkaGroup.PREFIX) && PASSED_WITH_DEFAULT.contains(name)) {
                debezium.put(name, String.valueOf(value));
            }
        });
        WITH_VALUE.forEach(f -> debezium.put(f.name, f.value));
        debezium.put(ServerGroup.SERVER_ID, String.valueOf(config.serverId()));
        config.server().tls().driverSettings().forEach((name, value) -> debezium.put("driver." + name, value));
        debezium.put("database.connectionTimeZone", "UTC");
        addHistory(debezium, config);
        return debezium;
    }

    private static final List<String> PASSED_WITH_DEFAULT = List.of(
            ServerGroup.PORT,
            ServerGroup.CONNECT_TIMEOUT_MS,
            ServerGroup.SSL_MODE,
            OperationGroup.HEARTBEAT_INTERVAL_MS,
            OperationGroup.POLL_INTERVAL_MS,
            OperationGroup.MAX_BATCH_SIZE,
            OperationGroup.MAX_QUEUE_SIZE,
            OperationGroup.MAX_QUEUE_BYTES,
            OperationGroup.MAX_RETRIES,
            OperationGroup.RESTART_WAIT_MS);

    private static void addHistory(Map<String, String> debezium, SourceConfig config) {
        debezium.put(HISTORY + "kafka.bootstrap.servers", config.kafka().bootstrapServers());
        debezium.put(HISTORY + "kafka.topic", config.schemaHistoryTopic());
        KafkaAccess.ONE_READING.forEach((name, value) -> debezium.put(HISTORY + "consumer." + name, value));
        config.kafka().clientProperties().forEach((name, value) -> {
            debezium.put(HISTORY + "producer." + name, value);
            debezium.put(HISTORY + "consumer." + name, value);
        });
    }
}
