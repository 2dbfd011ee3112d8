package io.mysqlrelay.sink.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** How many sessions apply changes at the same time. */
public final class LanesConfig {
    public static final String THREADS = "apply.threads";
    /** Most lanes that a window can have. */
    public static final int MOST_THREADS = 32;

    private LanesConfig() {}

    public static ConfigDef define(ConfigDef def) {
        return def.define(
                THREADS,
                ConfigDef.Type.INT,
                4,
                ConfigDef.Range.between(1, MOST_THREADS),
                Importance.MEDIUM,
                "Sessions on the target that apply the changes of one window at the same time, as far as they share no key."
                        + " With 1 every window is one transaction; with more, a reader of the target can see a part of a"
                        + " window, and so of a transaction of the source.",
                "Apply",
                3,
                Width.SHORT,
                "Threads");
    }
}
