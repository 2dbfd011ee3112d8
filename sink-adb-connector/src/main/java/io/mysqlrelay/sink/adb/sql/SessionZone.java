package io.mysqlrelay.sink.adb.sql;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/** The time zone of the source's session, in which TIMESTAMP constants of its statement are written. */
public final class SessionZone {
    private SessionZone() {}

    /**
     * @param session variables by name
     * @return null for that of the source's machine, whose name no event has, and for one that Java does not know
     */
    public static ZoneId of(Map<String, String> session) {
        String name = session.get("time_zone");
        if (name == null || name.equalsIgnoreCase("SYSTEM")) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
