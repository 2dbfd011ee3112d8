package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import java.sql.SQLException;
import java.util.Locale;

/** Errors about one row. Without the server's text and without a cause: both may hold row values. */
final class RowErrors {
    private RowErrors() {}

    /** @return the coded error, or the exception itself (wrapped by nobody) when a later try may succeed */
    static RelayException refused(SQLException error, TablePlan plan, String op, long endOffset) throws SQLException {
        if (SqlErrors.isForeignKey(error)) {
            return new RelayException(
                    ErrorCode.REFERENTIAL_CHANGE, where(plan, op, endOffset) + ": " + SqlErrors.numbers(error));
        }
        ErrorKind kind = SqlErrors.kind(error);
        ErrorCode code = switch (kind) {
            case CONNECTION, BUSY, PRIVILEGE, LOGIN -> throw error;
            case DUPLICATE -> ErrorCode.ROW_DUPLICATE;
            case TOO_BIG -> ErrorCode.ROW_TOO_BIG;
            case DATA -> ErrorCode.ROW_REFUSED;
            case OTHER -> ErrorCode.TARGET_ERROR;
        };
        return new RelayException(
                code,
                where(plan, op, endOffset) + Warnings.columnOf(error.getMessage()) + ": " + SqlErrors.numbers(error));
    }

    static RelayException diverged(TablePlan plan, String op, int found, long endOffset) {
        return new RelayException(
                ErrorCode.ROW_DIVERGED,
                String.format(Locale.ROOT, "%s found %d rows instead of 1", where(plan, op, endOffset), found));
    }

    private static String where(TablePlan plan, String op, long endOffset) {
        return op + " on table " + plan.table() + (plan.keyless() ? " (no key)" : ", key " + plan.keyNames())
                + ", before offset " + endOffset;
    }
}
