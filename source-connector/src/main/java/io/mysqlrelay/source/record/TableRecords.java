package io.mysqlrelay.source.record;

import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodec;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * Everything about one table's records that is the same for every row, compiled once per shape of the table.
 * Thread-safe.
 */
public final class TableRecords {
    private final TableShape shape;
    private final List<ColumnCodec> codecs;
    private final Schema rowSchema;
    private final Field[] fields;
    private final Schema envelopeSchema;
    private final Field before;
    private final Field after;
    private final Field source;
    private final Field op;
    private final Field readAt;

    /** @param codecs one per column of the shape, in its order */
    public TableRecords(TableShape shape, List<ColumnCodec> codecs) {
        this.shape = shape;
        this.codecs = List.copyOf(codecs);
        SchemaBuilder row = SchemaBuilder.struct()
                .name(shape.name().database() + "." + shape.name().table() + ".Value")
                .optional();
        for (int i = 0; i < codecs.size(); i++) {
            row.field(shape.columns().get(i).name(), codecs.get(i).schema());
        }
        this.rowSchema = row.build();
        this.fields = rowSchema.fields().toArray(Field[]::new);
        this.envelopeSchema = SchemaBuilder.struct()
                .name(shape.name().database() + "." + shape.name().table() + ".Envelope")
                .field("before", rowSchema)
                .field("after", rowSchema)
                .field("source", ChangeOrigin.SCHEMA)
                .field("op", Schema.STRING_SCHEMA)
                .field("ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
                .build();
        this.before = envelopeSchema.field("before");
        this.after = envelopeSchema.field("after");
        this.source = envelopeSchema.field("source");
        this.op = envelopeSchema.field("op");
        this.readAt = envelopeSchema.field("ts_ms");
    }

    public TableShape shape() {
        return shape;
    }

    public List<ColumnCodec> codecs() {
        return codecs;
    }

    public Schema rowSchema() {
        return rowSchema;
    }

    /** @return null for a null image, so that {@code before} of an insert stays absent */
    public Struct row(Object[] values) {
        if (values == null) {
            return null;
        }
        Struct row = new CheckedStruct(rowSchema);
        for (int i = 0; i < fields.length; i++) {
            row.put(fields[i], values[i]);
        }
        return row;
    }

    Struct envelope(Object[] beforeValues, Object[] afterValues, Struct origin, String operation, long readMillis) {
        return new Struct(envelopeSchema)
                .put(before, row(beforeValues))
                .put(after, row(afterValues))
                .put(source, origin)
                .put(op, operation)
                .put(readAt, readMillis);
    }
}
