package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import io.mysqlrelay.source.value.PackedDecimal;
import io.mysqlrelay.source.value.PackedTemporal;
import java.io.IOException;
import java.io.Serializable;

/**
 * One cell of a row image as the column codecs take it. The client library's own forms lose zero dates, signs of TIME,
 * digits of years, and every byte that its default character set does not know.
 */
final class RawValues {
    private static final int YEAR_OFFSET = 1900;

    private RawValues() {}

    /**
     * @param meta the column's metadata from the table map
     * @param length declared bytes of STRING, bytes of ENUM and SET
     */
    static Serializable read(ColumnType type, int meta, int length, ByteArrayInputStream in) throws IOException {
        return switch (type) {
            case TINY -> (int) (byte) in.readInteger(1);
            case SHORT -> (int) (short) in.readInteger(2);
            case INT24 -> (in.readInteger(3) << 8) >> 8;
            case LONG -> in.readInteger(4);
            case LONGLONG -> in.readLong(8);
            case FLOAT -> Float.intBitsToFloat(in.readInteger(4));
            case DOUBLE -> Double.longBitsToDouble(in.readLong(8));
            case NEWDECIMAL -> decimal(meta & 0xFF, meta >> 8, in);
            case YEAR -> year(in.readInteger(1));
            case DATE -> PackedTemporal.date(in.readInteger(3));
            case TIME -> PackedTemporal.oldTime((in.readInteger(3) << 8) >> 8);
            case TIME_V2 -> PackedTemporal.time(bigEndian(3 + PackedTemporal.fractionLength(meta), in), meta);
            case DATETIME -> PackedTemporal.oldDateTime(in.readLong(8));
            case DATETIME_V2 -> PackedTemporal.dateTime(bigEndian(5, in), fraction(meta, in), meta);
            case TIMESTAMP -> PackedTemporal.timestamp(in.readLong(4), 0, 0);
            case TIMESTAMP_V2 -> PackedTemporal.timestamp(bigEndian(4, in), fraction(meta, in), meta);
            case STRING -> in.read(in.readInteger(length < 256 ? 1 : 2));
            case VARCHAR, VAR_STRING -> in.read(in.readInteger(meta < 256 ? 1 : 2));
            case BLOB, GEOMETRY, JSON -> in.read(in.readInteger(meta));
            case BIT -> in.read((meta >> 8) + ((meta & 0xFF) + 7) / 8);
            case ENUM -> in.readInteger(length);
            case SET -> in.readLong(length);
            default -> throw new IOException("no column codec takes the binlog type " + type);
        };
    }

    private static Serializable decimal(int precision, int scale, ByteArrayInputStream in) throws IOException {
        return PackedDecimal.decode(in.read(PackedDecimal.length(precision, scale)), 0, precision, scale);
    }

    private static int year(int stored) {
        return stored == 0 ? 0 : YEAR_OFFSET + stored;
    }

    private static int fraction(int digits, ByteArrayInputStream in) throws IOException {
        return (int) bigEndian(PackedTemporal.fractionLength(digits), in);
    }

    private static long bigEndian(int length, ByteArrayInputStream in) throws IOException {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << 8) | in.readInteger(1);
        }
        return value;
    }
}
