package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.sink.change.ColumnShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;

/**
 * The canonical form of a column's values, where both the stream's type and the target's are known to go together. A
 * value that the target's column would round without a warning has none.
 */
final class CanonicalForms {
    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> BINARIES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final int MICRO_DIGITS = 6;

    private CanonicalForms() {}

    /**
     * @param prefix characters, or bytes of a binary column, that the key has of the value; 0 for all
     * @return null when the server's rules for equal values of the column are not known here
     */
    static Canonical of(ColumnShape column, TargetColumn target, int prefix) {
        String type = target.type();
        int digits = target.digits();
        return switch (column.type()) {
            case INTEGER, DECIMAL ->
                INTEGERS.contains(type) || type.equals("decimal") ? (v, h) -> number(v, Math.max(digits, 0), h) : null;
            // FLOAT(M,D), the only one with digits, rounds.
            case FLOAT -> type.equals("float") && digits < 0 ? CanonicalForms::real : null;
            case DOUBLE -> type.equals("double") && digits < 0 ? CanonicalForms::real : null;
            case BITS -> type.equals("bit") ? (v, h) -> bytes((byte[]) v, 0, h) : null;
            case BYTES -> BINARIES.contains(type) ? (v, h) -> bytes((byte[]) v, prefix, h) : null;
            case DATE -> type.equals("date") ? (v, h) -> moment((String) v, 0, h) : null;
            case DATETIME -> type.equals("datetime") ? (v, h) -> moment((String) v, digits, h) : null;
            case TIMESTAMP -> type.equals("timestamp") ? (v, h) -> moment((String) v, digits, h) : null;
            case TIME -> type.equals("time") ? (v, h) -> time((Long) v, digits, h) : null;
            case YEAR -> type.equals("year") ? CanonicalForms::integer : null;
            // Members are told apart by number; where they are found by name, two of them may have one name in the
            // target.
            case ENUM -> type.equals("enum") && sameMembers(column, target) ? CanonicalForms::integer : null;
            case SET -> type.equals("set") && sameMembers(column, target) ? CanonicalForms::integer : null;
            case STRING, ENCODED_TEXT -> TextKeys.of(column, target, prefix);
            case JSON, GEOMETRY -> null;
        };
    }

    private static boolean sameMembers(ColumnShape column, TargetColumn target) {
        return Members.sameNumbers(column.members(), target.members(), target.charset());
    }

    private static boolean integer(Object value, KeyHash hash) {
        hash.put((Long) value);
        return true;
    }

    /** 1, 1.0 and the Long 1 are one number. */
    private static boolean number(Object value, int digits, KeyHash hash) {
        if (value instanceof Long) {
            return integer(value, hash);
        }
        BigDecimal plain = ((BigDecimal) value).stripTrailingZeros();
        if (plain.scale() > digits) {
            return false;
        }
        BigInteger whole = plain.scale() <= 0 ? plain.toBigInteger() : null;
        if (whole != null && whole.bitLength() < Long.SIZE) {
            hash.put(whole.longValue());
            return true;
        }
        hash.put(plain.scale());
        for (byte b : plain.unscaledValue().toByteArray()) {
            hash.put(b);
        }
        return true;
    }

    /** 0 and -0 are one value. */
    private static boolean real(Object value, KeyHash hash) {
        double number = ((Number) value).doubleValue();
        hash.put(Double.doubleToLongBits(number == 0 ? 0 : number));
        return true;
    }

    /** Without what a fixed length pads with: 0x00, and 0x20 where a column was compared as text once. */
    private static boolean bytes(byte[] value, int prefix, KeyHash hash) {
        int end = prefix > 0 ? Math.min(prefix, value.length) : value.length;
        while (end > 0 && (value[end - 1] == 0 || value[end - 1] == ' ')) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            hash.put(value[i]);
        }
        hash.put(end);
        return true;
    }

    /** The stream prints each moment in one way, but for the zeros at the end of its fraction. */
    private static boolean moment(String text, int digits, KeyHash hash) {
        int dot = text.indexOf('.');
        int end = text.length();
        if (dot >= 0) {
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            if (end - 1 - dot > digits) {
                return false;
            }
            end = end - 1 == dot ? dot : end;
        }
        hash.put(text.substring(0, end));
        return true;
    }

    private static boolean time(long micros, int digits, KeyHash hash) {
        long step = 1;
        for (int i = Math.max(digits, 0); i < MICRO_DIGITS; i++) {
            step *= 10;
        }
        if (micros % step != 0) {
            return false;
        }
        hash.put(micros);
        return true;
    }
}
