package io.mysqlrelay.source.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** What of the source server is migrated. */
public final class ObjectGroup {
    public static final String DATABASE_INCLUDE_LIST = "database.include.list";
    public static final String DATABASE_EXCLUDE_LIST = "database.exclude.list";
    public static final String TABLE_INCLUDE_LIST = "table.include.list";
    public static final String TABLE_EXCLUDE_LIST = "table.exclude.list";

    private ObjectGroup() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Objects");
        list(
                group,
                DATABASE_INCLUDE_LIST,
                Importance.HIGH,
                "Databases",
                "Databases to migrate: regular expressions that match the whole name in any case, separated by commas."
                        + " Unset, all databases except MySQL's own and mysql_relay.");
        list(
                group,
                DATABASE_EXCLUDE_LIST,
                Importance.MEDIUM,
                "Databases left out",
                "Databases not to migrate, in the same form. Not together with database.include.list.");
        list(
                group,
                TABLE_INCLUDE_LIST,
                Importance.MEDIUM,
                "Tables",
                "Tables to migrate, matched as database.table, in the same form. Unset, all tables of the databases.");
        list(
                group,
                TABLE_EXCLUDE_LIST,
                Importance.MEDIUM,
                "Tables left out",
                "Tables not to migrate, in the same form. Not together with table.include.list.");
    }

    private static void list(SettingGroup group, String key, Importance importance, String display, String doc) {
        group.optional(key, ConfigDef.Type.STRING, null, Validators.PATTERNS, importance, display, doc);
    }
}
