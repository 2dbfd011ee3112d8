package io.mysqlrelay.sink.config;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkTask;

/** Rules between the engine's settings, as messages on the setting that the user must change. */
public final class EngineRules {
    private static final String TASKS_MAX = "tasks.max";

    private EngineRules() {}

    /** @return setting to message; empty when all is well. Values that are no numbers are left to their own validators. */
    public static Map<String, String> violations(Map<String, String> config) {
        Map<String, String> messages = new LinkedHashMap<>();
        String tasks = config.getOrDefault(TASKS_MAX, "1").trim();
        if (!tasks.equals("1")) {
            add(messages, TASKS_MAX, ErrorCode.ONE_TASK, TASKS_MAX + " is " + tasks);
        }
        String topics = config.getOrDefault(SinkTask.TOPICS_CONFIG, "").trim();
        String pattern = config.getOrDefault(SinkTask.TOPICS_REGEX_CONFIG, "").trim();
        if (!pattern.isEmpty()) {
            add(messages, SinkTask.TOPICS_REGEX_CONFIG, ErrorCode.ONE_TOPIC, "topics.regex is set");
        } else if (topics.isEmpty() || topics.contains(",")) {
            add(messages, SinkTask.TOPICS_CONFIG, ErrorCode.ONE_TOPIC, "topics is '" + topics + "'");
        }
        Integer connection = minutes(config, EngineSettings.RETRY_CONNECTION, 720);
        Integer other = minutes(config, EngineSettings.RETRY_OTHER, 10);
        if (connection != null && other != null && other >= connection) {
            add(
                    messages,
                    EngineSettings.RETRY_OTHER,
                    ErrorCode.RETRY_WINDOWS,
                    EngineSettings.RETRY_OTHER + " is " + other + ", " + EngineSettings.RETRY_CONNECTION + " is "
                            + connection);
        }
        return messages;
    }

    /** Adds the messages to the result of a connector's {@code validate()}. */
    public static Config validate(Map<String, String> config, Config validated) {
        Map<String, String> messages = violations(config);
        List<ConfigValue> values = new ArrayList<>(validated.configValues());
        messages.forEach((name, message) -> values.stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    // tasks.max and topics are Connect's own: the worker shows the message beside its definition.
                    ConfigValue own = new ConfigValue(name, value(name, config), List.of(), new ArrayList<>());
                    values.add(own);
                    return own;
                })
                .addErrorMessage(message));
        return new Config(values);
    }

    /** In the type that Connect's own definition has: the worker casts it. */
    private static Object value(String name, Map<String, String> config) {
        String text = config.get(name);
        return name.equals(SinkTask.TOPICS_CONFIG) && text != null ? List.of(text.split(",")) : text;
    }

    private static Integer minutes(Map<String, String> config, String name, int byDefault) {
        String text = config.get(name);
        if (text == null) {
            return byDefault;
        }
        return text.trim().matches("\\d{1,6}") ? Integer.valueOf(text.trim()) : null;
    }

    private static void add(Map<String, String> messages, String setting, ErrorCode code, String detail) {
        messages.put(setting, new RelayException(code, detail).getMessage());
    }
}
