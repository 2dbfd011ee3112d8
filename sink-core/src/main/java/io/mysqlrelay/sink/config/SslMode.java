package io.mysqlrelay.sink.config;

import java.util.Arrays;
import java.util.Locale;

/** How far the connection to the target is protected; the names of MySQL's own {@code --ssl-mode}. */
public enum SslMode {
    DISABLED,
    /** Encrypted when the server offers it; nothing is verified. */
    PREFERRED,
    /** Always encrypted; nothing is verified. */
    REQUIRED,
    /** The server's certificate must come from a trusted authority. */
    VERIFY_CA,
    /** And must be made out for the host in {@code connection.url}. */
    VERIFY_IDENTITY;

    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the setting is none of the five */
    public static SslMode of(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT));
    }

    static String[] settings() {
        return Arrays.stream(values()).map(SslMode::setting).toArray(String[]::new);
    }
}
