package io.mysqlrelay.source.debezium;

import io.debezium.pipeline.source.spi.ChangeEventSource.ChangeEventSourceContext;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.source.load.RowHandler;
import io.mysqlrelay.source.load.TableLoad;
import io.mysqlrelay.source.meter.SourceMeter;
import io.mysqlrelay.source.record.ChangeStream;
import io.mysqlrelay.source.record.SourceOffset;
import io.mysqlrelay.source.record.TableRecords;
import io.mysqlrelay.source.schema.DefinitionSession;
import io.mysqlrelay.source.schema.TableShapeReader;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodec;
import io.mysqlrelay.source.value.ColumnCodecs;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One table's rows on their way from a reading to the change topic, between their two markers. */
final class LoadedTable implements RowHandler {
    static final String DONE = "done";
    private static final Logger LOG = LoggerFactory.getLogger(LoadedTable.class);

    private final ChangeEventSourceContext context;
    private final ChangeStream stream;
    private final SourceMeter meter;
    private final SourcePosition start;
    private final TableRecords records;
    private final TableLoad rows;
    /** Of all records; null when each names the place that the reading has reached. */
    private final Map<String, ?> fixedOffset;

    private Map<String, ?> offset;
    private long before;
    /** Without those of a page that is not whole yet: it may break and come again. */
    private long read;

    /** Decides how a table is read. */
    @FunctionalInterface
    interface Way {
        TableLoad of(TableShape shape, List<ColumnCodec> codecs) throws SQLException;
    }

    /** @param fixedOffset for a reading that a restart begins anew; null for one that it goes on with */
    LoadedTable(
            ChangeEventSourceContext context,
            ChangeStream stream,
            SourceMeter meter,
            DefinitionSession session,
            Way way,
            TableName name,
            SourcePosition start,
            Map<String, ?> fixedOffset)
            throws SQLException {
        this.context = context;
        this.stream = stream;
        this.meter = meter;
        this.start = start;
        this.fixedOffset = fixedOffset;
        TableShape shape = session.ask(connection -> TableShapeReader.read(connection, name));
        this.records = new TableRecords(shape, ColumnCodecs.of(shape));
        this.rows = way.of(shape, records.codecs());
    }

    /** @param from offset of an interrupted reading of this table; empty to begin */
    void read(Map<String, ?> from) throws SQLException, InterruptedException {
        String token = rows.snapshot() ? null : SourceOffset.text(from, SourceOffset.LOAD_KEY);
        before = token == null ? 0 : SourceOffset.number(from, SourceOffset.LOAD_ROWS);
        offset = offset(token);
        if (token == null && !rows.snapshot()) {
            begin(null);
        }
        LOG.info("Reading table {}, about {} rows", records.shape().name(), rows.estimatedRows());
        read = rows.read(token, this);
        Map<String, String> attributes = names(records.shape().name());
        attributes.put("rows", String.valueOf(before + read));
        stream.marker(MarkerType.TABLE_END, attributes, null, offset(DONE));
    }

    private void begin(SourcePosition snapshot) throws InterruptedException {
        Map<String, String> attributes = names(records.shape().name());
        attributes.put("keyless", String.valueOf(rows.keyless()));
        if (!rows.absent().isEmpty()) {
            attributes.put("absent", String.join(",", rows.absent()));
        }
        if (snapshot != null) {
            attributes.put("position", snapshot.encode());
        }
        stream.marker(MarkerType.TABLE_BEGIN, attributes, null, offset);
    }

    /** @return attributes of a marker about the table; mutable */
    static Map<String, String> names(TableName table) {
        Map<String, String> names = new HashMap<>();
        names.put("db", table.database());
        names.put("table", table.table());
        return names;
    }

    private Map<String, ?> offset(String key) {
        return fixedOffset != null ? fixedOffset : offset(start, records.shape().name(), before + read, key);
    }

    /** @param key the last key that was read, or {@link #DONE}; null at the table's beginning */
    static Map<String, Object> offset(SourcePosition start, TableName table, long rows, String key) {
        Map<String, Object> offset = Phase.LOAD.offset(start);
        offset.put(SourceOffset.LOAD_DATABASE, table.database());
        offset.put(SourceOffset.LOAD_TABLE, table.table());
        offset.put(SourceOffset.LOAD_ROWS, rows);
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
        stream.loadedRow(records, row, offset);
    }

    @Override
    public void chunkRead(String resumeToken, long rowsSoFar) {
        read = rowsSoFar;
        offset = offset(resumeToken);
        meter.chunk();
    }

    @Override
    public void progress(long rowsSoFar) {
        LOG.debug("Table {}: {} rows read", records.shape().name(), before + rowsSoFar);
    }
}
