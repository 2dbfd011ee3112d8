package io.mysqlrelay.source.config;

import io.mysqlrelay.core.precheck.Ignored;
import io.mysqlrelay.precheck.PrecheckSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** What follows from prechecks. */
public final class PrecheckGroup {
    private PrecheckGroup() {}

    static void define(ConfigDef definition) {
        new SettingGroup(definition, "Prechecks")
                .optional(
                        PrecheckSettings.IGNORE,
                        ConfigDef.Type.STRING,
                        "",
                        Validators.validator(PrecheckSettings.IGNORE_FORM, value -> Ignored.parse((String) value)),
                        Importance.MEDIUM,
                        "Ignored alerts",
                        PrecheckSettings.IGNORE_DOC)
                .choice(
                        PrecheckSettings.ALERTS,
                        ConfigDef.Type.STRING,
                        PrecheckSettings.ALERTS_LOG,
                        Validators.oneOf(List.of(PrecheckSettings.ALERTS_LOG, PrecheckSettings.ALERTS_REFUSE)),
                        List.of(PrecheckSettings.ALERTS_LOG, PrecheckSettings.ALERTS_REFUSE),
                        "Alerts",
                        PrecheckSettings.ALERTS_DOC);
    }

    public static Ignored ignored(Map<String, String> props) {
        return Ignored.parse(props.get(PrecheckSettings.IGNORE));
    }

    public static boolean refuseAlerts(Map<String, String> props) {
        return PrecheckSettings.ALERTS_REFUSE.equalsIgnoreCase(props.get(PrecheckSettings.ALERTS));
    }
}
