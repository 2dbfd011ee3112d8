package io.mysqlrelay.source.debezium;

import io.debezium.pipeline.source.spi.ChangeEventSource.ChangeEventSourceContext;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.source.load.FullLoad;
import io.mysqlrelay.source.load.SharedSnapshot;
import io.mysqlrelay.source.schema.DefinitionSession;
import io.mysqlrelay.source.schema.ForeignKeys;
import io.mysqlrelay.source.schema.TableCatalog;
import io.mysqlrelay.source.schema.TableDefinitions;
import io.mysqlrelay.source.server.ServerPosition;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tables again whose structure or name a statement changed during the full load: definition and rows as of one
 * position, in one snapshot. What the binlog says about them before that position, the statement included, is not sent.
 */
final class Reread {
    private static final Logger LOG = LoggerFactory.getLogger(Reread.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Run run;
    private final ChangeEventSourceContext context;
    private final StartScan scan;
    private final TableDefinitions definitions;
    private final Rereads done;

    Reread(Run run, ChangeEventSourceContext context, StartScan scan, TableDefinitions definitions, Rereads done) {
        this.run = run;
        this.context = context;
        this.scan = scan;
        this.definitions = definitions;
        this.done = done;
    }

    /**
     * Ends when no statement since the start concerns a table whose rows are not of a later position.
     *
     * @param loaded the tables of the full load
     * @param changed of them, those that are known to have changed
     */
    void untilNothingChanged(
            DefinitionSession session,
            FullLoad load,
            List<TableName> loaded,
            Set<TableName> changed,
            SourcePosition start)
            throws SQLException, InterruptedException {
        Set<TableName> wanted = new TreeSet<>(changed);
        Map<String, ?> offset = loaded.isEmpty()
                ? Phase.LOAD.offset(start)
                : LoadedTable.offset(start, loaded.get(loaded.size() - 1), 0, LoadedTable.DONE);
        while (true) {
            SourcePosition now = session.ask(ServerPosition::read);
            wanted.addAll(scan.changedTables(context, start, now, loaded, done));
            if (wanted.isEmpty()) {
                return;
            }
            if (!run.config().types().schema()) {
                throw new RelayException(
                        ErrorCode.DDL_DURING_LOAD,
                        "tables " + wanted + ", whose definitions this migration does not copy");
            }
            try {
                read(session, load, wanted, start, offset);
                wanted.clear();
            } catch (RelayException e) {
                if (e.code() != ErrorCode.TABLE_CHANGED) {
                    throw e;
                }
                LOG.info("Changed once more while they were read again: {}", wanted);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void read(
            DefinitionSession session,
            FullLoad load,
            Set<TableName> wanted,
            SourcePosition start,
            Map<String, ?> offset)
            throws SQLException, InterruptedException {
        List<TableName> there = session.ask(connection -> TableCatalog.tables(connection, run.filter()::table));
        if (run.config().types().incremental()) {
            // Actions of foreign keys find the right rows only when all their tables are at one moment.
            session.ask(connection -> ForeignKeys.groups(connection, there)).stream()
                    .filter(g -> g.together() && g.tables().stream().anyMatch(wanted::contains))
                    .forEach(g -> wanted.addAll(g.tables()));
        }
        List<TableName> existing = there.stream().filter(wanted::contains).toList();
        LOG.info("Reading {} again, because statements changed them during the full load", wanted);
        if (existing.isEmpty()) {
            // Behind the DROP or RENAME that was seen to be done.
            Thread.sleep(LoadPhase.GROUP_COMMIT_MILLIS);
            SourcePosition position = session.ask(ServerPosition::read);
            requireStill(session, wanted, existing);
            gone(wanted, existing, position, start, offset);
            return;
        }
        try (SharedSnapshot snapshot = load.snapshot(existing)) {
            requireStill(session, wanted, existing);
            gone(wanted, existing, snapshot.position(), start, offset);
            run.stream().marker(MarkerType.TABLES, Map.of(), existing, offset);
            SchemaPhase schema = new SchemaPhase(run);
            for (TableName table : existing) {
                snapshot.hold(table);
                definitions.remember(List.of(table));
                again(table, true, offset);
                schema.table(session.connection(), table, offset);
                model(table, session, start);
                new LoadedTable(context, run.stream(), run.meter(), session, snapshot::table, table, start, offset)
                        .read(Map.of());
                done.put(table, snapshot.position());
            }
            snapshot.finish();
        }
        Set<TableName> read = Set.copyOf(existing);
        // They went with their table.
        new ObjectPhase(run, offset).emit(session.connection(), object -> read.contains(object.table()));
    }

    private void requireStill(DefinitionSession session, Set<TableName> wanted, List<TableName> existing)
            throws SQLException {
        List<TableName> now = session.ask(connection -> TableCatalog.tables(connection, wanted::contains));
        if (!now.equals(existing)) {
            throw new RelayException(ErrorCode.TABLE_CHANGED, "tables " + wanted);
        }
    }

    private void gone(
            Set<TableName> wanted,
            List<TableName> existing,
            SourcePosition position,
            SourcePosition start,
            Map<String, ?> offset)
            throws InterruptedException {
        for (TableName table : wanted) {
            if (!existing.contains(table)) {
                again(table, false, offset);
                if (run.config().types().incremental()) {
                    new ModelFill(run.model()).remove(table, start);
                }
                done.put(table, position);
            }
        }
    }

    private void again(TableName table, boolean exists, Map<String, ?> offset) throws InterruptedException {
        Map<String, String> attributes = LoadedTable.names(table);
        attributes.put("exists", String.valueOf(exists));
        run.stream().marker(MarkerType.TABLE_AGAIN, attributes, null, offset);
    }

    private void model(TableName table, DefinitionSession session, SourcePosition start) throws SQLException {
        if (run.config().types().incremental()) {
            new ModelFill(run.model()).fill(session.connection(), List.of(table), start);
        }
    }
}
