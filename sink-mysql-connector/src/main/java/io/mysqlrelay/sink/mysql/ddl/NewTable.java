package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * CREATE TABLE ... SELECT as the binlog has it since 8.0.21: the statement with the clause START TRANSACTION, then the
 * rows. The rows come as changes of their own, so the table is created without the clause.
 */
final class NewTable {
    private static final byte[] CLAUSE = Statement.START_TRANSACTION.getBytes(StandardCharsets.US_ASCII);

    private NewTable() {}

    /** @return the change itself when its statement has no such clause */
    static DdlChange alone(DdlChange change, Statement statement) {
        if (statement.startTransactionAt() < 0) {
            return change;
        }
        if (!change.text().startsWith(Statement.START_TRANSACTION, statement.startTransactionAt())) {
            throw new RelayException(ErrorCode.CREATE_WITH_ROWS, "START TRANSACTION in other words than the server's");
        }
        int at = offset(change.statement(), occurrence(change.text(), statement.startTransactionAt()));
        byte[] bytes = Arrays.copyOf(change.statement(), change.statement().length - CLAUSE.length);
        System.arraycopy(change.statement(), at + CLAUSE.length, bytes, at, bytes.length - at);
        return new DdlChange(
                change.schemaPhase(),
                change.database(),
                bytes,
                change.charset(),
                statement.withoutStartTransaction(change.text()),
                change.session(),
                change.tables(),
                change.transaction(),
                change.ordinal(),
                change.sourceMillis());
    }

    /** The statement is bytes of any character set, in which the clause is the same but its offset is not. */
    private static int occurrence(String text, int clause) {
        int count = 0;
        for (int at = text.indexOf(Statement.START_TRANSACTION);
                at >= 0 && at < clause;
                at = text.indexOf(Statement.START_TRANSACTION, at + 1)) {
            count++;
        }
        return count;
    }

    private static int offset(byte[] statement, int occurrence) {
        int left = occurrence;
        for (int at = 0; at + CLAUSE.length <= statement.length; at++) {
            if (Arrays.equals(statement, at, at + CLAUSE.length, CLAUSE, 0, CLAUSE.length) && left-- == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("the statement's bytes do not hold what its text holds");
    }
}
