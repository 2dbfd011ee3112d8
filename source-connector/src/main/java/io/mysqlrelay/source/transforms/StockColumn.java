package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.StreamNames;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * One column's way from the form in which a stock connector writes it to that of the change topic.
 *
 * @param schema on the change topic: optional and without a default, so that no converter turns a NULL into one
 * @param convert never sees null
 */
record StockColumn(Schema schema, Function<Object, Object> convert) {
    /** BIT(1) is a boolean to Debezium. */
    private static final String ONE_BIT = "1";

    private static final Map<String, UnaryOperator<Object>> DATES = Map.of("io.debezium.time.Date", StockTimes::day);

    private static final Map<String, UnaryOperator<Object>> DATETIMES = Map.of(
            "io.debezium.time.Timestamp",
            StockTimes::millis,
            "io.debezium.time.MicroTimestamp",
            StockTimes::micros,
            "io.debezium.time.NanoTimestamp",
            StockTimes::nanos);

    private static final Map<String, UnaryOperator<Object>> TIMES = Map.of(
            StreamNames.DEBEZIUM_MICRO_TIME,
            UnaryOperator.identity(),
            "io.debezium.time.Time",
            StockTimes::microsOfMillis);

    /** @throws RelayException RELAY-3031 for a form that loses the value, or that is not known */
    static StockColumn of(Field field, String table) {
        Schema schema = field.schema();
        String name = schema.name();
        if (name == null) {
            return plain(field, table);
        }
        if (DATES.containsKey(name)) {
            return new StockColumn(text(StreamNames.DATE), DATES.get(name));
        }
        if (DATETIMES.containsKey(name)) {
            return new StockColumn(text(StreamNames.DATETIME), DATETIMES.get(name));
        }
        if (TIMES.containsKey(name)) {
            return new StockColumn(
                    SchemaBuilder.int64()
                            .name(StreamNames.DEBEZIUM_MICRO_TIME)
                            .optional()
                            .build(),
                    TIMES.get(name));
        }
        return switch (name) {
            case Decimal.LOGICAL_NAME,
                    StreamNames.DEBEZIUM_BITS,
                    StreamNames.DEBEZIUM_JSON,
                    StreamNames.DEBEZIUM_YEAR -> new StockColumn(same(schema), Function.identity());
            case "io.debezium.time.ZonedTimestamp" -> new StockColumn(text(StreamNames.TIMESTAMP), StockTimes::zoned);
            // The sink finds members by name: the numbers are lost.
            case "io.debezium.data.EnumSet" -> new StockColumn(Schema.OPTIONAL_STRING_SCHEMA, Function.identity());
            // Debezium's MySqlAntlrDdlParser.escapeOption: y,z is y,z in a snapshot and y\,z from the binlog.
            case "io.debezium.data.Enum" ->
                new StockColumn(Schema.OPTIONAL_STRING_SCHEMA, member -> ((String) member).replace("\\,", ","));
            default -> {
                if (name.startsWith("io.debezium.data.geometry.")) {
                    yield new StockColumn(
                            SchemaBuilder.bytes()
                                    .name(StreamNames.GEOMETRY)
                                    .optional()
                                    .build(),
                            StockGeometry::internal);
                }
                throw unknown(field, table);
            }
        };
    }

    private static StockColumn plain(Field field, String table) {
        return switch (field.schema().type()) {
            case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, STRING, BYTES ->
                new StockColumn(same(field.schema()), Function.identity());
            case BOOLEAN ->
                new StockColumn(
                        SchemaBuilder.bytes()
                                .name(StreamNames.DEBEZIUM_BITS)
                                .parameter("length", ONE_BIT)
                                .optional()
                                .build(),
                        value -> new byte[] {(byte) ((Boolean) value ? 1 : 0)});
            default -> throw unknown(field, table);
        };
    }

    private static Schema text(String name) {
        return SchemaBuilder.string().name(name).optional().build();
    }

    private static Schema same(Schema schema) {
        SchemaBuilder copy = SchemaBuilder.type(schema.type()).optional();
        if (schema.name() != null) {
            copy.name(schema.name());
        }
        if (schema.parameters() != null) {
            copy.parameters(schema.parameters());
        }
        return copy.build();
    }

    private static RelayException unknown(Field field, String table) {
        Schema schema = field.schema();
        return new RelayException(
                ErrorCode.STOCK_VALUE,
                "column " + field.name() + " of table " + table + " comes as " + schema.type()
                        + (schema.name() == null ? "" : " " + schema.name())
                        + "; expected are the forms of time.precision.mode=adaptive_time_microseconds,"
                        + " decimal.handling.mode=precise, bigint.unsigned.handling.mode=precise and binary.handling.mode=bytes");
    }
}
