package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Leads the table model through the statements of the binlog. Only statements that change columns of captured tables
 * reach the parser, and of those that name many tables a plain equivalent for each captured one.
 */
final class ModelFollower {
    private final TableModel model;
    private final CaptureFilter filter;
    private final Predicate<TableName> isTable;

    /** @param isTable whether the source has a base table of this name at the moment */
    ModelFollower(TableModel model, CaptureFilter filter, Predicate<TableName> isTable) {
        this.model = model;
        this.filter = filter;
        this.isTable = isTable;
    }

    /**
     * @param charset character set of a new table without its own
     * @param after position behind the statement
     * @param at where the statement is, for messages
     * @return whether the model changed
     */
    boolean follow(
            Statement statement,
            String text,
            String database,
            SqlModes modes,
            String charset,
            SourcePosition after,
            String at) {
        Map<String, String> session = TableModel.session(modes.ansiQuotes(), charset);
        switch (statement.kind()) {
            case CREATE_TABLE, CREATE_TABLE_SELECT, CREATE_TABLE_LIKE, ALTER_TABLE ->
                define(statement, text, database, modes, session, after, at);
            case DROP_TABLE -> statement.changed().forEach(t -> drop(filter.stored(t), session, after));
            case RENAME_TABLE -> statement.renames().forEach(r -> rename(r, session, after, at));
            case DROP_DATABASE ->
                model.tables().stream()
                        .filter(t -> statement.databases().contains(t.database()))
                        .forEach(t -> drop(t, session, after));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void define(
            Statement statement,
            String text,
            String database,
            SqlModes modes,
            Map<String, String> session,
            SourcePosition after,
            String at) {
        TableName table = filter.stored(statement.changed().get(0));
        String what = statement.kind().name().replace('_', ' ') + " " + table.quoted() + " at " + at;
        boolean alter = statement.kind() == StatementKind.ALTER_TABLE;
        statement.renames().forEach(r -> refuseUnknownIntoCapture(r, at));
        if (alter && model.table(table) == null) {
            if (filter.table(table)) {
                throw new RelayException(ErrorCode.STATEMENT_NOT_UNDERSTOOD, what + ": the table is not known");
            }
            return;
        }
        if (!alter && !statement.ifNotExists()) {
            // The parser keeps a table that it already has; the server would have refused to create it.
            model.forget(table);
        }
        String sql = statement.withoutStartTransaction(text);
        TableName now = statement.renames().isEmpty()
                ? table
                : filter.stored(statement.renames().get(0).to());
        for (String part : ModelText.of(sql, now, modes)) {
            model.apply(part, database, session, after, what);
        }
        if (model.table(now) == null) {
            throw new RelayException(ErrorCode.STATEMENT_NOT_UNDERSTOOD, what + ": its result is not known");
        }
    }

    private void drop(TableName table, Map<String, String> session, SourcePosition after) {
        if (model.table(table) != null) {
            String sql = "DROP TABLE IF EXISTS " + table.quoted();
            model.apply(sql, table.database(), session, after, sql);
        }
    }

    private void rename(Statement.Rename rename, Map<String, String> session, SourcePosition after, String at) {
        refuseUnknownIntoCapture(rename, at);
        TableName from = filter.stored(rename.from());
        if (model.table(from) != null) {
            String sql = "RENAME TABLE " + from.quoted() + " TO "
                    + filter.stored(rename.to()).quoted();
            model.apply(sql, from.database(), session, after, sql);
        }
    }

    /**
     * Rows that the table got under its old name were not captured, so it cannot become captured. A view, which the model
     * does not know either, may. One that is neither any more has lost its rows, or they will be missed by the model.
     */
    private void refuseUnknownIntoCapture(Statement.Rename rename, String at) {
        TableName from = filter.stored(rename.from());
        TableName to = filter.stored(rename.to());
        if (filter.table(to) && model.table(from) == null && isTable.test(to)) {
            throw new RelayException(
                    ErrorCode.STATEMENT_NOT_UNDERSTOOD,
                    "RENAME at " + at + ": " + from.quoted() + " was not captured and becomes " + to.quoted());
        }
    }
}
