package io.mysqlrelay.source.config;

import org.apache.kafka.common.config.ConfigDef;

/** All settings of the source connector, in the order of the documentation. */
public final class SourceSettings {
    private SourceSettings() {}

    /** @return a new definition that the caller may change */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        ServerGroup.define(definition);
        ObjectGroup.define(definition);
        MigrationGroup.define(definition);
        KafkaGroup.define(definition);
        OperationGroup.define(definition);
        PrecheckGroup.define(definition);
        ForcedSettings.define(definition);
        return definition;
    }
}
