package io.mysqlrelay.sink.config;

import io.mysqlrelay.core.precheck.Ignored;
import io.mysqlrelay.precheck.PrecheckSettings;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The settings {@code precheck.*}. */
public final class PrecheckConfig {
    private static final String GROUP = "Prechecks";

    private PrecheckConfig() {}

    public static ConfigDef define(ConfigDef def) {
        def.define(
                PrecheckSettings.IGNORE,
                ConfigDef.Type.STRING,
                "",
                ConfigDef.LambdaValidator.with(PrecheckConfig::check, () -> PrecheckSettings.IGNORE_FORM),
                Importance.MEDIUM,
                PrecheckSettings.IGNORE_DOC,
                GROUP,
                1,
                Width.LONG,
                "Ignored alerts");
        return def.define(
                PrecheckSettings.ALERTS,
                ConfigDef.Type.STRING,
                PrecheckSettings.ALERTS_LOG,
                ConfigDef.ValidString.in(PrecheckSettings.ALERTS_LOG, PrecheckSettings.ALERTS_REFUSE),
                Importance.MEDIUM,
                PrecheckSettings.ALERTS_DOC,
                GROUP,
                2,
                Width.SHORT,
                "Alerts");
    }

    private static void check(String name, Object value) {
        try {
            Ignored.parse((String) value);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name + ": " + e.getMessage());
        }
    }

    public static Ignored ignored(Map<String, String> settings) {
        return Ignored.parse(settings.get(PrecheckSettings.IGNORE));
    }

    public static boolean refuseAlerts(Map<String, String> settings) {
        return PrecheckSettings.ALERTS_REFUSE.equals(settings.get(PrecheckSettings.ALERTS));
    }
}
