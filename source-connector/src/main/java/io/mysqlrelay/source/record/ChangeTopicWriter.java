package io.mysqlrelay.source.record;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.core.stream.XaEnd;
import io.mysqlrelay.source.meter.SourceMeter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Makes the change topic's records and numbers them. One object is one run: its first record must be the RUN marker.
 */
public final class ChangeTopicWriter implements ChangeStream {
    private static final Schema MARKER = SchemaBuilder.struct()
            .name(StreamNames.MARKER_SCHEMA)
            .version(1)
            .field("type", Schema.STRING_SCHEMA)
            .field(
                    "attributes",
                    SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA)
                            .build())
            .field(
                    "tables",
                    SchemaBuilder.array(DdlRecord.TABLE_SCHEMA).optional().build())
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    private static final Schema HEARTBEAT = SchemaBuilder.struct()
            .name(StreamNames.HEARTBEAT_SCHEMA)
            .version(1)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    private static final Schema XA = SchemaBuilder.struct()
            .name(StreamNames.XA_SCHEMA)
            .version(1)
            .field("xid", Schema.STRING_SCHEMA)
            .field("end", Schema.STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    private static final SchemaAndValue UNCHECKED =
            new SchemaAndValue(Schema.STRING_SCHEMA, StreamNames.UNCHECKED_FOREIGN_KEYS);

    private static final SchemaAndValue END = new SchemaAndValue(Schema.STRING_SCHEMA, StreamNames.END_OF_TRANSACTION);

    private final String topic;
    private final Map<String, String> partition;
    private final ChangeOrigin origin;
    private final String run;
    private final RecordLimit limit;
    private final RecordQueue queue;
    private final SourceMeter meter;
    private long seq;

    /** Rows of one table and transaction share the struct that says where they come from. */
    private TableRecords originTable;

    /** Records of one transaction, or of one chunk, share the offset. */
    private Map<String, ?> signedOf;

    private Map<String, ?> signed;

    /** The newest row change of a transaction: whether it is the last is not known yet. */
    private SourceRecord held;

    private long heldSize;
    private Transaction heldOf;

    private Object originOf;
    private Struct originStruct;

    /**
     * @param partition Connect's source partition, shared by all records
     * @param meter is told what is sent
     */
    public ChangeTopicWriter(
            String topic,
            Map<String, String> partition,
            ChangeOrigin origin,
            String run,
            RecordLimit limit,
            RecordQueue queue,
            SourceMeter meter) {
        this.topic = topic;
        this.partition = Map.copyOf(partition);
        this.origin = origin;
        this.run = run;
        this.limit = limit;
        this.queue = queue;
        this.meter = meter;
    }

    @Override
    public void loadedRow(TableRecords table, Object[] row, Map<String, ?> offset) throws InterruptedException {
        if (originTable != table || originOf != offset) {
            originStruct = origin.ofLoad(table.shape().name(), offset);
            originTable = table;
            originOf = offset;
        }
        ConnectHeaders headers = identity(RecordIdentity.NO_TRANSACTION, 0);
        row(table, null, row, "r", headers, offset, null);
        meter.rowLoaded();
    }

    @Override
    public void change(TableRecords table, Object[] before, Object[] after, boolean unchecked, Transaction transaction)
            throws InterruptedException {
        if (originTable != table || originOf != transaction) {
            originStruct = origin.ofChange(table.shape().name(), transaction);
            originTable = table;
            originOf = transaction;
        }
        String op = before == null ? "c" : after == null ? "d" : "u";
        ConnectHeaders headers = identity(transaction.id(), transaction.ordinal());
        if (unchecked) {
            headers.add(StreamNames.UNCHECKED_HEADER, UNCHECKED);
        }
        if (transaction.xid() != null) {
            headers.add(StreamNames.XA_HEADER, new SchemaAndValue(Schema.STRING_SCHEMA, transaction.xid()));
        }
        row(table, before, after, op, headers, transaction.offset(), transaction);
        meter.change();
    }

    private void row(
            TableRecords table,
            Object[] before,
            Object[] after,
            String op,
            ConnectHeaders headers,
            Map<String, ?> offset,
            Transaction transaction)
            throws InterruptedException {
        LargeValues large = new LargeValues(headers);
        Object[] old = large.before(before);
        Object[] now = large.after(after, before);
        limit.check(table.shape().name(), old, now, large.bytes());
        Struct value = table.envelope(old, now, originStruct, op, System.currentTimeMillis());
        long size = Sizes.of(old) + Sizes.of(now) + large.bytes();
        SourceRecord record = record(value, headers, offset);
        release(transaction);
        if (transaction == null) {
            queue.put(record, size);
            meter.bytes(size);
        } else {
            held = record;
            heldSize = size;
            heldOf = transaction;
        }
    }

    @Override
    public void endOfTransaction() throws InterruptedException {
        release(null);
    }

    /** @param next transaction of the record that follows; null when the one before has ended */
    private void release(Transaction next) throws InterruptedException {
        if (held != null) {
            if (heldOf != next) {
                held.headers().add(StreamNames.END_HEADER, END);
            }
            SourceRecord record = held;
            held = null;
            queue.put(record, heldSize);
            meter.bytes(heldSize);
        }
    }

    @Override
    public void xa(String xid, XaEnd end, Transaction transaction) throws InterruptedException {
        Struct value = new Struct(XA).put("xid", xid).put("end", end.name()).put("ts_ms", transaction.sourceMillis());
        release(transaction);
        send(value, transaction.id(), transaction.ordinal(), transaction.offset(), 0);
    }

    @Override
    public void ddl(Struct value, Transaction transaction, Map<String, ?> offset) throws InterruptedException {
        int size = value.getBytes("statement").length;
        release(transaction);
        if (transaction == null) {
            send(value, RecordIdentity.NO_TRANSACTION, 0, offset, size);
        } else {
            send(value, transaction.id(), transaction.ordinal(), offset, size);
        }
        meter.statement();
    }

    @Override
    public void marker(MarkerType type, Map<String, String> attributes, List<TableName> tables, Map<String, ?> offset)
            throws InterruptedException {
        Struct value = new Struct(MARKER)
                .put("type", type.name())
                .put("attributes", attributes)
                .put("tables", tables == null ? null : DdlRecord.names(tables))
                .put("ts_ms", System.currentTimeMillis());
        ConnectHeaders headers = identity(RecordIdentity.NO_TRANSACTION, 0);
        if (type == MarkerType.BEGIN) {
            headers.add(StreamNames.BEGIN_HEADER, new SchemaAndValue(Schema.STRING_SCHEMA, attributes.get("start")));
        }
        send(value, headers, offset, 0);
        meter.marker(type, attributes);
    }

    @Override
    public void heartbeat(long sourceMillis, Map<String, ?> offset) throws InterruptedException {
        send(new Struct(HEARTBEAT).put("ts_ms", sourceMillis), RecordIdentity.NO_TRANSACTION, 0, offset, 0);
    }

    private void send(Struct value, String transaction, long ordinal, Map<String, ?> offset, long size)
            throws InterruptedException {
        send(value, identity(transaction, ordinal), offset, size);
    }

    private ConnectHeaders identity(String transaction, long ordinal) {
        ConnectHeaders headers = new ConnectHeaders();
        String identity = new RecordIdentity(run, seq++, ordinal, transaction).encode();
        headers.add(StreamNames.IDENTITY_HEADER, new SchemaAndValue(Schema.STRING_SCHEMA, identity));
        return headers;
    }

    private void send(Struct value, ConnectHeaders headers, Map<String, ?> offset, long size)
            throws InterruptedException {
        release(null);
        queue.put(record(value, headers, offset), size);
        meter.bytes(size);
    }

    private SourceRecord record(Struct value, ConnectHeaders headers, Map<String, ?> offset) {
        return new SourceRecord(partition, signed(offset), topic, 0, null, null, value.schema(), value, null, headers);
    }

    /** A start from the offset repeats everything from this record on, and relies on everything before it. */
    private Map<String, ?> signed(Map<String, ?> offset) {
        if (offset != signedOf) {
            Map<String, Object> with = new HashMap<>(offset);
            with.put(SourceOffset.RUN, run);
            with.put(SourceOffset.SEQ, seq - 1);
            signedOf = offset;
            signed = with;
        }
        return signed;
    }
}
