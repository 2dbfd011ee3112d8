package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.QueryEventData;
import java.nio.charset.StandardCharsets;

/**
 * A QUERY event with everything it carries. {@link #getSql()} holds the statement decoded as Latin-1: the binlog client
 * compares it with BEGIN, COMMIT and ROLLBACK only.
 */
final class QueryEvent extends QueryEventData {
    private static final long serialVersionUID = 1L;

    private final byte[] statement;
    private final transient StatusVariables variables;

    QueryEvent(byte[] statement, byte[] database, StatusVariables variables) {
        this.statement = statement;
        this.variables = variables;
        // System names are UTF-8 in the binlog, whatever the session's character set and the JVM's default are.
        setDatabase(new String(database, StandardCharsets.UTF_8));
        setSql(new String(statement, StandardCharsets.ISO_8859_1));
    }

    /** @return the bytes as logged; not copied */
    byte[] statement() {
        return statement;
    }

    StatusVariables variables() {
        return variables;
    }

    /** Without the statement: it may hold secrets. */
    @Override
    public String toString() {
        return "QueryEvent{threadId=" + getThreadId() + ", database=" + getDatabase() + ", bytes=" + statement.length
                + "}";
    }
}
