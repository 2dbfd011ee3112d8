package io.mysqlrelay.sink.change;

import io.mysqlrelay.core.TableName;
import java.util.List;
import java.util.Map;

/**
 * One statement of the source, to be executed in the session it had there.
 *
 * @param schemaPhase true for statements made from SHOW CREATE before the full load, false for logged ones
 * @param database default database; null when there was none
 * @param statement bytes as logged, in {@code charset}; must not be mutated
 * @param charset MySQL name of the statement's character set
 * @param text the statement decoded, for logs and for reading its tokens
 * @param session session variables to set before it, value as text
 * @param tables tables the source found named in it; may be empty
 * @param transaction GTID or coordinate; {@code -} in the schema phase
 * @param ordinal within its transaction
 * @param sourceMillis the event's time
 * @param before the table of an ALTER TABLE that may change values of rows; null for other statements, and where the source
 *     does not tell it
 */
public record DdlChange(
        boolean schemaPhase,
        String database,
        byte[] statement,
        String charset,
        String text,
        Map<String, String> session,
        List<TableName> tables,
        String transaction,
        long ordinal,
        long sourceMillis,
        TableBefore before)
        implements StreamValue {
    /** A statement of whose table nothing is known. */
    public DdlChange(
            boolean schemaPhase,
            String database,
            byte[] statement,
            String charset,
            String text,
            Map<String, String> session,
            List<TableName> tables,
            String transaction,
            long ordinal,
            long sourceMillis) {
        this(
                schemaPhase,
                database,
                statement,
                charset,
                text,
                session,
                tables,
                transaction,
                ordinal,
                sourceMillis,
                null);
    }
}
