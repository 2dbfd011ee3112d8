package io.mysqlrelay.sink.decode;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** How the rows of one table in one shape are read: field objects and readers, looked up once. Immutable. */
final class EnvelopePlan {
    /** Object headers of a row change and its images; keeps windows of tiny rows inside the byte limit, too. */
    private static final int ROW_OVERHEAD = 64;

    private final RowShape shape;
    private final Field before;
    private final Field after;
    private final Field op;
    private final Field source;
    private final Field database;
    private final Field table;
    /** Null when the source block has no time. */
    private final Field sourceMillis;

    private final Field[] fields;
    private final boolean[] hasDefault;
    private final ColumnReader[] readers;

    EnvelopePlan(Schema envelope, TableName name) {
        this.before = envelope.field("before");
        this.after = envelope.field("after");
        this.op = envelope.field("op");
        this.source = envelope.field("source");
        this.database = source.schema().field("db");
        this.table = source.schema().field("table");
        this.sourceMillis = source.schema().field("ts_ms");
        if (!before.schema().fields().equals(after.schema().fields())) {
            throw new DataException("the images before and after have different columns");
        }
        this.fields = after.schema().fields().toArray(Field[]::new);
        this.hasDefault = new boolean[fields.length];
        this.readers = new ColumnReader[fields.length];
        List<ColumnShape> columns = new ArrayList<>(fields.length);
        for (int i = 0; i < fields.length; i++) {
            hasDefault[i] = fields[i].schema().defaultValue() != null;
            readers[i] = ColumnReader.of(fields[i].schema());
            columns.add(readers[i].shape(fields[i].name(), fields[i].schema()));
        }
        this.shape = new RowShape(name, columns);
    }

    /** By structure and not by prefix: Debezium builds the schema name from topic, database and table. */
    static boolean isEnvelope(Schema schema) {
        return schema.name() != null
                && schema.name().endsWith(".Envelope")
                && isStruct(schema.field("before"))
                && isStruct(schema.field("after"))
                && isStruct(schema.field("source"))
                && schema.field("op") != null;
    }

    private static boolean isStruct(Field field) {
        return field != null && field.schema().type() == Schema.Type.STRUCT;
    }

    /** @param envelope of a schema equal to this plan's */
    boolean isOf(Struct envelope) {
        Struct origin = (Struct) envelope.get(source);
        return shape.table().table().equals(origin.get(table))
                && shape.table().database().equals(origin.get(database));
    }

    /** @return when the change was made; 0 when the source does not say */
    long sourceMillis(Struct envelope) {
        Long millis = sourceMillis == null ? null : (Long) ((Struct) envelope.get(source)).get(sourceMillis);
        return millis == null ? 0 : millis;
    }

    RowChange read(Struct envelope, LargeValues large, boolean unchecked) {
        Struct old = (Struct) envelope.get(before);
        Struct now = (Struct) envelope.get(after);
        RowChange.Op kind = op((String) envelope.get(op));
        boolean needsBefore = kind == RowChange.Op.UPDATE || kind == RowChange.Op.DELETE;
        boolean needsAfter = kind != RowChange.Op.DELETE;
        if ((needsBefore && old == null) || (needsAfter && now == null)) {
            throw new DataException("image is missing");
        }
        int[] size = {ROW_OVERHEAD};
        Object[] oldValues = needsBefore ? image(old, StreamNames.BEFORE, large, null, size) : null;
        Object[] newValues = needsAfter ? image(now, StreamNames.AFTER, large, oldValues, size) : null;
        return new RowChange(shape, kind, oldValues, newValues, unchecked, size[0]);
    }

    private Object[] image(Struct row, String image, LargeValues large, Object[] earlier, int[] size) {
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            // Struct.get is by index, but would turn a NULL into a default that a converter or transform had added.
            Object value = hasDefault[i] ? row.getWithoutDefault(fields[i].name()) : row.get(fields[i]);
            if (value != null) {
                Object read = readers[i].read(value);
                values[i] = large.isEmpty() ? read : large.value(image, i, read, earlier);
                size[0] += readers[i].size(values[i]);
            }
        }
        return values;
    }

    private static RowChange.Op op(String code) {
        return switch (code) {
            case "r" -> RowChange.Op.LOAD;
            case "c" -> RowChange.Op.INSERT;
            case "u" -> RowChange.Op.UPDATE;
            case "d" -> RowChange.Op.DELETE;
            default -> throw new DataException("unknown operation");
        };
    }
}
