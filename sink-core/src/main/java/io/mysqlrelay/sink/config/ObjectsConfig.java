package io.mysqlrelay.sink.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** What the sink does with objects in the target, its own state included. */
public final class ObjectsConfig {
    public static final String EXISTING_TABLES = "target.existing.tables";
    public static final String CHECKPOINT_DATABASE = "checkpoint.database";

    public static final String REFUSE = "refuse";
    public static final String PROCEED = "proceed";

    private ObjectsConfig() {}

    public static ConfigDef define(ConfigDef def) {
        def.define(
                EXISTING_TABLES,
                ConfigDef.Type.STRING,
                REFUSE,
                ConfigDef.ValidString.in(REFUSE, PROCEED),
                Importance.MEDIUM,
                "What to do when a table of the migration exists in the target before it starts. refuse: stop and name the tables."
                        + " proceed: keep their rows during the full load, overwrite rows of the same key afterwards.",
                "objects",
                1,
                Width.SHORT,
                "Existing tables");
        return def.define(
                CHECKPOINT_DATABASE,
                ConfigDef.Type.STRING,
                "mysql_relay",
                ConfigDef.LambdaValidator.with(
                        ObjectsConfig::checkDatabase, () -> "a database name of 1 to 64 characters"),
                Importance.LOW,
                "Database in the target that holds the relay's own tables. It is created when missing. Change it only when the name is taken.",
                "checkpoint",
                1,
                Width.MEDIUM,
                "Checkpoint database");
    }

    private static void checkDatabase(String name, Object value) {
        if (value instanceof String database && (database.isBlank() || database.length() > 64)) {
            throw new ConfigException(name + " must be a database name of 1 to 64 characters");
        }
    }
}
