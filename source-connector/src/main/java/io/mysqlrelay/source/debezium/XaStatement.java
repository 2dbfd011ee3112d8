package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement about an XA transaction as the server writes it to the binlog: {@code XA START X'61',X'62',7}, whatever the
 * user has written (class XID of the server, serialize).
 *
 * @param verb START, END, COMMIT or ROLLBACK
 * @param xid the transaction's name for the stream: format id and the two parts in hexadecimal digits
 */
record XaStatement(String verb, String xid) {
    private static final Pattern FORM =
            Pattern.compile("XA (START|END|COMMIT|ROLLBACK) X'([0-9A-F]*)',X'([0-9A-F]*)',(-?\\d+).*");

    static boolean is(String sql) {
        return sql.regionMatches(true, 0, "XA ", 0, 3);
    }

    /** @throws RelayException if it has another form: guessing whether rows count would lose or invent them */
    static XaStatement parse(String sql, String at) {
        Matcher m = FORM.matcher(sql.trim().toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            throw new RelayException(ErrorCode.BINLOG_UNREADABLE, "XA statement of an unknown form at " + at);
        }
        // Neither a number nor a date nor a list, so that every header converter leaves it as it is.
        return new XaStatement(m.group(1), "xid." + m.group(4) + "." + m.group(2) + "." + m.group(3));
    }
}
