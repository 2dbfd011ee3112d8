package io.mysqlrelay.sink.adb.session;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments for people who read the relay's own tables; nothing is decided by them. */
public final class Clock {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private Clock() {}

    public static String now() {
        return FORMAT.format(Instant.now().atZone(ZoneOffset.UTC));
    }
}
