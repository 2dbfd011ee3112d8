package io.mysqlrelay.source.debezium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The zone of the source's machine, which its sessions call SYSTEM: no event says what it is. Only one that is always as
 * far from UTC can be told, because all others have no name that another server or Java would know for certain.
 */
final class SystemZone {
    private static final String DIGIT = "(SELECT 0 n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL"
            + " SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
    /** Every third day of TIMESTAMP's range: no known zone has had a summer time shorter than that. */
    private static final String OFFSETS = "SELECT MIN(away), MAX(away), COUNT(*) = COUNT(away) FROM (SELECT"
            + " TIMESTAMPDIFF(SECOND, at, CONVERT_TZ(at, '+00:00', 'SYSTEM')) away FROM (SELECT TIMESTAMPADD(DAY,"
            + " 3 * (1000 * a.n + 100 * b.n + 10 * c.n + d.n), '1970-01-02 00:00:00') at FROM " + DIGIT + " a, " + DIGIT
            + " b, " + DIGIT + " c, " + DIGIT + " d) days WHERE at < '2038-01-18') offsets";

    private static final int MINUTE = 60;
    /** What every version takes as a session's zone (MySQL manual, "Time Zone Variables"). */
    private static final int MOST = 13 * 60 * MINUTE;

    private SystemZone() {}

    /** @return {@code +08:00}; null if it was not always the same */
    static String read(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(OFFSETS)) {
            row.next();
            return row.getBoolean(3) && row.getInt(1) == row.getInt(2) ? text(row.getInt(1)) : null;
        }
    }

    /** @return null for one that cannot be written */
    static String text(int seconds) {
        if (seconds % MINUTE != 0 || Math.abs(seconds) >= MOST) {
            return null;
        }
        int minutes = Math.abs(seconds) / MINUTE;
        return String.format(Locale.ROOT, "%s%02d:%02d", seconds < 0 ? "-" : "+", minutes / MINUTE, minutes % MINUTE);
    }
}
