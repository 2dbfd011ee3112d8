package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.source.record.DdlRecord;
import io.mysqlrelay.source.schema.CreateStatements;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Emits the definitions of the captured databases, tables and other objects between their markers. */
final class SchemaPhase {
    /**
     * In the order of tables, parents may come after the tables that refer to them. A default value may be a date that
     * does not exist, in a table that was made when the server still took it.
     */
    private static final Map<String, String> SESSION = Map.of(
            "sql_mode", "ALLOW_INVALID_DATES",
            "character_set_client", "utf8mb4",
            "collation_connection", "utf8mb4_general_ci",
            "time_zone", "+00:00",
            "foreign_key_checks", "0",
            "unique_checks", "0");

    private static final Logger LOG = LoggerFactory.getLogger(SchemaPhase.class);

    private final Run run;

    SchemaPhase(Run run) {
        this.run = run;
    }

    /** @param tables in order of database and name */
    void emit(Connection connection, List<TableName> tables, Map<String, ?> offset, Map<String, ?> after)
            throws SQLException, InterruptedException {
        CreateStatements statements = new CreateStatements(connection);
        run.stream().marker(MarkerType.SCHEMA_BEGIN, Map.of(), null, offset);
        SortedSet<String> databases = databases(connection);
        tables.forEach(t -> databases.add(t.database()));
        for (String database : databases) {
            emit(statements.database(database), null, List.of(), offset);
        }
        for (TableName table : tables) {
            table(statements, table, offset);
        }
        new ObjectPhase(run, offset).emit(connection, object -> true);
        run.stream().marker(MarkerType.SCHEMA_END, Map.of(), null, after);
    }

    /** One table's definition as it is now; nothing if it is gone, by a statement that is in the binlog. */
    void table(Connection connection, TableName table, Map<String, ?> offset)
            throws SQLException, InterruptedException {
        table(new CreateStatements(connection), table, offset);
    }

    private void table(CreateStatements statements, TableName table, Map<String, ?> offset)
            throws SQLException, InterruptedException {
        Optional<String> statement = statements.table(table);
        if (statement.isPresent()) {
            emit(statement.get(), table.database(), List.of(table), offset);
        } else {
            LOG.info("Table {} has been dropped or renamed meanwhile, its definition is left out", table);
        }
    }

    /** @return databases in which a new table would be captured: they may be empty now, and must be there by then */
    private SortedSet<String> databases(Connection connection) throws SQLException {
        SortedSet<String> databases = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT SCHEMA_NAME FROM information_schema.SCHEMATA")) {
            while (row.next()) {
                if (run.filter().wholeDatabase(row.getString(1))) {
                    databases.add(row.getString(1));
                }
            }
        }
        return databases;
    }

    private void emit(String statement, String database, List<TableName> tables, Map<String, ?> offset)
            throws InterruptedException {
        DdlRecord ddl = new DdlRecord(
                DdlRecord.SCHEMA_PHASE,
                database,
                statement.getBytes(StandardCharsets.UTF_8),
                "utf8mb4",
                statement,
                SESSION,
                tables,
                System.currentTimeMillis(),
                0,
                null);
        run.stream().ddl(ddl.struct(), null, offset);
    }
}
