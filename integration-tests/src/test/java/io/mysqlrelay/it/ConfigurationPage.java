package io.mysqlrelay.it;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.Connector;
import org.apache.kafka.connect.transforms.Transformation;

/** Writes connectors' settings as Markdown. Kafka's ConfigDef writes HTML and reStructuredText only. */
final class ConfigurationPage {
    private static final String HEAD = """
            # Settings

            Generated from the connectors; `CONTRIBUTING.md` says how. Secrets belong into a config provider
            (`${file:...}`, `${env:...}`), never into a connector's JSON. Connect's own settings (`name`, `tasks.max`,
            converters, `errors.*`, client overrides) are described in Kafka's documentation; `tasks.max` must be 1.

            `value.converter` is `io.mysqlrelay.converter.CompactConverter` in the ready-made files: exact, compact, without
            settings, in both archives. Any other converter that keeps schemas may be used on both sides, such as
            `org.apache.kafka.connect.json.JsonConverter` with `value.converter.schemas.enable=true`, at about twice the
            processor time. `docs/runbook.md` tells how to change it.
            """;

    private static final String TRANSFORMS = """

            # Transforms

            In the source connector's archive; `transforms.<alias>.` goes before each setting. `config/stock-debezium-source.json`
            puts both behind a stock Debezium MySQL connector; what is lost there is in `docs/limits.md`. `LimitsGuard` may also be
            used behind the relay's own source connector and in a sink. A row change that it marks (`errant`) goes to the sink's
            dead letter queue with `errors.tolerance=all`, and stops the sink otherwise. Connect itself would drop a record at which a
            transform fails, without a dead letter queue in a source; so neither transform lets anything pass behind its first
            failure, whatever `errors.tolerance` is.
            """;

    private ConfigurationPage() {}

    @SuppressWarnings("rawtypes") // a service loader knows no type arguments
    static String of(List<? extends Connector> connectors, List<Transformation> transforms) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Connector connector : connectors) {
            section(page, connector, connector.config());
        }
        page.append(TRANSFORMS);
        for (Transformation<?> transform : transforms) {
            section(page, transform, transform.config());
        }
        return page.toString();
    }

    private static void section(StringBuilder page, Versioned plugin, ConfigDef definition) {
        page.append("\n## `").append(name(plugin)).append("`\n");
        for (String group : definition.groups()) {
            page.append("\n### ").append(group).append("\n\n");
            page.append("| setting | default | values | meaning |\n|---|---|---|---|\n");
            definition.configKeys().values().stream()
                    .filter(key -> group.equals(key.group))
                    .sorted(java.util.Comparator.comparingInt(key -> key.orderInGroup))
                    .forEach(key -> page.append(row(key)));
        }
    }

    private static String name(Versioned plugin) {
        return plugin.getClass().getName();
    }

    private static String row(ConfigKey key) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
        row.add("`" + key.name + "`").add(ifUnset(key)).add(values(key)).add(escape(key.documentation));
        return row.toString();
    }

    private static String ifUnset(ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        Object value = key.defaultValue;
        if (value == null || value.equals("") || key.type == ConfigDef.Type.PASSWORD) {
            return "";
        }
        String text = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
        return "`" + text + "`";
    }

    private static String values(ConfigKey key) {
        String type = TYPES.getOrDefault(key.type, "whole number");
        String valid = key.validator == null ? "" : key.validator.toString();
        return escape(valid.isEmpty() ? type : type + ": " + valid);
    }

    private static final Map<ConfigDef.Type, String> TYPES = Map.of(
            ConfigDef.Type.STRING, "text",
            ConfigDef.Type.PASSWORD, "secret",
            ConfigDef.Type.BOOLEAN, "`true`, `false`",
            ConfigDef.Type.LIST, "list",
            ConfigDef.Type.DOUBLE, "number",
            ConfigDef.Type.CLASS, "class");

    private static String escape(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
    }
}
