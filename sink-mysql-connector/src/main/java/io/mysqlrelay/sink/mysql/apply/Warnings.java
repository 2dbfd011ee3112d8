package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.mysql.plan.SqlText;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The session is not strict, so a value that the server changed shows as a warning, and only there. */
final class Warnings {
    /**
     * About the statement's words, never about a value: deprecated syntax or function (1287, 1681), deprecated alias
     * utf8 (3719), deprecated collation (3778). They come from comparing with a column in an old character set.
     */
    private static final Set<Integer> HARMLESS = Set.of(1287, 1681, 3719, 3778);

    /** WARN_DATA_TRUNCATED; also given for ENUM number 0, which is stored as it is. */
    private static final int DATA_TRUNCATED = 1265;

    /**
     * ER_INVALID_CHARACTER_STRING; in single-byte character sets such as geostd8 and hebrew also given for a byte that is
     * no character, which compares as it is.
     */
    private static final int INVALID_STRING = 1300;

    private static final Pattern COLUMN = Pattern.compile("column '([^']{1,64})'");

    private Warnings() {}

    /** Looks at the warnings of the one statement just executed; no round trip when there is none. */
    static void check(DmlSession session, Statement statement, SqlText sql, TablePlan plan) throws SQLException {
        if (!session.warned()) {
            return;
        }
        int expected = sql.expectedWarnings();
        for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
            boolean fine = HARMLESS.contains(w.getErrorCode())
                    || (w.getErrorCode() == DATA_TRUNCATED && expected-- > 0)
                    || (w.getErrorCode() == INVALID_STRING && !sql.convertsText())
                    // Its value is the server's own, and the source's server computed the same.
                    || plan.generates(column(w.getMessage()));
            if (!fine) {
                throw new RelayException(
                        ErrorCode.VALUE_CHANGED,
                        "table " + plan.table() + columnOf(w.getMessage()) + ": MySQL warning " + w.getErrorCode());
            }
        }
    }

    /** The message's column; never the rest, which may hold the value. */
    static String columnOf(String message) {
        String column = column(message);
        return column == null ? "" : ", column " + column;
    }

    private static String column(String message) {
        Matcher m = COLUMN.matcher(message == null ? "" : message);
        return m.find() ? m.group(1) : null;
    }
}
