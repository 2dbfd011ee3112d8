package io.mysqlrelay.source.debezium;

import io.debezium.pipeline.source.spi.ChangeEventSource.ChangeEventSourceContext;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.schema.TableCatalog;
import io.mysqlrelay.source.server.ServerPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads columns of tables from the source where the table model could not follow the binlog. They are those of a place in
 * the binlog if no statement behind it, up to now, concerns the table; otherwise the model does not know the table any
 * more, which stops its rows and nothing else. Never takes a later structure for an earlier one.
 */
final class ModelRepair {
    private static final Logger LOG = LoggerFactory.getLogger(ModelRepair.class);

    private final Run run;
    private final StartScan scan;
    private final ChangeEventSourceContext context;

    ModelRepair(Run run, StartScan scan, ChangeEventSourceContext context) {
        this.run = run;
        this.scan = scan;
        this.context = context;
    }

    /**
     * After a statement that may have changed any table of a database.
     *
     * @param place the reader's place, behind the statement
     */
    void database(String database, SourcePosition place) throws InterruptedException {
        try (Connection connection = run.facts().connections().open()) {
            Set<TableName> tables = new TreeSet<>(TableCatalog.tables(
                    connection,
                    t -> t.database().equals(database) && run.filter().table(t)));
            run.model().tables().stream()
                    .filter(t -> t.database().equals(database))
                    .forEach(tables::add);
            read(connection, tables, place);
        } catch (SQLException e) {
            throw new SourceUnreachable("reading the structure of tables", e);
        }
    }

    /** @param place the reader's place */
    void tables(Set<TableName> tables, SourcePosition place) throws InterruptedException {
        try (Connection connection = run.facts().connections().open()) {
            read(connection, tables, place);
        } catch (SQLException e) {
            throw new SourceUnreachable("reading the structure of tables", e);
        }
    }

    private void read(Connection connection, Set<TableName> tables, SourcePosition place)
            throws SQLException, InterruptedException {
        ModelFill fill = new ModelFill(run.model());
        List<ModelFill.Definition> definitions = ModelFill.read(connection, List.copyOf(tables));
        // What is seen is in the binlog, but may not have entered the executed GTIDs yet.
        Thread.sleep(LoadPhase.GROUP_COMMIT_MILLIS);
        Set<TableName> later = scan.changedSince(context, place, ServerPosition.read(connection), tables);
        for (ModelFill.Definition definition : definitions) {
            // A statement that the parser gave up may have left anything behind.
            fill.drop(definition.table(), place);
            if (later.contains(definition.table())) {
                LOG.warn(
                        "The structure of {} changes again behind this place, it is not known here",
                        definition.table());
            } else {
                LOG.info("The structure of {} was read from the source", definition.table());
                fill.fill(definition, place);
            }
        }
    }
}
