package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.record.ChangeOrigin;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** How the rows of one table in one shape are made into the change topic's. Immutable. */
final class StockTable {
    private final List<Field> stockFields;
    private final StockColumn[] columns;
    private final Schema row;
    private final Field[] fields;
    private final Schema envelope;

    /** @param stockEnvelope of the stock connector's records */
    StockTable(TableName table, Schema stockEnvelope) {
        this.stockFields = stockEnvelope.field("after").schema().fields();
        this.columns = new StockColumn[stockFields.size()];
        SchemaBuilder image = SchemaBuilder.struct().name(table + ".Value").optional();
        for (int i = 0; i < columns.length; i++) {
            columns[i] = StockColumn.of(stockFields.get(i), table.toString());
            image.field(stockFields.get(i).name(), columns[i].schema());
        }
        this.row = image.build();
        this.fields = row.fields().toArray(Field[]::new);
        this.envelope = SchemaBuilder.struct()
                .name(table + ".Envelope")
                .field("before", row)
                .field("after", row)
                .field("source", ChangeOrigin.SCHEMA)
                .field("op", Schema.STRING_SCHEMA)
                .field("ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
                .build();
    }

    /**
     * @param before the stock connector's image; null when there is none
     * @param after the same
     */
    Struct change(String op, Struct before, Struct after, StockOrigin origin, Long readMillis) {
        return new Struct(envelope)
                .put("before", image(before))
                .put("after", image(after))
                .put("source", source(origin.source()))
                .put("op", op)
                .put("ts_ms", readMillis);
    }

    private Struct image(Struct stock) {
        if (stock == null) {
            return null;
        }
        Struct image = new Struct(row);
        for (int i = 0; i < columns.length; i++) {
            // Struct.get would turn a NULL into the column's default.
            Object value = stock.getWithoutDefault(stockFields.get(i).name());
            if (value != null) {
                image.put(fields[i], columns[i].convert().apply(value));
            }
        }
        return image;
    }

    private static Struct source(Struct stock) {
        Struct source = new Struct(ChangeOrigin.SCHEMA);
        for (Field field : ChangeOrigin.SCHEMA.fields()) {
            source.put(field, stock.getWithoutDefault(field.name()));
        }
        return source;
    }
}
