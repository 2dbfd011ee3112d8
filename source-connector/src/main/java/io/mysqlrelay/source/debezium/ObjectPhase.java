package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectKind;
import io.mysqlrelay.source.record.DdlRecord;
import io.mysqlrelay.source.schema.ObjectCatalog;
import io.mysqlrelay.source.schema.ObjectDefinition;
import io.mysqlrelay.source.schema.ObjectDefinitions;
import io.mysqlrelay.source.schema.StoredObject;
import io.mysqlrelay.source.schema.ViewOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits the captured functions, procedures, views, triggers and events, in this order, behind the tables. A routine,
 * trigger or event keeps the default collation that its database had when it was made: where that has changed since, the
 * database gets it back for the moment of that statement.
 */
final class ObjectPhase {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectPhase.class);

    private final Run run;
    private final Map<String, ?> offset;
    private final Map<String, String> collations = new HashMap<>();
    private final Set<String> altered = new TreeSet<>();
    private final Map<String, String> current = new HashMap<>();

    ObjectPhase(Run run, Map<String, ?> offset) {
        this.run = run;
        this.offset = offset;
    }

    /** @param chosen of the captured objects */
    void emit(Connection connection, Predicate<StoredObject> chosen) throws SQLException, InterruptedException {
        readCollations(connection);
        List<StoredObject> objects =
                captured(connection).stream().filter(chosen).toList();
        List<ObjectDefinition> definitions = inOrder(definitions(connection, objects));
        // An earlier try may have ended between the change of a default and its return.
        for (ObjectDefinition definition : definitions) {
            String database = definition.object().name().database();
            if (!keepsDefault(definition) && altered.add(database)) {
                alter(database, collations.get(database));
            }
        }
        for (ObjectDefinition definition : definitions) {
            String database = definition.object().name().database();
            String wanted = definition.databaseCollation();
            if (wanted != null && !wanted.equals(current.getOrDefault(database, collations.get(database)))) {
                alter(database, wanted);
            }
            emit(definition);
        }
        for (String database : altered) {
            alter(database, collations.get(database));
        }
    }

    private List<StoredObject> captured(Connection connection) throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        List<StoredObject> captured = new ArrayList<>();
        for (StoredObject object : ObjectCatalog.read(connection)) {
            if (run.filter().object(object)) {
                captured.add(object);
                counts.merge(object.kind().word(), 1, Integer::sum);
            } else if (run.filter().database(object.name().database())) {
                LOG.info("Stays behind, because only some tables of its database are captured: {}", object);
                counts.merge(object.kind().word() + " left behind", 1, Integer::sum);
            }
        }
        LOG.info("Objects beside the tables: {}", counts);
        return captured;
    }

    private static List<ObjectDefinition> definitions(Connection connection, List<StoredObject> objects)
            throws SQLException {
        List<ObjectDefinition> definitions = new ArrayList<>();
        try (ObjectDefinitions reader = new ObjectDefinitions(connection)) {
            for (StoredObject object : objects) {
                reader.read(object).ifPresent(definitions::add);
            }
        }
        return definitions;
    }

    private List<ObjectDefinition> inOrder(List<ObjectDefinition> definitions) {
        Map<TableName, String> texts = new LinkedHashMap<>();
        Map<TableName, ObjectDefinition> views = new HashMap<>();
        List<ObjectDefinition> ordered = new ArrayList<>();
        for (ObjectDefinition definition : definitions) {
            if (definition.object().kind() == ObjectKind.VIEW) {
                texts.put(definition.object().name(), text(definition));
                views.put(definition.object().name(), definition);
            } else {
                ordered.add(definition);
            }
        }
        int routines = (int) ordered.stream()
                .filter(d ->
                        d.object().kind() == ObjectKind.FUNCTION || d.object().kind() == ObjectKind.PROCEDURE)
                .count();
        ordered.addAll(routines, ViewOrder.of(texts).stream().map(views::get).toList());
        return ordered;
    }

    private boolean keepsDefault(ObjectDefinition definition) {
        String collation = definition.databaseCollation();
        return collation == null
                || collation.equals(collations.get(definition.object().name().database()));
    }

    private void readCollations(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT SCHEMA_NAME, DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA")) {
            while (row.next()) {
                collations.put(row.getString(1), row.getString(2));
            }
        }
    }

    private void alter(String database, String collation) throws InterruptedException {
        current.put(database, collation);
        String sql = "ALTER DATABASE " + TableName.quote(database) + " COLLATE " + collation;
        emit(database, sql.getBytes(StandardCharsets.UTF_8), "utf8mb4", sql, Map.of(), List.of());
    }

    private void emit(ObjectDefinition definition) throws InterruptedException {
        StoredObject object = definition.object();
        List<TableName> tables = object.kind() == ObjectKind.VIEW
                ? List.of(object.name())
                : object.table() == null ? List.of() : List.of(object.table());
        emit(
                object.name().database(),
                definition.statement(),
                definition.charset(),
                text(definition),
                definition.session(),
                tables);
    }

    private String text(ObjectDefinition definition) {
        return StatementText.decode(
                definition.statement(),
                definition.charset(),
                run.facts().collations().anyOf(definition.charset()));
    }

    private void emit(
            String database,
            byte[] statement,
            String charset,
            String text,
            Map<String, String> session,
            List<TableName> tables)
            throws InterruptedException {
        DdlRecord ddl = new DdlRecord(
                DdlRecord.SCHEMA_PHASE,
                database,
                statement,
                charset,
                text,
                session,
                tables,
                System.currentTimeMillis(),
                0,
                null);
        run.stream().ddl(ddl.struct(), null, offset);
    }
}
