package io.mysqlrelay.sink.adb.value;

import static io.mysqlrelay.sink.adb.sql.SqlLiterals.bytes;
import static io.mysqlrelay.sink.adb.sql.SqlLiterals.text;

import io.mysqlrelay.sink.adb.sql.Moments;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.adb.value.ValueRules.Odd;
import io.mysqlrelay.sink.change.ColumnShape;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One literal per kind of value and of column. Java forms: {@code ValueType}. */
final class Literals {
    private static final Set<Base> WHOLE =
            EnumSet.of(Base.TINYINT, Base.SMALLINT, Base.INT, Base.BIGINT, Base.DECIMAL, Base.BOOLEAN);

    private Literals() {}

    /**
     * @param inKey a value must not be changed then, or two rows could become one
     * @return null if such a column cannot hold such values
     */
    static Literal of(ColumnShape shape, Base base, boolean inKey, ValueRules rules) {
        boolean asText = base == Base.VARCHAR;
        return switch (shape.type()) {
            case INTEGER, YEAR -> asText ? quoted() : WHOLE.contains(base) ? plain() : null;
            case DECIMAL -> decimal(base);
            case FLOAT ->
                base == Base.FLOAT || base == Base.DOUBLE
                        ? (s, v) -> number(s, Numbers.real((Float) v, rules.decimalsOfFloat()))
                        : asText ? quoted() : null;
            case DOUBLE ->
                base == Base.DOUBLE
                        ? (s, v) -> number(s, Numbers.real((Double) v, rules.decimalsOfDouble()))
                        : asText ? quoted() : null;
            case STRING -> asText ? quoted() : null;
            case JSON -> asText || base == Base.JSON ? quoted() : null;
            case ENCODED_TEXT -> asText ? encoded(shape.charset()) : null;
            case BYTES, GEOMETRY -> base == Base.BINARY ? Literals::binary : null;
            case BITS -> bits(base);
            case DATE -> base == Base.DATE ? date(inKey, rules) : asText ? quoted() : null;
            case DATETIME, TIMESTAMP ->
                base == Base.DATETIME || base == Base.TIMESTAMP ? moment(inKey, rules) : asText ? quoted() : null;
            case TIME -> base == Base.TIME ? time(inKey, rules) : asText ? timeText() : null;
            case ENUM -> asText ? member(shape.members()) : null;
            case SET -> asText ? members(shape.members()) : null;
        };
    }

    private static Literal plain() {
        return (s, v) -> number(s, v.toString());
    }

    private static Literal quoted() {
        return (s, v) -> string(s, v.toString());
    }

    private static Literal decimal(Base base) {
        if (base == Base.VARCHAR) {
            return (s, v) -> string(s, ((BigDecimal) v).toPlainString());
        }
        return base == Base.DECIMAL || base == Base.BIGINT
                ? (s, v) -> number(s, ((BigDecimal) v).toPlainString())
                : null;
    }

    private static Literal bits(Base base) {
        if (base == Base.VARCHAR) {
            return (s, v) -> string(s, Numbers.bits((byte[]) v));
        }
        return WHOLE.contains(base) ? (s, v) -> number(s, Numbers.bits((byte[]) v)) : null;
    }

    private static Literal encoded(String charset) {
        TextCharsets.Decoder decoder = TextCharsets.of(charset);
        return decoder == null ? null : (s, v) -> string(s, decoder.decode((byte[]) v));
    }

    private static boolean binary(StringBuilder sql, Object value) {
        bytes(sql, (byte[]) value);
        return true;
    }

    private static Literal date(boolean inKey, ValueRules rules) {
        return (s, v) -> orOdd(s, Moments.date((String) v), inKey, rules);
    }

    private static Literal moment(boolean inKey, ValueRules rules) {
        return (s, v) -> {
            if (inKey && Moments.finerThanMillis((String) v)) {
                throw new ValueRefused("a moment in the key that is finer than milliseconds");
            }
            return orOdd(s, Moments.dateTime((String) v), inKey, rules);
        };
    }

    private static boolean orOdd(StringBuilder sql, String moment, boolean inKey, ValueRules rules) {
        if (moment == null && (inKey || rules.zeroDates() == Odd.ERROR)) {
            throw new ValueRefused(inKey ? "a zero or invalid date in the key" : "a zero or invalid date");
        }
        return moment != null && string(sql, moment);
    }

    private static Literal time(boolean inKey, ValueRules rules) {
        return (s, v) -> {
            long micros = (Long) v;
            if (Times.ofDay(micros)) {
                if (inKey && micros % 1_000 != 0) {
                    throw new ValueRefused("a time in the key that is finer than milliseconds");
                }
                return string(s, Times.millis(micros));
            }
            if (inKey || rules.timeOutOfRange() == Odd.ERROR) {
                throw new ValueRefused("a time that is negative, or of 24 hours or more");
            }
            return false;
        };
    }

    private static Literal timeText() {
        return (s, v) -> string(s, Times.all((Long) v));
    }

    /** Number 0 is what MySQL stored for a value that is no member. */
    private static Literal member(List<String> members) {
        return (s, v) -> {
            int number = Math.toIntExact((Long) v);
            return string(s, number == 0 ? "" : members.get(number - 1));
        };
    }

    private static Literal members(List<String> members) {
        return (s, v) -> string(s, memberList(members, (Long) v));
    }

    /** @param set a bit per member */
    static String memberList(List<String> members, long set) {
        StringBuilder list = new StringBuilder();
        for (long rest = set; rest != 0; rest &= rest - 1) {
            list.append(list.length() == 0 ? "" : ",").append(members.get(Long.numberOfTrailingZeros(rest)));
        }
        return list.toString();
    }

    private static boolean number(StringBuilder sql, String digits) {
        sql.append(digits);
        return true;
    }

    private static boolean string(StringBuilder sql, String value) {
        text(sql, value);
        return true;
    }
}
