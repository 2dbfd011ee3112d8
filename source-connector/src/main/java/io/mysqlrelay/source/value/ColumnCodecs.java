package io.mysqlrelay.source.value;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.source.table.Column;
import io.mysqlrelay.source.table.TableShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The codec of every column type that can be carried. Table "Column values" of {@code docs/DESIGN.md}. */
public final class ColumnCodecs {
    private static final Map<String, Function<Column, ColumnCodec>> BY_TYPE = new HashMap<>();

    static {
        put(c -> IntegerCodec.int16(c.unsigned() ? 8 : 64), "TINYINT");
        put(c -> c.unsigned() ? IntegerCodec.int32(16) : IntegerCodec.int16(64), "SMALLINT");
        put(c -> IntegerCodec.int32(c.unsigned() ? 24 : 64), "MEDIUMINT");
        put(c -> c.unsigned() ? IntegerCodec.int64(32) : IntegerCodec.int32(64), "INT");
        put(c -> c.unsigned() ? new UnsignedBigintCodec() : IntegerCodec.int64(64), "BIGINT");
        put(DecimalCodec::new, "DECIMAL");
        put(c -> new FloatCodec(), "FLOAT");
        put(c -> new DoubleCodec(), "DOUBLE");
        put(ColumnCodecs::text, "CHAR", "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT");
        put(c -> BytesCodec.padded(c.length()), "BINARY");
        put(c -> BytesCodec.plain(), "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB");
        put(BitCodec::new, "BIT");
        put(c -> new DigitsCodec(StreamNames.DATE), "DATE");
        put(c -> new DigitsCodec(StreamNames.DATETIME), "DATETIME");
        put(c -> new DigitsCodec(StreamNames.TIMESTAMP), "TIMESTAMP");
        put(c -> new TimeCodec(), "TIME");
        put(c -> new YearCodec(), "YEAR");
        put(JsonCodec::new, "JSON");
        put(EnumCodec::new, "ENUM");
        put(SetCodec::new, "SET");
        put(c -> BytesCodec.geometry(), "GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT");
        put(c -> BytesCodec.geometry(), "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "GEOMCOLLECTION");
    }

    private ColumnCodecs() {}

    /** @throws RelayException if values of the column's type cannot be carried, or its character set is not known */
    public static ColumnCodec of(Column column) {
        Function<Column, ColumnCodec> codec = BY_TYPE.get(column.type());
        if (codec == null) {
            throw new RelayException(
                    ErrorCode.COLUMN_TYPE_UNKNOWN, "column " + column.name() + " has the type " + column.type());
        }
        return codec.apply(column);
    }

    /** @return one codec per column, in the shape's order */
    public static List<ColumnCodec> of(TableShape shape) {
        return shape.columns().stream().map(ColumnCodecs::of).toList();
    }

    private static ColumnCodec text(Column column) {
        if (column.charset() == null) {
            throw new RelayException(
                    ErrorCode.COLUMN_TYPE_UNKNOWN, "the character set of column " + column.name() + " is not known");
        }
        return switch (column.charset()) {
            case "utf8mb4", "utf8mb3", "utf8", "ascii" -> new TextCodec(column);
            // CHAR ... CHARACTER SET binary becomes BINARY in the server, but a table model may keep the words.
            case "binary" -> column.type().equals("CHAR") ? BytesCodec.padded(column.length()) : BytesCodec.plain();
            default -> BytesCodec.text(column.charset());
        };
    }

    private static void put(Function<Column, ColumnCodec> codec, String... types) {
        for (String type : types) {
            BY_TYPE.put(type, codec);
        }
    }
}
