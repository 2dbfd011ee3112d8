package io.mysqlrelay.sink.mysql.config;

import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.config.DdlConfig;
import io.mysqlrelay.sink.config.DdlErrorPolicy;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.config.LanesConfig;
import io.mysqlrelay.sink.config.ObjectsConfig;
import io.mysqlrelay.sink.config.PrecheckConfig;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Everything the MySQL target needs to know.
 *
 * @param migration the change topic's name
 * @param owner who runs the migration: cluster and connector name
 * @param checkpointDatabase holds the relay's own tables
 * @param proceed existing tables are accepted
 * @param ddlErrors what follows when a statement is refused
 * @param threads most sessions that apply the changes of one window side by side
 */
public record TargetSettings(
        ConnectionSettings connection,
        String migration,
        String owner,
        String checkpointDatabase,
        boolean proceed,
        DdlErrorPolicy ddlErrors,
        int threads) {

    /** @return the definitions of the settings that this class reads */
    public static ConfigDef define(ConfigDef def) {
        return PrecheckConfig.define(
                LanesConfig.define(DdlConfig.define(ObjectsConfig.define(ConnectionConfig.define(def)))));
    }

    public static TargetSettings parse(Map<String, String> config, String migration, String owner) {
        AbstractConfig parsed = new AbstractConfig(define(new ConfigDef()), config, false);
        return new TargetSettings(
                ConnectionConfig.parse(parsed, 0),
                migration,
                owner,
                parsed.getString(ObjectsConfig.CHECKPOINT_DATABASE),
                parsed.getString(ObjectsConfig.EXISTING_TABLES).equals(ObjectsConfig.PROCEED),
                DdlErrorPolicy.of(parsed.getString(DdlConfig.ERROR_POLICY)),
                EngineSettings.MODE_TRANSACTION.equals(config.get(EngineSettings.MODE))
                        ? 1
                        : parsed.getInt(LanesConfig.THREADS));
    }
}
