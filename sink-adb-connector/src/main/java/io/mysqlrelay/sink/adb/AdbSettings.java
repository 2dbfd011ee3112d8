package io.mysqlrelay.sink.adb;

import io.mysqlrelay.sink.adb.config.AdbConfig;
import io.mysqlrelay.sink.adb.config.AdbDdlConfig;
import io.mysqlrelay.sink.adb.config.AdbRules;
import io.mysqlrelay.sink.adb.ddl.DdlRules;
import io.mysqlrelay.sink.adb.ddl.TypeChangeMode;
import io.mysqlrelay.sink.adb.plan.Limits;
import io.mysqlrelay.sink.adb.value.ValueRules;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.config.DdlConfig;
import io.mysqlrelay.sink.config.DdlErrorPolicy;
import io.mysqlrelay.sink.config.LanesConfig;
import io.mysqlrelay.sink.config.ObjectsConfig;
import io.mysqlrelay.sink.config.PrecheckConfig;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Everything the AnalyticDB target needs to know.
 *
 * @param socketTimeoutMillis of sessions that change rows
 * @param migration the change topic's name
 * @param owner who runs the migration: cluster and connector name
 * @param proceed existing tables are accepted
 * @param probe prechecks may make a table of their own
 * @param threads most sessions that write rows side by side
 */
public record AdbSettings(
        ConnectionSettings connection,
        int socketTimeoutMillis,
        String migration,
        String owner,
        String checkpointDatabase,
        boolean proceed,
        boolean probe,
        DdlErrorPolicy ddlErrors,
        int threads,
        DdlRules ddl,
        ValueRules values,
        Limits limits) {

    /** @return the definitions of the settings that this class reads */
    public static ConfigDef define(ConfigDef def) {
        return AdbDdlConfig.define(AdbConfig.define(PrecheckConfig.define(
                LanesConfig.define(DdlConfig.define(ObjectsConfig.define(ConnectionConfig.define(def)))))));
    }

    /** @throws org.apache.kafka.common.config.ConfigException with the setting's name if a value is not allowed */
    public static AdbSettings parse(Map<String, String> config, String migration, String owner) {
        AbstractConfig parsed = new AbstractConfig(define(new ConfigDef()), config, false);
        AdbRules rules = AdbRules.parse(parsed, config);
        return new AdbSettings(
                ConnectionConfig.parse(parsed, 0),
                parsed.getInt(AdbConfig.SOCKET_TIMEOUT) * 1_000,
                migration,
                owner,
                parsed.getString(ObjectsConfig.CHECKPOINT_DATABASE),
                parsed.getString(ObjectsConfig.EXISTING_TABLES).equals(ObjectsConfig.PROCEED),
                parsed.getBoolean(AdbConfig.PROBE),
                DdlErrorPolicy.of(parsed.getString(DdlConfig.ERROR_POLICY)),
                parsed.getInt(LanesConfig.THREADS),
                new DdlRules(
                        rules.tables(),
                        rules.types(),
                        rules.keylessAllowed(),
                        rules.rebuilds() ? TypeChangeMode.REBUILD : TypeChangeMode.STOP,
                        true,
                        rules.actionsIgnored(),
                        parsed.getBoolean(AdbDdlConfig.CREATE_DATABASE),
                        parsed.getBoolean(AdbDdlConfig.DROP_DATABASE),
                        parsed.getBoolean(AdbDdlConfig.DROP_TABLE),
                        parsed.getBoolean(AdbDdlConfig.VIEWS)),
                rules.values(),
                new Limits(parsed.getInt(AdbConfig.WRITE_ROWS), parsed.getInt(AdbConfig.WRITE_BYTES)));
    }
}
