package io.mysqlrelay.sink.config;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * Settings of the apply engine, parsed.
 *
 * @param windowRows most row changes of one window
 * @param windowBytes most bytes of row values in it; one larger row still makes a window
 * @param wholeTransactions a window ends where a transaction of the source ends, and nowhere else
 * @param transactionBytes most bytes of row values of one transaction then
 * @param retryConnection how long to try to get a connection to the target
 * @param retryOther how long to repeat work that a target does not take although it answers
 * @param kafka settings of the admin client, without their prefix
 */
public record EngineSettings(
        int windowRows,
        long windowBytes,
        boolean wholeTransactions,
        long transactionBytes,
        Duration retryConnection,
        Duration retryOther,
        Map<String, Object> kafka) {
    public static final String WINDOW_ROWS = "apply.window.rows";
    public static final String WINDOW_BYTES = "apply.window.bytes";
    public static final String MODE = "apply.mode";
    /** Values of {@link #MODE}: what is committed in the target at once. */
    public static final String MODE_WINDOW = "window";

    public static final String MODE_TRANSACTION = "transaction";
    public static final String TRANSACTION_BYTES = "apply.transaction.bytes";
    public static final String RETRY_CONNECTION = "retry.connection.minutes";
    public static final String RETRY_OTHER = "retry.other.minutes";
    public static final String KAFKA_PREFIX = "kafka.";
    public static final String KAFKA_BOOTSTRAP = KAFKA_PREFIX + "bootstrap.servers";

    /** Adds the engine's settings to a connector's definition. */
    public static ConfigDef define(ConfigDef def) {
        return def.define(
                        KAFKA_BOOTSTRAP,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new ConfigDef.NonEmptyString(),
                        Importance.HIGH,
                        "Kafka's address, as host:port, more with commas. The sink checks with it at start that the change"
                                + " topic is still the one its checkpoint belongs to. Other client settings (security, for"
                                + " instance) follow the same prefix 'kafka.'.",
                        "Kafka",
                        1,
                        Width.LONG,
                        "Kafka bootstrap servers")
                .define(
                        WINDOW_ROWS,
                        ConfigDef.Type.INT,
                        5_000,
                        Range.between(1, 1_000_000),
                        Importance.MEDIUM,
                        "Most row changes of one window: what is applied before anything behind it is. Lower it when long"
                                + " transactions disturb the target; higher is seldom faster.",
                        "Apply",
                        1,
                        Width.SHORT,
                        "Window rows")
                .define(
                        WINDOW_BYTES,
                        ConfigDef.Type.LONG,
                        8L << 20,
                        Range.between(64L << 10, 1L << 30),
                        Importance.MEDIUM,
                        "Most bytes of row values of one window. The task holds two such windows"
                                + " in memory; lower it in a small heap.",
                        "Apply",
                        2,
                        Width.SHORT,
                        "Window bytes")
                .define(
                        MODE,
                        ConfigDef.Type.STRING,
                        MODE_WINDOW,
                        ConfigDef.ValidString.in(MODE_WINDOW, MODE_TRANSACTION),
                        Importance.MEDIUM,
                        "What readers of the target see at once. window: some changes, in the source's order, but a"
                                + " transaction of the source may be seen in parts. transaction: one or more whole"
                                + " transactions, applied by one session.",
                        "Apply",
                        4,
                        Width.SHORT,
                        "Mode")
                .define(
                        TRANSACTION_BYTES,
                        ConfigDef.Type.LONG,
                        32L << 20,
                        Range.between(1L << 20, 1L << 30),
                        Importance.LOW,
                        "Only with apply.mode=transaction: most bytes of row values of one transaction. It is held in"
                                + " memory until its end has come, which takes several times as much heap. A larger one"
                                + " stops the task.",
                        "Apply",
                        5,
                        Width.SHORT,
                        "Transaction bytes")
                .define(
                        RETRY_CONNECTION,
                        ConfigDef.Type.INT,
                        720,
                        Range.between(10, 1_440),
                        Importance.MEDIUM,
                        "Minutes to try to reach a target, or a Kafka, that does not answer before the task fails. Nothing is lost"
                                + " either way: a restarted task continues at its checkpoint.",
                        "Retry",
                        1,
                        Width.SHORT,
                        "Retry of connections (minutes)")
                .define(
                        RETRY_OTHER,
                        ConfigDef.Type.INT,
                        10,
                        Range.between(1, 1_440),
                        Importance.MEDIUM,
                        "Minutes to repeat work that a target does not take although it answers (deadlock, lock wait,"
                                + " read-only, disk full) before the task fails. Must be smaller than "
                                + RETRY_CONNECTION + ".",
                        "Retry",
                        2,
                        Width.SHORT,
                        "Retry of other errors (minutes)");
    }

    /** @throws org.apache.kafka.common.config.ConfigException with the setting's name if a value is not allowed */
    public static EngineSettings parse(Map<String, String> config) {
        AbstractConfig parsed = new AbstractConfig(define(new ConfigDef()), config, false);
        return new EngineSettings(
                parsed.getInt(WINDOW_ROWS),
                parsed.getLong(WINDOW_BYTES),
                parsed.getString(MODE).equals(MODE_TRANSACTION),
                parsed.getLong(TRANSACTION_BYTES),
                Duration.ofMinutes(parsed.getInt(RETRY_CONNECTION)),
                Duration.ofMinutes(parsed.getInt(RETRY_OTHER)),
                config.entrySet().stream()
                        .filter(e -> e.getKey().startsWith(KAFKA_PREFIX) && e.getValue() != null)
                        .collect(Collectors.toUnmodifiableMap(
                                e -> e.getKey().substring(KAFKA_PREFIX.length()), Map.Entry::getValue)));
    }
}
