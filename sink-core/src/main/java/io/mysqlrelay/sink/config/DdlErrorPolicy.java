package io.mysqlrelay.sink.config;

import java.util.Arrays;
import java.util.Locale;

/** What follows when the target refuses a statement of the source. */
public enum DdlErrorPolicy {
    /** Changes behind it go on; the statement is logged and counted. */
    LOG_AND_CONTINUE,
    /** The task fails; a restart tries again. */
    STOP,
    /** The statement is tried again for {@code retry.other.minutes}, then the task fails. */
    RETRY;

    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the setting is none of the three */
    public static DdlErrorPolicy of(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT));
    }

    static String[] settings() {
        return Arrays.stream(values()).map(DdlErrorPolicy::setting).toArray(String[]::new);
    }
}
