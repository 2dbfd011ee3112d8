package io.mysqlrelay.source.debezium;

import io.debezium.pipeline.source.spi.ChangeEventSource.ChangeEventSourceContext;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.source.load.FullLoad;
import io.mysqlrelay.source.load.LoadSettings;
import io.mysqlrelay.source.load.RowHandler;
import io.mysqlrelay.source.load.SharedSnapshot;
import io.mysqlrelay.source.load.TableLoad;
import io.mysqlrelay.source.record.ChangeStream;
import io.mysqlrelay.source.record.SourceOffset;
import io.mysqlrelay.source.record.TableRecords;
import io.mysqlrelay.source.schema.ForeignKeys;
import io.mysqlrelay.source.schema.TableShapeReader;
import io.mysqlrelay.source.server.ServerPosition;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodec;
import io.mysqlrelay.source.value.ColumnCodecs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Emits the existing rows, table after table in an order that stays, so that an offset needs to name one only. */
final class LoadPhase {
    private static final Logger LOG = LoggerFactory.getLogger(LoadPhase.class);
    private static final String DONE = "done";

    /**
     * A group commit makes rows visible a moment before it adds their GTIDs to gtid_executed (MYSQL_BIN_LOG's commit
     * stage). Without the pause a row of the last chunk could come from a transaction behind the end, and its insert would
     * later meet it outside safe mode.
     */
    private static final long GROUP_COMMIT_MILLIS = 500;

    private final Run run;
    private final ChangeStream stream;
    private final ChangeEventSourceContext context;

    LoadPhase(Run run, ChangeEventSourceContext context) {
        this.run = run;
        this.stream = run.stream();
        this.context = context;
    }

    /**
     * @param from offset of an interrupted load; null to begin
     * @return a position behind every change that the rows may already hold
     */
    SourcePosition load(Connection connection, List<TableName> tables, SourcePosition start, Map<String, ?> from)
            throws SQLException, InterruptedException {
        String reached = from == null ? null : SourceOffset.text(from, SourceOffset.LOAD_TABLE);
        TableName at =
                reached == null ? null : new TableName(SourceOffset.text(from, SourceOffset.LOAD_DATABASE), reached);
        if (at == null) {
            stream.marker(MarkerType.LOAD_BEGIN, Map.of(), null, Phase.LOAD.offset(start));
        }
        LoadSettings settings = LoadSettings.ofChunkRows(run.config().fullChunkRows());
        try (FullLoad load = new FullLoad(run.facts().connections(), settings)) {
            List<ForeignKeys.Group> groups = groups(connection, tables);
            for (int i = at == null ? 0 : place(groups, at); i < groups.size(); i++) {
                ForeignKeys.Group group = groups.get(i);
                boolean here = at != null && group.tables().contains(at);
                boolean last =
                        here && group.tables().indexOf(at) == group.tables().size() - 1;
                if (last && DONE.equals(from.get(SourceOffset.LOAD_KEY))) {
                    continue;
                }
                if (group.together()) {
                    together(connection, load, group.tables(), start);
                } else {
                    new Table(connection, load::table, group.tables().get(0), start).read(here ? from : Map.of());
                }
            }
        }
        Thread.sleep(GROUP_COMMIT_MILLIS);
        SourcePosition end = ServerPosition.read(connection);
        Map<String, Object> after =
                (run.config().types().incremental() ? Phase.INCREMENTAL : Phase.COMPLETED).offset(start);
        after.put(SourceOffset.LOAD_END, end.encode());
        stream.marker(MarkerType.LOAD_END, Map.of("end", end.encode()), null, after);
        return end;
    }

    /** Without changes that follow there is nothing whose actions would have to meet the right rows. */
    private List<ForeignKeys.Group> groups(Connection connection, List<TableName> tables) throws SQLException {
        return run.config().types().incremental()
                ? ForeignKeys.groups(connection, tables)
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
    private void together(Connection connection, FullLoad load, List<TableName> tables, SourcePosition start)
            throws SQLException, InterruptedException {
        try (SharedSnapshot snapshot = load.snapshot(tables)) {
            for (TableName table : tables) {
                new Table(connection, snapshot::table, table, start).read(Map.of());
            }
            snapshot.finish();
        }
    }

    /** Decides how a table is read. */
    @FunctionalInterface
    private interface Way {
        TableLoad of(TableShape shape, List<ColumnCodec> codecs) throws SQLException;
    }

    /** One table's rows on their way. */
    private final class Table implements RowHandler {
        private final SourcePosition start;
        private final TableRecords records;
        private final TableLoad rows;
        private Map<String, ?> offset;
        private long before;
        private long read;

        Table(Connection connection, Way way, TableName name, SourcePosition start) throws SQLException {
            this.start = start;
            TableShape shape = TableShapeReader.read(connection, name);
            this.records = new TableRecords(shape, ColumnCodecs.of(shape));
            this.rows = way.of(shape, records.codecs());
        }

        void read(Map<String, ?> from) throws SQLException, InterruptedException {
            String token = rows.snapshot() ? null : SourceOffset.text(from, SourceOffset.LOAD_KEY);
            before = token == null ? 0 : SourceOffset.number(from, SourceOffset.LOAD_ROWS);
            offset = offset(token);
            if (token == null && !rows.snapshot()) {
                begin(null);
            }
            LOG.info("Reading table {}, about {} rows", records.shape().name(), rows.estimatedRows());
            read = rows.read(token, this);
            Map<String, String> attributes = names();
            attributes.put("rows", String.valueOf(before + read));
            stream.marker(MarkerType.TABLE_END, attributes, null, offset(DONE));
        }

        private void begin(SourcePosition snapshot) throws InterruptedException {
            Map<String, String> attributes = names();
            attributes.put("keyless", String.valueOf(rows.keyless()));
            if (snapshot != null) {
                attributes.put("position", snapshot.encode());
            }
            stream.marker(MarkerType.TABLE_BEGIN, attributes, null, offset);
        }

        private Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            names.put("db", records.shape().name().database());
            names.put("table", records.shape().name().table());
            return names;
        }

        private Map<String, Object> offset(String key) {
            Map<String, Object> offset = Phase.LOAD.offset(start);
            offset.put(SourceOffset.LOAD_DATABASE, records.shape().name().database());
            offset.put(SourceOffset.LOAD_TABLE, records.shape().name().table());
            offset.put(SourceOffset.LOAD_ROWS, before + read);
            if (key != null) {
                offset.put(SourceOffset.LOAD_KEY, key);
            }
            return offset;
        }

        @Override
        public void snapshot(SourcePosition position) throws InterruptedException {
            begin(position);
        }

        @Override
        public void row(Object[] row) throws InterruptedException {
            if (!context.isRunning()) {
                throw new InterruptedException("the task stops");
            }
            read++;
            stream.loadedRow(records, row, offset);
        }

        @Override
        public void chunkRead(String resumeToken) {
            offset = offset(resumeToken);
        }

        @Override
        public void progress(long rowsSoFar) {
            LOG.debug("Table {}: {} rows read", records.shape().name(), before + rowsSoFar);
        }
    }
}
