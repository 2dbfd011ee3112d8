package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.source.record.DdlRecord;
import io.mysqlrelay.source.schema.CreateStatements;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Emits the definitions of the captured databases and tables between their markers. */
final class SchemaPhase {
    /** In the order of tables, parents may come after the tables that refer to them. */
    private static final Map<String, String> SESSION = Map.of(
            "sql_mode", "",
            "character_set_client", "utf8mb4",
            "collation_connection", "utf8mb4_general_ci",
            "time_zone", "+00:00",
            "foreign_key_checks", "0",
            "unique_checks", "0");

    private final Run run;

    SchemaPhase(Run run) {
        this.run = run;
    }

    /** @param tables in order of database and name */
    void emit(Connection connection, List<TableName> tables, Map<String, ?> offset, Map<String, ?> after)
            throws SQLException, InterruptedException {
        CreateStatements statements = new CreateStatements(connection);
        run.stream().marker(MarkerType.SCHEMA_BEGIN, Map.of(), null, offset);
        String database = null;
        for (TableName table : tables) {
            if (!table.database().equals(database)) {
                database = table.database();
                emit(statements.database(database), null, List.of(), offset);
            }
            emit(statements.table(table), database, List.of(table), offset);
        }
        run.stream().marker(MarkerType.SCHEMA_END, Map.of(), null, after);
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
                0);
        run.stream().ddl(ddl.struct(), null, offset);
    }
}
