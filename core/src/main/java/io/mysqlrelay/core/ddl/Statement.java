package io.mysqlrelay.core.ddl;

import io.mysqlrelay.core.TableName;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a statement is and what it names. Names are as written, quotes removed: letter case is not folded.
 *
 * @param kind never null
 * @param changed tables (and views) that the statement creates, changes, renames or drops, in the order of the text; of
 *     RENAME the old name before the new. Of DML only the table written to, empty when that takes more than one name to
 *     tell (multi-table UPDATE and DELETE)
 * @param read tables that it only refers to: the source of LIKE, parents of foreign keys, the table of a trigger,
 *     members of UNION=(...). Tables inside a query (CREATE TABLE ... SELECT, VIEW) or a routine's body are not listed
 * @param renames the pairs of RENAME TABLE and ALTER TABLE ... RENAME in their order; a swap is three pairs. A
 *     pair of which one name is unresolved is left out
 * @param unresolved table names written without a database while there was no default database; they are in none of the
 *     other lists
 * @param databases the database of a database statement, the two of a routine or event that moves, or the one of a
 *     routine, event or trigger; empty when there was no default database
 * @param temporary CREATE or DROP with the word TEMPORARY
 * @param actingParents parents of added foreign keys whose changes change this table: ON DELETE or ON UPDATE with CASCADE,
 *     SET NULL or SET DEFAULT. The server does such changes without writing them to the binlog
 * @param startTransactionAt offset of the clause START TRANSACTION of CREATE TABLE, -1 when there is none
 */
public record Statement(
        StatementKind kind,
        List<TableName> changed,
        List<TableName> read,
        List<Rename> renames,
        List<String> unresolved,
        List<String> databases,
        boolean temporary,
        boolean ifExists,
        boolean ifNotExists,
        List<TableName> actingParents,
        int startTransactionAt) {

    /** As the server writes it. */
    public static final String START_TRANSACTION = "START TRANSACTION";

    /** One table moves from a name to another, possibly in another database. */
    public record Rename(TableName from, TableName to) {}

    public Statement {
        changed = List.copyOf(changed);
        read = List.copyOf(read);
        renames = List.copyOf(renames);
        unresolved = List.copyOf(unresolved);
        databases = List.copyOf(databases);
        actingParents = List.copyOf(actingParents);
    }

    /**
     * @param sql the text that was read
     * @return it without the clause START TRANSACTION, which would leave the new table to a later COMMIT
     */
    public String withoutStartTransaction(String sql) {
        return startTransactionAt < 0
                ? sql
                : sql.substring(0, startTransactionAt) + sql.substring(startTransactionAt + START_TRANSACTION.length());
    }

    /** @return every table named in the statement, changed ones first, each once */
    public List<TableName> tables() {
        return Stream.concat(changed.stream(), read.stream()).distinct().toList();
    }
}
