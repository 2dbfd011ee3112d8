package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.ddl.Statement;

/** What this version does with a kind of statement. */
enum Action {
    EXECUTE,
    /** Executed with the differences that a copy of an object has. */
    REWRITE,
    /** Logged, and nothing else: it changes neither rows nor tables. */
    SKIP,
    /** It would write rows a second time. */
    REFUSE;

    static Action of(Statement statement) {
        return switch (statement.kind()) {
            case CREATE_TABLE,
                    CREATE_TABLE_LIKE,
                    ALTER_TABLE,
                    DROP_TABLE,
                    RENAME_TABLE,
                    TRUNCATE_TABLE,
                    CREATE_INDEX,
                    DROP_INDEX,
                    CREATE_DATABASE,
                    ALTER_DATABASE,
                    DROP_DATABASE,
                    UNKNOWN -> EXECUTE;
            case CREATE_TABLE_SELECT -> statement.startTransactionAt() >= 0 ? EXECUTE : REFUSE;
            case DML -> REFUSE;
            case VIEW, ROUTINE, TRIGGER, EVENT -> REWRITE;
            case USER, TEMPORARY, ADMIN, TRANSACTION_CONTROL -> SKIP;
        };
    }
}
