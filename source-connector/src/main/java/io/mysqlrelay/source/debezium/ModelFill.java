package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.schema.CreateStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills the table model with the tables as they are now. */
final class ModelFill {
    /** The statements name the character set of the table and of every column that has another. */
    private static final String UNUSED_CHARSET = "utf8mb4";

    private final TableModel model;

    ModelFill(TableModel model) {
        this.model = model;
    }

    /**
     * A table as it was read.
     *
     * @param statement that creates it, with its columns only; empty if it is gone
     */
    record Definition(TableName table, Optional<String> statement) {}

    static List<Definition> read(Connection connection, List<TableName> tables) throws SQLException {
        CreateStatements statements = new CreateStatements(connection);
        List<Definition> definitions = new ArrayList<>(tables.size());
        for (TableName table : tables) {
            definitions.add(new Definition(table, statements.columnsOf(table)));
        }
        return definitions;
    }

    /** Also in the history, where the parser keeps a table that it already has when it is created again. */
    void remove(TableName table, SourcePosition at) {
        if (model.table(table) != null) {
            drop(table, at);
        }
    }

    /** As {@link #remove}, also of a table that only the history may know. */
    void drop(TableName table, SourcePosition at) {
        String sql = "DROP TABLE IF EXISTS " + table.quoted();
        model.apply(sql, table.database(), TableModel.session(false, UNUSED_CHARSET), at, sql);
    }

    /**
     * Leaves out tables that are gone: the statement that took them away is in the binlog.
     *
     * @param at the position as of which the structures are recorded
     */
    void fill(Connection connection, List<TableName> tables, SourcePosition at) throws SQLException {
        read(connection, tables).forEach(definition -> fill(definition, at));
    }

    void fill(Definition definition, SourcePosition at) {
        TableName table = definition.table();
        remove(table, at);
        if (definition.statement().isPresent()) {
            model.apply(
                    definition.statement().get(),
                    table.database(),
                    TableModel.session(false, UNUSED_CHARSET),
                    at,
                    "definition of " + table.quoted());
        }
    }
}
