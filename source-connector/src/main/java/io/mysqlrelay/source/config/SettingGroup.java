package io.mysqlrelay.source.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Adds settings to one group of a definition, in the order in which a form shows them. */
public final class SettingGroup {
    private final ConfigDef definition;
    private final String name;
    private int order;

    public SettingGroup(ConfigDef definition, String name) {
        this.definition = definition;
        this.name = name;
    }

    public SettingGroup required(
            String key, ConfigDef.Type type, Validator validator, Width width, String display, String doc) {
        return define(key, type, ConfigDef.NO_DEFAULT_VALUE, validator, Importance.HIGH, width, display, doc, null);
    }

    public SettingGroup optional(
            String key,
            ConfigDef.Type type,
            Object ifUnset,
            Validator validator,
            Importance importance,
            String display,
            String doc) {
        return define(key, type, ifUnset, validator, importance, Width.MEDIUM, display, doc, null);
    }

    public SettingGroup choice(
            String key,
            ConfigDef.Type type,
            Object ifUnset,
            Validator validator,
            List<Object> values,
            String display,
            String doc) {
        return define(key, type, ifUnset, validator, Importance.MEDIUM, Width.MEDIUM, display, doc, new Choice(values));
    }

    private SettingGroup define(
            String key,
            ConfigDef.Type type,
            Object ifUnset,
            Validator validator,
            Importance importance,
            Width width,
            String display,
            String doc,
            Recommender recommender) {
        definition.define(
                key, type, ifUnset, validator, importance, doc, name, ++order, width, display, List.of(), recommender);
        return this;
    }

    /** Values that a form offers. */
    private record Choice(List<Object> values) implements Recommender {
        @Override
        public List<Object> validValues(String name, java.util.Map<String, Object> parsed) {
            return values;
        }

        @Override
        public boolean visible(String name, java.util.Map<String, Object> parsed) {
            return true;
        }
    }
}
