package io.mysqlrelay.sink.jdbc;

import static io.mysqlrelay.sink.jdbc.ErrorKind.BUSY;
import static io.mysqlrelay.sink.jdbc.ErrorKind.CONNECTION;
import static io.mysqlrelay.sink.jdbc.ErrorKind.DATA;
import static io.mysqlrelay.sink.jdbc.ErrorKind.DUPLICATE;
import static io.mysqlrelay.sink.jdbc.ErrorKind.LOGIN;
import static io.mysqlrelay.sink.jdbc.ErrorKind.OTHER;
import static io.mysqlrelay.sink.jdbc.ErrorKind.PRIVILEGE;
import static io.mysqlrelay.sink.jdbc.ErrorKind.TOO_BIG;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Kinds of errors by vendor number, then by SQLState class; never by message text, which is translated and holds row
 * values. Numbers: MySQL 8.0 error reference; below 1000 those of the server's file layer, which it passes on.
 */
public final class SqlErrors {
    public static final int LOCK_WAIT = 1205;
    public static final int DEADLOCK = 1213;

    /** A parent is referred to or missing, a cascade is too deep or makes a duplicate. */
    private static final Set<Integer> FOREIGN_KEY = Set.of(1216, 1217, 1451, 1452, 1761, 1762, 3008);

    private static final Map<Integer, ErrorKind> BY_NUMBER = new HashMap<>();
    /** Of a number that is not listed. 70 is "interrupted". */
    private static final Map<String, ErrorKind> BY_CLASS =
            Map.of("08", CONNECTION, "40", BUSY, "70", BUSY, "22", DATA, "23", DATA, "28", LOGIN);

    static {
        // No connection is to be had: too many of them, host blocked, no thread, shutdown, offline mode.
        put(CONNECTION, 1040, 1129, 1135, 1203, 1226, 1053, 1077, 1079, 3032, 3168);
        // The connection has ended: network, KILL, idle too long; 2xxx are the client's own.
        put(CONNECTION, 1042, 1043, 1080, 1152, 1156, 1157, 1158, 1159, 1160, 1161, 1184, 1927, 3169, 4031);
        put(CONNECTION, 2002, 2003, 2005, 2006, 2012, 2013, 2055);
        // Locks: lock wait, deadlock, lock table full, NOWAIT, a table changed under the transaction.
        put(BUSY, 1020, LOCK_WAIT, 1206, DEADLOCK, 1412, 1613, 1614, 1615, 1637, 1689, 3058, 3572);
        // Read-only after a failover or because the disk is full; a commit hook of the replication refused.
        put(BUSY, 1290, 1792, 1836, 3100, 3101);
        // Interrupted: KILL QUERY, max_execution_time.
        put(BUSY, 1317, 3024);
        // Disk: cannot write a file, its temporary file, its binlog; disk, tablespace or table full, also for a table's
        // definition.
        put(BUSY, 3, 20, 1021, 1026, 1030, 1114, 1180, 1598, 1799, 1878, 3664, 3675);
        // Memory.
        put(BUSY, 5, 1037, 1038, 1041);
        put(DUPLICATE, 1022, 1062, 1169, 1586, 1859);
        // Out of range, too long, not convertible, NULL not allowed, CHECK, trigger's SIGNAL, partition.
        put(DATA, 1048, 1264, 1265, 1292, 1300, 1364, 1366, 1367, 1406, 1411, 1416, 1425, 1441, 1526, 1644, 1690, 1748);
        put(DATA, 3140, 3141, 3144, 3146, 3147, 3156, 3548, 3643, 3751, 3819, 3903, 3904, 3907, 3908);
        FOREIGN_KEY.forEach(number -> put(DATA, number));
        put(TOO_BIG, 1118, 1153, 1301, 2020);
        put(PRIVILEGE, 1044, 1142, 1143, 1227, 1370, 1410);
        put(LOGIN, 1045, 1130, 1251, 1698, 1862, 3118, 3955);
    }

    private SqlErrors() {}

    private static void put(ErrorKind kind, int... numbers) {
        for (int number : numbers) {
            if (BY_NUMBER.put(number, kind) != null) {
                throw new IllegalStateException("MySQL error " + number + " is listed twice");
            }
        }
    }

    /** True if a foreign key refuses the row, or a row that its action would change. */
    public static boolean isForeignKey(SQLException error) {
        return FOREIGN_KEY.contains(error.getErrorCode());
    }

    public static ErrorKind kind(SQLException error) {
        // By name: each sink brings its own driver, which refuses such a packet before it is sent, without a number.
        return error.getClass().getSimpleName().equals("PacketTooBigException")
                ? TOO_BIG
                : kind(error.getErrorCode(), error.getSQLState());
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
