package io.mysqlrelay.sink.mysql.session;

import static io.mysqlrelay.sink.mysql.session.ErrorKind.DATA;
import static io.mysqlrelay.sink.mysql.session.ErrorKind.DUPLICATE;
import static io.mysqlrelay.sink.mysql.session.ErrorKind.LOGIN;
import static io.mysqlrelay.sink.mysql.session.ErrorKind.OTHER;
import static io.mysqlrelay.sink.mysql.session.ErrorKind.PRIVILEGE;
import static io.mysqlrelay.sink.mysql.session.ErrorKind.TOO_BIG;
import static io.mysqlrelay.sink.mysql.session.ErrorKind.TRANSIENT;

import com.mysql.cj.jdbc.exceptions.PacketTooBigException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Kinds of errors by vendor number, then by SQLState class; never by message text, which is translated and holds row
 * values. Numbers: MySQL 8.0 error reference.
 */
public final class SqlErrors {
    private static final Map<Integer, ErrorKind> BY_NUMBER = new HashMap<>();
    private static final Map<String, ErrorKind> BY_CLASS =
            Map.of("08", TRANSIENT, "40", TRANSIENT, "22", DATA, "23", DATA, "28", LOGIN);

    static {
        // Too many connections (1040, 1203, 1226), shutdown (1053, 1077, 1079), network (1158 to 1161, 1184, 2006,
        // 2013,
        // 4031), lock wait and deadlock (1205, 1213, 1614, 3572), read-only after a failover (1290, 1792, 1836),
        // interrupted or killed (1317, 3024, 3169), out of resources (1021, 1037, 1038, 1041, 1114, 1135, 1206, 3168).
        for (int number : new int[] {
            1021, 1037, 1038, 1040, 1041, 1053, 1077, 1079, 1114, 1135, 1158, 1159, 1160, 1161, 1184, 1203, 1205, 1206,
            1213, 1226, 1290, 1317, 1614, 1792, 1836, 2002, 2003, 2006, 2013, 3024, 3168, 3169, 3572, 4031
        }) {
            BY_NUMBER.put(number, TRANSIENT);
        }
        for (int number : new int[] {1022, 1062, 1169, 1586, 1859}) {
            BY_NUMBER.put(number, DUPLICATE);
        }
        // Out of range, too long, not convertible, NULL not allowed, CHECK, trigger's SIGNAL, JSON, geometry,
        // partition.
        for (int number : new int[] {
            1048, 1264, 1265, 1292, 1300, 1364, 1366, 1367, 1406, 1411, 1416, 1425, 1441, 1526, 1644, 1690, 1748, 3140,
            3141, 3156, 3819, 4025
        }) {
            BY_NUMBER.put(number, DATA);
        }
        for (int number : new int[] {1153, 1301, 1118, 2020}) {
            BY_NUMBER.put(number, TOO_BIG);
        }
        for (int number : new int[] {1044, 1142, 1143, 1227, 1370, 1410}) {
            BY_NUMBER.put(number, PRIVILEGE);
        }
        for (int number : new int[] {1045, 1130, 1251, 1698, 1862, 3118, 3955}) {
            BY_NUMBER.put(number, LOGIN);
        }
    }

    private SqlErrors() {}

    public static ErrorKind kind(SQLException error) {
        return error instanceof PacketTooBigException ? TOO_BIG : kind(error.getErrorCode(), error.getSQLState());
    }

    static ErrorKind kind(int number, String state) {
        ErrorKind byNumber = BY_NUMBER.get(number);
        if (byNumber != null) {
            return byNumber;
        }
        return state == null || state.length() < 2 ? OTHER : BY_CLASS.getOrDefault(state.substring(0, 2), OTHER);
    }

    /** Error number and SQLState; without the server's text, which may hold row values. */
    public static String numbers(SQLException error) {
        return "MySQL error " + error.getErrorCode() + ", SQLState " + error.getSQLState();
    }
}
