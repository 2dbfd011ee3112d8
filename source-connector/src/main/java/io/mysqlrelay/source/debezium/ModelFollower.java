package io.mysqlrelay.source.debezium;

import io.debezium.relational.Table;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.record.TableBefore;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads the table model through the statements of the binlog. Only statements that change columns of captured tables
 * reach the parser, and of those that name many tables a plain equivalent for each captured one.
 */
final class ModelFollower {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFollower.class);

    private final TableModel model;
    private final CaptureFilter filter;
    private final Predicate<TableName> isTable;
    private final ModelRepair repair;

    /**
     * @param isTable whether the source has a base table of this name at the moment
     * @param repair for statements that the parser cannot read
     */
    ModelFollower(TableModel model, CaptureFilter filter, Predicate<TableName> isTable, ModelRepair repair) {
        this.repair = repair;
        this.model = model;
        this.filter = filter;
        this.isTable = isTable;
    }

    /** @return the table as it is at this place; null if it is not known */
    TableBefore before(TableName table) {
        Table known = model.table(filter.stored(table));
        return known == null ? null : ModelColumns.of(known);
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
            String at)
            throws InterruptedException {
        Map<String, String> session = TableModel.session(modes.ansiQuotes(), charset);
        switch (statement.kind()) {
            case CREATE_TABLE, CREATE_TABLE_SELECT, CREATE_TABLE_LIKE, ALTER_TABLE ->
                define(statement, text, database, modes, session, after, at);
            case DROP_TABLE -> statement.changed().forEach(t -> drop(filter.stored(t), session, after));
            case RENAME_TABLE -> {
                for (Statement.Rename rename : statement.renames()) {
                    rename(rename, session, after, at);
                }
            }
            case DROP_DATABASE ->
                model.tables().stream()
                        .filter(t -> statement.databases().contains(t.database()))
                        .forEach(t -> drop(t, session, after));
            case UNKNOWN -> {
                LOG.warn("A statement at {} is of no kind that is known, tables of {} are read anew", at, database);
                repair.database(database, after);
            }
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
            String at)
            throws InterruptedException {
        TableName table = filter.stored(statement.changed().get(0));
        String what = statement.kind().name().replace('_', ' ') + " " + table.quoted() + " at " + at;
        boolean alter = statement.kind() == StatementKind.ALTER_TABLE;
        statement.renames().forEach(r -> refuseUnknownIntoCapture(r, at));
        TableName now = statement.renames().isEmpty()
                ? table
                : filter.stored(statement.renames().get(0).to());
        if (alter && model.table(table) == null) {
            if (filter.table(table)) {
                LOG.warn("{}: the table is not known, it is read anew", what);
                repair.tables(table.equals(now) ? Set.of(table) : Set.of(table, now), after);
            }
            return;
        }
        if (!alter && !statement.ifNotExists()) {
            // The parser keeps a table that it already has; the server would have refused to create it.
            model.forget(table);
        }
        String sql = statement.withoutStartTransaction(text);
        try {
            for (String part : ModelText.of(sql, now, modes)) {
                model.apply(part, database, session, after, what);
            }
        } catch (RelayException e) {
            LOG.warn("The table model's parser cannot read the statement, the table is read anew: {}", what);
            repair.tables(table.equals(now) ? Set.of(table) : Set.of(table, now), after);
            return;
        }
        if (model.table(now) == null) {
            LOG.warn("The table model's parser does not know the statement's result, the table is read anew: {}", what);
            repair.tables(Set.of(now), after);
        }
    }

    private void drop(TableName table, Map<String, String> session, SourcePosition after) {
        if (model.table(table) != null) {
            String sql = "DROP TABLE IF EXISTS " + table.quoted();
            model.apply(sql, table.database(), session, after, sql);
        }
    }

    private void rename(Statement.Rename rename, Map<String, String> session, SourcePosition after, String at)
            throws InterruptedException {
        refuseUnknownIntoCapture(rename, at);
        TableName from = filter.stored(rename.from());
        TableName to = filter.stored(rename.to());
        if (model.table(from) != null) {
            String sql = "RENAME TABLE " + from.quoted() + " TO " + to.quoted();
            model.apply(sql, from.database(), session, after, sql);
        } else if (filter.table(from) && isTable.test(to)) {
            LOG.warn("RENAME at {}: {} is not known, {} is read anew", at, from.quoted(), to.quoted());
            repair.tables(Set.of(to), after);
        }
    }

    /**
     * Rows that the table got under its old name were not captured, so it cannot become captured. A view, which the model
     * does not know either, may. One that is neither any more has lost its rows, or they will be missed by the model.
     */
    private void refuseUnknownIntoCapture(Statement.Rename rename, String at) {
        TableName from = filter.stored(rename.from());
        TableName to = filter.stored(rename.to());
        if (filter.table(to) && !filter.table(from) && model.table(from) == null && isTable.test(to)) {
            throw new RelayException(
                    ErrorCode.STATEMENT_NOT_UNDERSTOOD,
                    "RENAME at " + at + ": " + from.quoted() + " was not captured and becomes " + to.quoted());
        }
    }
}
