package io.mysqlrelay.sink.jdbc;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.sql.SQLException;

/**
 * Turns the driver's exceptions into those of the target's interface. Not for statements with row values: the message
 * keeps the server's text.
 */
public final class Outages {
    private Outages() {}

    /**
     * @param doing what was going on, for the message: "reading the checkpoint"
     * @return never; declared so that a caller can write {@code throw}
     * @throws TransientTargetException if a later try may succeed
     */
    public static RelayException translate(SQLException error, String doing) throws TransientTargetException {
        String what = doing + ": " + SqlErrors.numbers(error);
        return switch (SqlErrors.kind(error)) {
            case CONNECTION -> throw new TransientTargetException(Kind.CONNECTION, what, error);
            case BUSY -> throw new TransientTargetException(Kind.OTHER, what, error);
            case LOGIN -> new RelayException(ErrorCode.TARGET_LOGIN, what, error);
            case PRIVILEGE -> new RelayException(ErrorCode.TARGET_PRIVILEGE, what + ": " + error.getMessage(), error);
            case TOO_BIG -> new RelayException(ErrorCode.ROW_TOO_BIG, what);
            case DATA, DUPLICATE, OTHER ->
                new RelayException(ErrorCode.TARGET_ERROR, what + ": " + error.getMessage(), error);
        };
    }
}
