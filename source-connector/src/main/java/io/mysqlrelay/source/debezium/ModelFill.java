package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.schema.CreateStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Fills the table model with the tables as they are now. */
final class ModelFill {
    /** SHOW CREATE TABLE prints the character set of the table and of every column that has another. */
    private static final String UNUSED_CHARSET = "utf8mb4";

    private final TableModel model;

    ModelFill(TableModel model) {
        this.model = model;
    }

    /** @param at the position as of which the structures are recorded */
    void fill(Connection connection, List<TableName> tables, SourcePosition at) throws SQLException {
        CreateStatements statements = new CreateStatements(connection);
        Map<String, String> session = TableModel.session(false, UNUSED_CHARSET);
        for (TableName table : tables) {
            model.forget(table);
            model.apply(statements.table(table), table.database(), session, at, "definition of " + table.quoted());
        }
    }
}
