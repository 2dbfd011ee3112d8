package io.mysqlrelay.sink.adb.value;

import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.ValueType;
import java.math.BigDecimal;
import java.util.Base64;

/** One text per value, the same after a statement that changes a column's definition without changing its values. */
public final class CanonicalTexts {
    private CanonicalTexts() {}

    /** @return true if the value is told apart by its bytes, without a text */
    public static boolean isBytes(ValueType type) {
        return type == ValueType.BYTES || type == ValueType.GEOMETRY;
    }

    /** @param value never null */
    public static String of(ColumnShape column, Object value) {
        return switch (column.type()) {
            case INTEGER, YEAR, TIME, STRING, JSON, DATE -> value.toString();
            case DECIMAL -> number((BigDecimal) value);
            case FLOAT -> Double.toString((Float) value);
            case DOUBLE -> value.toString();
            case ENCODED_TEXT -> decoded(column, (byte[]) value);
            case BITS -> Numbers.bits((byte[]) value);
            case DATETIME, TIMESTAMP -> withoutZeros((String) value);
            case ENUM -> (Long) value == 0 ? "" : column.members().get(Math.toIntExact((Long) value) - 1);
            case SET -> Literals.memberList(column.members(), (Long) value);
            case BYTES, GEOMETRY -> Base64.getEncoder().encodeToString((byte[]) value);
        };
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String decoded(ColumnShape column, byte[] value) {
        TextCharsets.Decoder decoder = TextCharsets.of(column.charset());
        try {
            if (decoder != null) {
                return decoder.decode(value);
            }
        } catch (ValueRefused notText) {
            // The row is refused where it is written, which names it.
        }
        return Base64.getEncoder().encodeToString(value);
    }

    private static String withoutZeros(String moment) {
        if (moment.indexOf('.') < 0) {
            return moment;
        }
        int end = moment.length();
        while (moment.charAt(end - 1) == '0') {
            end--;
        }
        return moment.substring(0, moment.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
