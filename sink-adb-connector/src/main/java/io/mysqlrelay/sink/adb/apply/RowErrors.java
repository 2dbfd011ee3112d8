package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.plan.RowStatement;
import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.sql.SQLException;
import java.util.Set;

/** Errors of statements with row values. Without the server's text and without a cause: both may hold them. */
final class RowErrors {
    private static final Set<ErrorCode> ABOUT_A_ROW =
            Set.of(ErrorCode.ROW_REFUSED, ErrorCode.ROW_TOO_BIG, ErrorCode.ADB_VALUE, ErrorCode.ROW_DIVERGED);

    private RowErrors() {}

    /** True if leaving out the one row would let everything else go on. */
    static boolean aboutARow(RelayException e) {
        return ABOUT_A_ROW.contains(e.code());
    }

    /** True if one of the statement's rows is to blame, so that a part of it may go through. */
    static boolean divisible(SQLException error) {
        ErrorKind kind = AdbErrors.kindForRows(error);
        return kind == ErrorKind.DATA || kind == ErrorKind.DUPLICATE || kind == ErrorKind.TOO_BIG;
    }

    /** @throws TransientTargetException if it may go through later */
    static RelayException refused(SQLException error, RowStatement statement) throws TransientTargetException {
        String numbers = "writing rows of table " + statement.plan().table() + ": " + AdbErrors.numbers(error);
        ErrorCode code = switch (AdbErrors.kindForRows(error)) {
            case CONNECTION -> throw new TransientTargetException(Kind.CONNECTION, numbers, null);
            case BUSY -> throw new TransientTargetException(Kind.OTHER, numbers, null);
            case PRIVILEGE -> ErrorCode.TARGET_PRIVILEGE;
            case LOGIN -> ErrorCode.TARGET_LOGIN;
            case DUPLICATE, DATA -> ErrorCode.ROW_REFUSED;
            case TOO_BIG -> ErrorCode.ROW_TOO_BIG;
            case OTHER -> ErrorCode.TARGET_ERROR;
        };
        boolean write = !statement.written().isEmpty();
        return new RelayException(
                code,
                (write
                                ? "REPLACE of " + statement.written().size()
                                : "DELETE of " + statement.deleted().size())
                        + " rows of table " + statement.plan().table()
                        + (statement.plan().keyless()
                                ? " (no key)"
                                : ", key (" + statement.plan().keyNames() + ")") + ": "
                        + AdbErrors.numbers(error));
    }
}
