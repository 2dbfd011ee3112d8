package io.mysqlrelay.sink.adb.sql;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/** The time zone of the source's session, in which TIMESTAMP constants of its statement are written. */
public final class SessionZone {
    private SessionZone() {}

    /**
     * @param session variables by name
     * @return null for that of the source's machine, unless the source tells that it is always as far from UTC, and for one
     *     that Java does not know
     */
    public static ZoneId of(Map<String, String> session) {
        String name = name(session);
        if (name == null) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** @return as a session of the target takes it; null for that of the source's machine */
    public static String name(Map<String, String> session) {
        String name = session.get("time_zone");
        return name == null || name.equalsIgnoreCase("SYSTEM") ? session.get("system_time_zone") : name;
    }
}
