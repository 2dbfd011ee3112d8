package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.schema.CreateStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the table model with the tables as they are now. */
final class ModelFill {
    /** SHOW CREATE TABLE prints the character set of the table and of every column that has another. */
    private static final String UNUSED_CHARSET = "utf8mb4";

    private final TableModel model;

    ModelFill(TableModel model) {
        this.model = model;
    }

    /** Also in the history, where the parser keeps a table that it already has when it is created again. */
    void remove(TableName table, SourcePosition at) {
        if (model.table(table) != null) {
            String sql = "DROP TABLE IF EXISTS " + table.quoted();
            model.apply(sql, table.database(), TableModel.session(false, UNUSED_CHARSET), at, sql);
        }
    }

    /**
     * Leaves out tables that are gone: the statement that took them away is in the binlog.
     *
     * @param at the position as of which the structures are recorded
     */
    void fill(Connection connection, List<TableName> tables, SourcePosition at) throws SQLException {
        CreateStatements statements = new CreateStatements(connection);
        Map<String, String> session = TableModel.session(false, UNUSED_CHARSET);
        for (TableName table : tables) {
            remove(table, at);
            Optional<String> statement = statements.table(table);
            if (statement.isPresent()) {
                model.apply(statement.get(), table.database(), session, at, "definition of " + table.quoted());
            }
        }
    }
}
