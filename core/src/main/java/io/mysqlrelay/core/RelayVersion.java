package io.mysqlrelay.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that every connector, task and marker reports. */
public final class RelayVersion {
    private static final String CURRENT = read();

    private RelayVersion() {}

    /** @return {@code major.minor.patch} alone: Connect compares it with version ranges that users write */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = RelayVersion.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("version");
        int build = version.indexOf('-');
        return build < 0 ? version : version.substring(0, build);
    }
}
