package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectStatement;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import java.sql.SQLException;

/** Says what is missing when the target refuses an object. */
final class ObjectFailure {
    private ObjectFailure() {}

    /** @throws SQLException the error itself when it goes away without anybody correcting anything */
    static RelayException of(DdlChange change, ObjectStatement statement, SQLException e) throws SQLException {
        TableName name = statement.names().get(0);
        String what = statement.verb() + " " + statement.kind() + " " + name.quoted() + ": " + SqlErrors.numbers(e);
        // ER_BINLOG_UNSAFE_ROUTINE, ER_BINLOG_CREATE_ROUTINE_NEED_SUPER
        if (e.getErrorCode() == 1418 || e.getErrorCode() == 1419) {
            return new RelayException(ErrorCode.FUNCTION_CREATORS, what);
        }
        if (SqlErrors.kind(e) == ErrorKind.PRIVILEGE) {
            return new RelayException(
                    ErrorCode.OBJECT_PRIVILEGE,
                    what + ": GRANT " + needed(statement) + " ON " + TableName.quote(name.database())
                            + ".* to the account that the sink uses");
        }
        return DdlApply.failed(change, " (" + statement.kind() + " " + name.quoted() + ")", e);
    }

    private static String needed(ObjectStatement statement) {
        return switch (statement.kind()) {
            case VIEW -> "CREATE VIEW, SHOW VIEW, DROP, SELECT, EXECUTE";
            case PROCEDURE, FUNCTION -> "CREATE ROUTINE, ALTER ROUTINE, EXECUTE";
            case TRIGGER -> "TRIGGER";
            case EVENT -> "EVENT";
        };
    }
}
