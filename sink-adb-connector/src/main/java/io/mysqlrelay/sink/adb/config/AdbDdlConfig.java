package io.mysqlrelay.sink.adb.config;

import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings {@code ddl.*} that only AnalyticDB needs. */
public final class AdbDdlConfig {
    public static final String TYPE_CHANGE_MODE = "ddl.type.change.mode";
    public static final String CREATE_DATABASE = "ddl.create.database.enabled";
    public static final String DROP_DATABASE = "ddl.drop.database.enabled";
    public static final String DROP_TABLE = "ddl.drop.table.enabled";
    public static final String VIEWS = "ddl.views.enabled";

    private static final String GROUP = "ddl";

    private AdbDdlConfig() {}

    public static ConfigDef define(ConfigDef def) {
        def.define(
                TYPE_CHANGE_MODE,
                ConfigDef.Type.STRING,
                "stop",
                ValidString.in("stop", "rebuild"),
                Importance.HIGH,
                "What to do when a column gets a type that AnalyticDB cannot change it to. stop: fail the task, with the steps"
                        + " to take in the message; a restart goes on when they are done. rebuild: take them, which copies"
                        + " the whole table inside AnalyticDB while changes wait.",
                GROUP,
                2,
                Width.SHORT,
                "Changes of types");
        def.define(
                CREATE_DATABASE,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Whether databases are created. Set it to false when the account may not.",
                GROUP,
                3,
                Width.SHORT,
                "Create databases");
        def.define(
                DROP_DATABASE,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.LOW,
                "Whether DROP DATABASE is carried out. Otherwise the database and its tables stay in the target.",
                GROUP,
                4,
                Width.SHORT,
                "Drop databases");
        def.define(
                DROP_TABLE,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Whether DROP TABLE is carried out. Otherwise the table stays in the target, and the source must not create"
                        + " another one of its name.",
                GROUP,
                5,
                Width.SHORT,
                "Drop tables");
        return def.define(
                VIEWS,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.MEDIUM,
                "Whether views are carried over: in the schema phase, and by CREATE, ALTER, DROP VIEW and RENAME TABLE. A view"
                        + " that cannot be made in AnalyticDB is left out and never stops the task, whatever ddl.error.policy"
                        + " is; ddl_log of the checkpoint database has the reason. Otherwise views are skipped.",
                GROUP,
                6,
                Width.SHORT,
                "Views");
    }

    static boolean rebuilds(AbstractConfig config) {
        return config.getString(TYPE_CHANGE_MODE).toLowerCase(Locale.ROOT).equals("rebuild");
    }
}
