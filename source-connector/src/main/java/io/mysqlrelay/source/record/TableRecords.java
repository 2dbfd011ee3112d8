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
        Struct row = new Struct(rowSchema);
        for (int i = 0; i < fields.length; i++) {
            row.put(fields[i], values[i]);
        }
        return row;
    }
}
