package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.mysql.plan.SqlText;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The session is not strict, so a value that the server changed shows as a warning, and only there. */
final class Warnings {
    /**
     * Not about a column's value. About the statement's words: deprecated syntax or function (1287, 1681), deprecated alias
     * utf8 (3719), deprecated collation (3778), which come from comparing with a column in an old character set; or about
     * what the server computes from values that it has taken as they are: for a functional index (3751, 3752), or by a cast of
     * JSON (3156), which only an expression of the table's own does and which names the column that it casts.
     */
    private static final Set<Integer> HARMLESS = Set.of(1287, 1681, 3156, 3719, 3751, 3752, 3778);

    /** WARN_DATA_TRUNCATED; also given for ENUM number 0, which is stored as it is. */
    private static final int DATA_TRUNCATED = 1265;

    /**
     * ER_INVALID_CHARACTER_STRING; in single-byte character sets such as geostd8 and hebrew also given for a byte that is
     * no character, which compares as it is.
     */
    private static final int INVALID_STRING = 1300;

    /**
     * ER_TRUNCATED_WRONG_VALUE and ER_TRUNCATED_WRONG_VALUE_FOR_FIELD. About a value that is stored they name its column;
     * without one they are about an expression of the table's own: a generated column, a CHECK, a partition's function.
     */
    private static final Set<Integer> CONVERSIONS = Set.of(1292, 1366);

    private static final Pattern COLUMN = Pattern.compile("column '([^']{1,64})'");

    private Warnings() {}

    /**
     * Looks at the warnings of the one statement just executed; no round trip when there is none.
     *
     * @return false if there may be more than the server lists
     */
    static boolean check(DmlSession session, Statement statement, SqlText sql, TablePlan plan) throws SQLException {
        if (!session.warned()) {
            return true;
        }
        List<Warning> listed = new ArrayList<>();
        for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
            listed.add(new Warning(w.getErrorCode(), w.getMessage()));
        }
        check(listed, sql, plan);
        return listed.size() < session.maxWarnings();
    }

    /**
     * Looks at the warnings of the one statement just refused as a duplicate: without them a value that was clipped to
     * that of another row would pass for this row.
     */
    static void checkRefused(DmlSession session, SqlText sql, TablePlan plan) throws SQLException {
        List<Warning> listed = session.rows("SHOW WARNINGS").stream()
                .filter(r -> !r[0].equals("Error"))
                .map(r -> new Warning(Integer.parseInt(r[1]), r[2]))
                .toList();
        check(listed, sql, plan);
    }

    private static void check(List<Warning> listed, SqlText sql, TablePlan plan) {
        int expected = sql.expectedWarnings();
        for (Warning w : listed) {
            boolean fine = harmless(w.code(), w.message(), plan)
                    || (w.code() == DATA_TRUNCATED && expected-- > 0)
                    || (w.code() == INVALID_STRING && !sql.convertsText());
            if (!fine) {
                throw new RelayException(
                        ErrorCode.VALUE_CHANGED,
                        "table " + plan.table() + columnOf(w.message()) + ": MySQL warning " + w.code());
            }
        }
    }

    private record Warning(int code, String message) {}

    static RelayException unseen(TablePlan plan) {
        return new RelayException(
                ErrorCode.VALUE_CHANGED,
                "table " + plan.table()
                        + ": the target lists fewer warnings than one row gave, its max_error_count must"
                        + " be 64 or more");
    }

    /** The source's server computed what the server computes here, and warned of the same. */
    static boolean harmless(int code, String message, TablePlan plan) {
        String column = column(message);
        return HARMLESS.contains(code) || (column == null ? CONVERSIONS.contains(code) : plan.generates(column));
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
