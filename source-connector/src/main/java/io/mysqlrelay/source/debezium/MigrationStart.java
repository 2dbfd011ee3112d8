package io.mysqlrelay.source.debezium;

import io.debezium.connector.mysql.MySqlOffsetContext;
import io.debezium.connector.mysql.MySqlPartition;
import io.debezium.pipeline.signal.actions.snapshotting.SnapshotConfiguration;
import io.debezium.pipeline.source.SnapshottingTask;
import io.debezium.pipeline.source.spi.SnapshotChangeEventSource;
import io.debezium.pipeline.spi.SnapshotResult;
import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.source.config.MigrationTypes;
import io.mysqlrelay.source.record.ChangeStream;
import io.mysqlrelay.source.record.SourceOffset;
import io.mysqlrelay.source.schema.DefinitionSession;
import io.mysqlrelay.source.schema.ForeignKeys;
import io.mysqlrelay.source.schema.TableCatalog;
import io.mysqlrelay.source.schema.TableDefinitions;
import io.mysqlrelay.source.server.ServerPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything before changes flow: the start position, the table model, definitions, existing rows. Stands where Debezium
 * has its snapshot. A start with an offset goes on in the phase that the offset names.
 */
final class MigrationStart implements SnapshotChangeEventSource<MySqlPartition, MySqlOffsetContext> {
    private static final int NAMES_PER_MARKER = 1_000;

    private final Run run;
    private final StartPosition startPosition;
    private final MigrationMemory memory;
    private final StoredOffset stored;

    MigrationStart(Run run, StartPosition startPosition, MigrationMemory memory, StoredOffset stored) {
        this.run = run;
        this.startPosition = startPosition;
        this.memory = memory;
        this.stored = stored;
    }

    @Override
    public SnapshotResult<MySqlOffsetContext> execute(
            ChangeEventSourceContext context,
            MySqlPartition partition,
            MySqlOffsetContext previousOffset,
            SnapshottingTask task)
            throws InterruptedException {
        try {
            Map<String, ?> from = run.from();
            boolean streams = (from != null && from.get(SourceOffset.PHASE) == null)
                    ? resumeStreaming(from)
                    : beforeStreaming(context, from);
            return streams ? SnapshotResult.skipped(previousOffset) : SnapshotResult.aborted();
        } catch (SQLException e) {
            throw new SourceUnreachable("preparing the migration on the source", e);
        }
    }

    private boolean resumeStreaming(Map<String, ?> from) throws InterruptedException {
        markRun(from);
        run.streamFrom(from);
        return true;
    }

    private boolean beforeStreaming(ChangeEventSourceContext context, Map<String, ?> from)
            throws SQLException, InterruptedException {
        MigrationTypes types = run.config().types();
        Optional<SourcePosition> begun = from == null ? memory.firstBegin() : Optional.empty();
        SourcePosition start = from != null
                ? SourceOffset.position(from)
                : begun.isPresent() ? begun.get() : startPosition.take(context);
        Phase phase = from == null ? Phase.BEGIN : Phase.of(SourceOffset.text(from, SourceOffset.PHASE));
        if (phase == Phase.COMPLETED) {
            markRun(from);
            run.stream().marker(MarkerType.COMPLETED, Map.of("end", start.encode()), null, from);
            return false;
        }
        try (DefinitionSession session = new DefinitionSession(run.facts().connections())) {
            Connection connection = session.connection();
            List<TableName> tables = TableCatalog.tables(connection, run.filter()::table);
            if (types.incremental()) {
                // Hours of full load would be in vain if its changes were already gone.
                ResumeCheck.check(run.facts(), start);
                ForeignKeys.refuseActionsFromOutside(connection, run.filter()::table);
                if (phase != Phase.INCREMENTAL) {
                    // Behind the full load statements may have followed: only the history knows what was before them.
                    new ModelFill(run.model()).fill(connection, tables, start);
                }
            }
            TableDefinitions definitions = new TableDefinitions(session);
            if (types.full() && phase.compareTo(Phase.INCREMENTAL) < 0) {
                definitions.remember(tables);
            }
            markRun(phase.offset(start));
            if (phase == Phase.BEGIN) {
                begin(start, tables, types);
                if (types.schema()) {
                    new SchemaPhase(run)
                            .emit(session.connection(), tables, phase.offset(start), afterSchema(start, types));
                }
            }
            return rowsAndAfter(context, session, tables, definitions, start, phase, from);
        }
    }

    private Map<String, Object> afterSchema(SourcePosition start, MigrationTypes types) {
        Phase after = types.full() ? Phase.LOAD : types.incremental() ? Phase.INCREMENTAL : Phase.COMPLETED;
        return after.offset(start);
    }

    private boolean rowsAndAfter(
            ChangeEventSourceContext context,
            DefinitionSession session,
            List<TableName> tables,
            TableDefinitions definitions,
            SourcePosition start,
            Phase phase,
            Map<String, ?> from)
            throws SQLException, InterruptedException {
        MigrationTypes types = run.config().types();
        Map<String, Object> streaming = SourceOffset.at(start);
        String loadEnd = from == null ? null : SourceOffset.text(from, SourceOffset.LOAD_END);
        String again = from == null ? null : SourceOffset.text(from, SourceOffset.LOAD_AGAIN);
        if (types.full() && phase != Phase.INCREMENTAL) {
            LoadPhase load = new LoadPhase(run, startPosition.scan(), context);
            loadEnd = load.load(session, tables, definitions, start, phase == Phase.LOAD ? from : null)
                    .encode();
            again = load.rereads().encode();
        }
        if (!types.full() && types.schema() && types.incremental() && phase != Phase.INCREMENTAL) {
            refuseChanges(context, session, tables, start);
        }
        if (phase.compareTo(Phase.INCREMENTAL) < 0 && (types.schema() || types.full())) {
            stored.awaitLoadStored(context::isRunning);
        }
        if (!types.incremental()) {
            Map<String, Object> completed = Phase.COMPLETED.offset(start);
            String end = loadEnd == null ? start.encode() : loadEnd;
            run.stream().marker(MarkerType.COMPLETED, Map.of("end", end), null, completed);
            return false;
        }
        if (loadEnd != null) {
            streaming.put(SourceOffset.LOAD_END, loadEnd);
            if (again != null) {
                streaming.put(SourceOffset.LOAD_AGAIN, again);
            }
        }
        run.stream().marker(MarkerType.INCREMENTAL_BEGIN, Map.of("start", start.encode()), null, streaming);
        run.streamFrom(streaming);
        return true;
    }

    /** A definition that is younger than the start position would meet, in the binlog, the statement that it already has. */
    private void refuseChanges(
            ChangeEventSourceContext context, DefinitionSession session, List<TableName> tables, SourcePosition start)
            throws SQLException, InterruptedException {
        Set<TableName> changed = startPosition
                .scan()
                .changedTables(context, start, session.ask(ServerPosition::read), tables, new Rereads());
        if (!changed.isEmpty()) {
            throw new RelayException(ErrorCode.DDL_DURING_LOAD, "tables " + changed);
        }
    }

    private void markRun(Map<String, ?> offset) throws InterruptedException {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("topic_id", memory.topicId());
        attributes.put("migration_types", run.config().types().text());
        attributes.put("connector", run.config().topicPrefix());
        attributes.put("server_uuid", run.facts().serverUuid());
        attributes.put("version", RelayVersion.current());
        if (run.from() != null && run.from().get(SourceOffset.RUN) != null) {
            attributes.put("after_run", SourceOffset.text(run.from(), SourceOffset.RUN));
            attributes.put("after_seq", String.valueOf(SourceOffset.number(run.from(), SourceOffset.SEQ)));
        }
        SourcePosition start = SourceOffset.position(offset);
        if (start.gtids() != null) {
            attributes.put("gtids", start.gtids().toString());
        }
        run.stream().marker(MarkerType.RUN, attributes, null, offset);
    }

    private void begin(SourcePosition start, List<TableName> tables, MigrationTypes types) throws InterruptedException {
        ChangeStream stream = run.stream();
        Map<String, Object> offset = Phase.BEGIN.offset(start);
        stream.marker(MarkerType.BEGIN, Map.of("start", start.encode(), "migration_types", types.text()), null, offset);
        for (int i = 0; i < tables.size(); i += NAMES_PER_MARKER) {
            List<TableName> part = tables.subList(i, Math.min(tables.size(), i + NAMES_PER_MARKER));
            stream.marker(MarkerType.TABLES, Map.of(), part, offset);
        }
    }

    @Override
    public SnapshottingTask getSnapshottingTask(MySqlPartition partition, MySqlOffsetContext previousOffset) {
        return new SnapshottingTask(false, false, List.of(), Map.of(), false);
    }

    @Override
    public SnapshottingTask getBlockingSnapshottingTask(
            MySqlPartition partition, MySqlOffsetContext previousOffset, SnapshotConfiguration configuration) {
        throw new UnsupportedOperationException("signals are off");
    }
}
