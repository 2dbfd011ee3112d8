package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.sink.change.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One writer per type of value. The Java form of each type: {@link ValueType}. */
final class Writers {
    private static final ValueWriter INTEGER = (s, i, v) -> s.setLong(i, (Long) v);
    private static final ValueWriter DECIMAL = (s, i, v) -> s.setBigDecimal(i, (BigDecimal) v);
    /** As text: a numeric literal would lose the sign of -0, and print only what FLOAT shows. */
    private static final ValueWriter FLOAT = (s, i, v) -> s.setString(i, Double.toString((Float) v));

    private static final ValueWriter DOUBLE = (s, i, v) -> s.setString(i, Double.toString((Double) v));
    private static final ValueWriter STRING = (s, i, v) -> s.setString(i, (String) v);
    private static final ValueWriter BYTES = (s, i, v) -> s.setBytes(i, (byte[]) v);
    /** As number: BIT next to a string is compared as double, which has not 64 bits. */
    private static final ValueWriter BITS =
            (s, i, v) -> s.setBigDecimal(i, new BigDecimal(new BigInteger(1, reversed((byte[]) v))));

    private static final ValueWriter TIME = (s, i, v) -> s.setString(i, TimeText.of((Long) v));
    static final ValueWriter UTF8_BYTES = (s, i, v) -> s.setBytes(i, ((String) v).getBytes(StandardCharsets.UTF_8));

    private Writers() {}

    static ValueWriter of(ValueType type) {
        return switch (type) {
            // A SET's bit 63 stays a sign: MySQL stores the same bits, and finds them by a negative number only.
            case INTEGER, YEAR, ENUM, SET -> INTEGER;
            case DECIMAL -> DECIMAL;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case STRING, DATE, DATETIME, TIMESTAMP, JSON -> STRING;
            case ENCODED_TEXT, BYTES, GEOMETRY -> BYTES;
            case BITS -> BITS;
            case TIME -> TIME;
        };
    }

    /** @param numbers at index n - 1 the target's number of the source's member n, 0 when the target lacks it */
    static ValueWriter enumBy(List<Integer> numbers, MissingMember missing) {
        return (s, i, v) -> {
            int number = Math.toIntExact((Long) v);
            int mapped = number == 0 ? 0 : numbers.get(number - 1);
            if (number != 0 && mapped == 0) {
                throw missing.of(number);
            }
            s.setLong(i, mapped);
        };
    }

    /** Like {@link #enumBy}, for each bit of a SET. */
    static ValueWriter setBy(List<Integer> numbers, MissingMember missing) {
        return (s, i, v) -> {
            long mapped = 0;
            for (long rest = (Long) v; rest != 0; rest &= rest - 1) {
                int member = Long.numberOfTrailingZeros(rest);
                if (numbers.get(member) == 0) {
                    throw missing.of(member + 1);
                }
                mapped |= 1L << (numbers.get(member) - 1);
            }
            s.setLong(i, mapped);
        };
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    /** Makes the error for a member that the target's column does not have. */
    @FunctionalInterface
    interface MissingMember {
        RuntimeException of(int number);
    }
}
