package io.mysqlrelay.testkit.adb.model;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An answer by which AnalyticDB refuses a statement. "Messages look like {@code [17003, <trace>] table not exist => t}:
 * an ADB code, a trace id, text. There is no public list of the codes": a refusal whose code nobody has published
 * carries text alone. The vendor code says nothing in either case.
 */
public final class AdbError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int UNKNOWN_ERROR = 1105;
    private static final int TABLE_NOT_EXIST = 17003;
    private static final int MODIFY_TYPE = 40039;
    private static final DateTimeFormatter TRACE_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final AtomicLong TRACE = new AtomicLong();

    private final int vendorCode;
    private final String sqlState;

    public AdbError(int vendorCode, String sqlState, String message) {
        super(message, null, false, false);
        this.vendorCode = vendorCode;
        this.sqlState = sqlState;
    }

    /** A refusal whose ADB code is not public. */
    public static AdbError refused(String text) {
        return new AdbError(UNKNOWN_ERROR, "HY000", text);
    }

    /** "17003 {@code table not exist}: table missing". */
    public static AdbError noTable(String table) {
        return coded(TABLE_NOT_EXIST, "table not exist => " + table);
    }

    /** "40039 {@code modify column type is not supported}: type change refused". */
    public static AdbError typeChange(String why) {
        return coded(MODIFY_TYPE, "modify column type is not supported, " + why);
    }

    public static AdbError unsupported(String what) {
        return refused(what + " is not supported");
    }

    private static AdbError coded(int code, String text) {
        String trace =
                LocalDateTime.now(ZoneOffset.UTC).format(TRACE_TIME) + String.format("%023d", TRACE.incrementAndGet());
        return refused("[" + code + ", " + trace + "] " + text);
    }

    public int vendorCode() {
        return vendorCode;
    }

    public String sqlState() {
        return sqlState;
    }
}
