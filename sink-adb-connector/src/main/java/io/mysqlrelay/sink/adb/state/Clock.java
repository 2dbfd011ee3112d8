package io.mysqlrelay.sink.adb.state;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments for people who read the relay's own tables; nothing is decided by them. */
final class Clock {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private Clock() {}

    static String now() {
        return FORMAT.format(Instant.now().atZone(ZoneOffset.UTC));
    }
}
