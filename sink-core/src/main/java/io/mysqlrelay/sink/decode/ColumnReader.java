package io.mysqlrelay.sink.decode;

import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.ValueType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;

/**
 * One column's values, from Connect's form to the form of its {@link ValueType}.
 *
 * @param toJava never sees null
 */
record ColumnReader(ValueType type, Function<Object, Object> toJava) {
    private static final int FIXED_SIZE = 24;

    private static final ColumnReader INTEGER = integer(ValueType.INTEGER);

    private static final Map<String, ColumnReader> BY_NAME = Map.ofEntries(
            Map.entry(Decimal.LOGICAL_NAME, as(ValueType.DECIMAL)),
            Map.entry(StreamNames.TEXT, bytes(ValueType.ENCODED_TEXT)),
            Map.entry(StreamNames.DEBEZIUM_BITS, bytes(ValueType.BITS)),
            Map.entry(StreamNames.GEOMETRY, bytes(ValueType.GEOMETRY)),
            Map.entry(StreamNames.DATE, as(ValueType.DATE)),
            Map.entry(StreamNames.DATETIME, as(ValueType.DATETIME)),
            Map.entry(StreamNames.TIMESTAMP, as(ValueType.TIMESTAMP)),
            Map.entry(StreamNames.DEBEZIUM_JSON, as(ValueType.JSON)),
            Map.entry(StreamNames.DEBEZIUM_MICRO_TIME, integer(ValueType.TIME)),
            Map.entry(StreamNames.DEBEZIUM_YEAR, integer(ValueType.YEAR)),
            Map.entry(StreamNames.ENUM, integer(ValueType.ENUM)),
            Map.entry(StreamNames.SET, integer(ValueType.SET)));

    private static final Map<Schema.Type, ColumnReader> BY_TYPE = Map.of(
            Schema.Type.INT8,
            INTEGER,
            Schema.Type.INT16,
            INTEGER,
            Schema.Type.INT32,
            INTEGER,
            Schema.Type.INT64,
            INTEGER,
            Schema.Type.FLOAT32,
            as(ValueType.FLOAT),
            Schema.Type.FLOAT64,
            as(ValueType.DOUBLE),
            Schema.Type.STRING,
            as(ValueType.STRING),
            Schema.Type.BYTES,
            bytes(ValueType.BYTES));

    /** @throws DataException for a type that is not in the stream's contract */
    static ColumnReader of(Schema schema) {
        ColumnReader reader = schema.name() == null ? BY_TYPE.get(schema.type()) : BY_NAME.get(schema.name());
        if (reader == null) {
            throw new DataException("unknown column type " + schema.type() + " " + schema.name());
        }
        return reader;
    }

    ColumnShape shape(String column, Schema schema) {
        Map<String, String> parameters = schema.parameters() == null ? Map.of() : schema.parameters();
        String members = parameters.get(StreamNames.PARAM_MEMBERS);
        return new ColumnShape(
                column,
                type,
                type == ValueType.ENCODED_TEXT ? parameters.get(StreamNames.PARAM_CHARSET) : null,
                members == null ? List.of() : JsonStrings.parse(members));
    }

    Object read(Object value) {
        return toJava.apply(value);
    }

    int size(Object value) {
        if (value instanceof String text) {
            return FIXED_SIZE + text.length();
        }
        return value instanceof byte[] bytes ? FIXED_SIZE + bytes.length : FIXED_SIZE;
    }

    private static ColumnReader as(ValueType type) {
        return new ColumnReader(type, Function.identity());
    }

    private static ColumnReader integer(ValueType type) {
        return new ColumnReader(type, value -> ((Number) value).longValue());
    }

    private static ColumnReader bytes(ValueType type) {
        return new ColumnReader(type, StructValues::bytes);
    }
}
