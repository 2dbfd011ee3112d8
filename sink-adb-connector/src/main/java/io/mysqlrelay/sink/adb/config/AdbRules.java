package io.mysqlrelay.sink.adb.config;

import io.mysqlrelay.sink.adb.table.TypeRules;
import io.mysqlrelay.sink.adb.value.ValueRules;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * The user's choices about tables and values, parsed.
 *
 * @param keylessAllowed tables without a key are made
 * @param actionsIgnored foreign keys that change rows by themselves are accepted
 * @param rebuilds a table is rebuilt where a column's type cannot be changed in place
 */
public record AdbRules(
        TableRules tables,
        TypeRules types,
        ValueRules values,
        boolean keylessAllowed,
        boolean actionsIgnored,
        boolean rebuilds) {
    /** @throws org.apache.kafka.common.config.ConfigException naming the setting */
    public static AdbRules parse(AbstractConfig parsed, Map<String, String> config) {
        return new AdbRules(
                TableRules.parse(config),
                AdbConfig.types(parsed),
                AdbConfig.values(parsed),
                parsed.getString(AdbConfig.KEYLESS_MODE).equals("row_id"),
                parsed.getString(AdbConfig.REFERENTIAL_ACTIONS).equals("ignore"),
                AdbDdlConfig.rebuilds(parsed));
    }
}
