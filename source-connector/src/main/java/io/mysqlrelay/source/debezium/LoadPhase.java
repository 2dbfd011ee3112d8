package io.mysqlrelay.source.debezium;

import io.debezium.pipeline.source.spi.ChangeEventSource.ChangeEventSourceContext;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.source.load.FullLoad;
import io.mysqlrelay.source.load.LoadSettings;
import io.mysqlrelay.source.load.SharedSnapshot;
import io.mysqlrelay.source.record.ChangeStream;
import io.mysqlrelay.source.record.SourceOffset;
import io.mysqlrelay.source.schema.DefinitionSession;
import io.mysqlrelay.source.schema.ForeignKeys;
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
 * Emits the existing rows, table after table in an order that stays, so that an offset needs to name one only. Tables that
 * a statement changes meanwhile are left, and read again at the end.
 */
final class LoadPhase {
    private static final Logger LOG = LoggerFactory.getLogger(LoadPhase.class);

    /**
     * A group commit makes rows visible a moment before it adds their GTIDs to gtid_executed (MYSQL_BIN_LOG's commit
     * stage). Without the pause a row of the last chunk could come from a transaction behind the end, and its insert would
     * later meet it outside safe mode.
     */
    static final long GROUP_COMMIT_MILLIS = 500;

    private final Run run;
    private final StartScan scan;
    private final ChangeStream stream;
    private final ChangeEventSourceContext context;
    private final Rereads rereads = new Rereads();
    private final Set<TableName> changed = new TreeSet<>();

    LoadPhase(Run run, StartScan scan, ChangeEventSourceContext context) {
        this.run = run;
        this.scan = scan;
        this.stream = run.stream();
        this.context = context;
    }

    /** @return tables that were read again, filled by {@link #load} */
    Rereads rereads() {
        return rereads;
    }

    /**
     * @param definitions of all the tables, not older than the start
     * @param from offset of an interrupted load; null to begin
     * @return a position behind every change that the rows may already hold
     */
    SourcePosition load(
            DefinitionSession session,
            List<TableName> tables,
            TableDefinitions definitions,
            SourcePosition start,
            Map<String, ?> from)
            throws SQLException, InterruptedException {
        if (from == null || SourceOffset.text(from, SourceOffset.LOAD_TABLE) == null) {
            stream.marker(MarkerType.LOAD_BEGIN, Map.of(), null, Phase.LOAD.offset(start));
        } else {
            // What the interrupted load knew of changed tables is gone.
            changed.addAll(scan.changedTables(context, start, session.ask(ServerPosition::read), tables, rereads));
        }
        LoadSettings settings = LoadSettings.ofChunkRows(run.config().fullChunkRows())
                .withGenerated(run.config().fullGenerated());
        try (FullLoad load = new FullLoad(run.facts().connections(), settings, definitions::requireSame)) {
            readAll(session, load, tables, start, from);
            new Reread(run, context, scan, definitions, rereads)
                    .untilNothingChanged(session, load, tables, changed, start);
        }
        Thread.sleep(GROUP_COMMIT_MILLIS);
        SourcePosition end = session.ask(ServerPosition::read);
        Map<String, Object> after =
                (run.config().types().incremental() ? Phase.INCREMENTAL : Phase.COMPLETED).offset(start);
        after.put(SourceOffset.LOAD_END, end.encode());
        if (rereads.encode() != null) {
            after.put(SourceOffset.LOAD_AGAIN, rereads.encode());
        }
        stream.marker(MarkerType.LOAD_END, Map.of("end", end.encode()), null, after);
        return end;
    }

    private void readAll(
            DefinitionSession session, FullLoad load, List<TableName> tables, SourcePosition start, Map<String, ?> from)
            throws SQLException, InterruptedException {
        String reached = from == null ? null : SourceOffset.text(from, SourceOffset.LOAD_TABLE);
        TableName at =
                reached == null ? null : new TableName(SourceOffset.text(from, SourceOffset.LOAD_DATABASE), reached);
        List<ForeignKeys.Group> groups = groups(session, tables);
        run.meter().load(tables);
        int first = at == null ? 0 : place(groups, at);
        for (ForeignKeys.Group group : groups.subList(0, first)) {
            group.tables().forEach(run.meter()::loaded);
        }
        for (int i = first; i < groups.size(); i++) {
            ForeignKeys.Group group = groups.get(i);
            boolean here = at != null && group.tables().contains(at);
            boolean last = here && group.tables().indexOf(at) == group.tables().size() - 1;
            if (!last || !LoadedTable.DONE.equals(from.get(SourceOffset.LOAD_KEY))) {
                readUnlessChanged(session, load, group, start, here ? from : Map.of());
            } else {
                group.tables().forEach(run.meter()::loaded);
            }
        }
    }

    private void readUnlessChanged(
            DefinitionSession session,
            FullLoad load,
            ForeignKeys.Group group,
            SourcePosition start,
            Map<String, ?> from)
            throws SQLException, InterruptedException {
        if (group.tables().stream().anyMatch(changed::contains)) {
            changed.addAll(group.tables());
            return;
        }
        try {
            if (group.together()) {
                together(session, load, group.tables(), start);
            } else {
                table(session, load::table, group.tables().get(0), start).read(from);
            }
        } catch (RelayException e) {
            // Unreadable may mean dropped or renamed; if it is still there, reading it again tells the reason.
            if (e.code() != ErrorCode.TABLE_CHANGED && e.code() != ErrorCode.TABLE_NOT_READABLE) {
                throw e;
            }
            LOG.info("Changed by a statement while it was to be read, reading it again later: {}", group.tables());
            changed.addAll(group.tables());
        }
    }

    /** Without changes that follow there is nothing whose actions would have to meet the right rows. */
    private List<ForeignKeys.Group> groups(DefinitionSession session, List<TableName> tables) throws SQLException {
        return run.config().types().incremental()
                ? session.ask(connection -> ForeignKeys.groups(connection, tables))
                : tables.stream()
                        .map(t -> new ForeignKeys.Group(List.of(t), false))
                        .toList();
    }

    /** @return the group that holds the table, or the first one behind it */
    private static int place(List<ForeignKeys.Group> groups, TableName table) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).tables().contains(table)) {
                return i;
            }
        }
        int behind = 0;
        while (behind < groups.size() && groups.get(behind).tables().get(0).compareTo(table) < 0) {
            behind++;
        }
        return behind;
    }

    /**
     * An action changes whatever child rows it finds. It finds the right ones only when parents and children are at the
     * same moment, which rows read in chunks are not; see docs/adr/0007.
     */
    private void together(DefinitionSession session, FullLoad load, List<TableName> tables, SourcePosition start)
            throws SQLException, InterruptedException {
        try (SharedSnapshot snapshot = load.snapshot(tables)) {
            for (TableName table : tables) {
                table(session, snapshot::table, table, start).read(Map.of());
            }
            snapshot.finish();
        }
    }

    private LoadedTable table(DefinitionSession session, LoadedTable.Way way, TableName table, SourcePosition start)
            throws SQLException {
        return new LoadedTable(context, stream, run.meter(), session, way, table, start, null);
    }
}
