package io.mysqlrelay.core.ddl;

/** What a statement is for. The order of the constants has no meaning. */
public enum StatementKind {
    /** BEGIN, START TRANSACTION, COMMIT, ROLLBACK, SAVEPOINT, RELEASE SAVEPOINT, XA. */
    TRANSACTION_CONTROL,
    /** Changes or reads rows, CALL, DO and SELECT included: a function may write. */
    DML,
    CREATE_TABLE,
    CREATE_TABLE_LIKE,
    /** With a query, or with the clause START TRANSACTION that stands for the query in a row-based binlog. */
    CREATE_TABLE_SELECT,
    ALTER_TABLE,
    DROP_TABLE,
    RENAME_TABLE,
    TRUNCATE_TABLE,
    CREATE_INDEX,
    DROP_INDEX,
    CREATE_DATABASE,
    ALTER_DATABASE,
    DROP_DATABASE,
    VIEW,
    /** Stored procedures and functions; a loadable function (SONAME) is ADMIN. */
    ROUTINE,
    TRIGGER,
    EVENT,
    /** Accounts, roles, their privileges and passwords. */
    USER,
    /** CREATE and DROP TEMPORARY TABLE, in every form. */
    TEMPORARY,
    /** Maintains the server or a session, and changes neither rows nor the definition of a table. */
    ADMIN,
    /** Not recognised: nothing may be concluded from it. */
    UNKNOWN
}
