package io.mysqlrelay.source.transforms;

import io.mysqlrelay.source.config.SettingGroup;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/**
 * What {@link OneTopic} is set to.
 *
 * @param topic null for the one that follows from the connector's topic.prefix
 * @param skipObjects whether statements about views, routines, triggers and events are left out
 */
record OneTopicSettings(String topic, boolean skipObjects) {
    static final String TOPIC = "topic";
    static final String OBJECTS = "object.statements";

    private static final String SKIP = "skip";

    static final ConfigDef DEFINITION = new ConfigDef();

    static {
        SettingGroup group = new SettingGroup(DEFINITION, "Change topic");
        group.optional(
                        TOPIC,
                        ConfigDef.Type.STRING,
                        null,
                        null,
                        Importance.LOW,
                        "Topic",
                        "Topic of one partition that all records go to. Unset, <topic.prefix>.changes.")
                .choice(
                        OBJECTS,
                        ConfigDef.Type.STRING,
                        "fail",
                        ValidString.in("fail", SKIP),
                        List.of("fail", SKIP),
                        "Statements about objects",
                        "What to do with a statement about a view, procedure, function, trigger or event, which the stock"
                                + " connector may have cut, and with one that cannot be read: fail, or skip it with a line"
                                + " in the log. They are never executed.");
    }

    /** @throws org.apache.kafka.common.config.ConfigException if a value is not valid */
    static OneTopicSettings of(Map<String, ?> settings) {
        AbstractConfig config = new AbstractConfig(DEFINITION, settings, false);
        return new OneTopicSettings(
                config.getString(TOPIC), config.getString(OBJECTS).equals(SKIP));
    }
}
