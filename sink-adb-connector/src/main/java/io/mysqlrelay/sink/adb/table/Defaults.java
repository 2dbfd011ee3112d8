package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.DefaultValue;
import io.mysqlrelay.core.ddl.table.DefaultValue.Kind;
import io.mysqlrelay.sink.adb.sql.Moments;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Set;

/** Defaults of the source as AnalyticDB takes them: constants of at most 127 characters, or CURRENT_TIMESTAMP. */
public final class Defaults {
    static final String NOW = "CURRENT_TIMESTAMP";
    private static final int LONGEST = 127;
    private static final int MILLIS = 3;
    private static final Set<Base> NUMBERS = Set.of(
            Base.TINYINT, Base.SMALLINT, Base.INT, Base.BIGINT, Base.FLOAT, Base.DOUBLE, Base.DECIMAL, Base.BOOLEAN);

    private static final Set<Kind> CONSTANTS = Set.of(Kind.TEXT, Kind.NUMBER, Kind.BITS);
    /** Whose bytes are characters of a character set that is not known here, and no number. */
    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

    private Defaults() {}

    /**
     * @param sql as in a statement; null when there is none
     * @param kept false if the source has a default and the target cannot have it
     */
    public record Translated(String sql, boolean kept) {
        private static final Translated NOTHING = new Translated(null, true);
        private static final Translated DROPPED = new Translated(null, false);
    }

    /**
     * A column's default is what the column makes of the constant: 'B' is 'b' in an ENUM, and 0x41 'A' in a VARCHAR.
     *
     * @param column its own default does not count
     * @param zone of the value if it is a TIMESTAMP's; null if it cannot be told
     */
    public static Translated of(ColumnDefinition column, DefaultValue value, AdbType type, ZoneId zone) {
        if (!CONSTANTS.contains(value.kind())) {
            return of(value, type, zone);
        }
        String date = date(column, value, type, zone);
        if (date != null) {
            return date.equals(Dates.NONE) ? Translated.DROPPED : new Translated(SqlLiterals.text(date), true);
        }
        String exact = Constants.of(column, value);
        if (exact != null) {
            return constant(exact, type, zone);
        }
        boolean unknown = value.kind() == Kind.BITS
                ? TEXTS.contains(column.type())
                : column.type().equals("bit");
        return unknown ? Translated.DROPPED : of(value, type, zone);
    }

    /** @param zone of the value if it is a TIMESTAMP's; null if it cannot be told */
    public static Translated of(DefaultValue value, AdbType type, ZoneId zone) {
        return switch (value.kind()) {
            case NONE, NULL -> Translated.NOTHING;
            case NOW ->
                type.base() == Base.DATETIME || type.base() == Base.TIMESTAMP
                        ? new Translated(NOW, true)
                        : Translated.DROPPED;
            case EXPRESSION -> Translated.DROPPED;
            case BITS -> bits(value.text(), type);
            case TEXT, NUMBER -> constant(value.text(), type, zone);
        };
    }

    /** @return null for what is no date, or not exactly understood */
    private static String date(ColumnDefinition column, DefaultValue value, AdbType type, ZoneId zone) {
        String text = value.text().strip();
        return switch (type.base()) {
            case DATE -> Dates.date(text);
            case DATETIME, TIMESTAMP -> {
                boolean shifted = column.type().equals("timestamp");
                yield shifted && zone == null
                        ? null
                        : Dates.moment(text, column.size(0, 0), MILLIS, shifted ? zone : null);
            }
            default -> null;
        };
    }

    private static Translated constant(String text, AdbType type, ZoneId zone) {
        String constant = switch (type.base()) {
            case DATE -> Moments.date(text);
            case DATETIME -> Moments.dateTime(text);
            case TIMESTAMP -> zone == null ? null : Moments.inUtc(text, zone);
            case TIME -> text.matches("([01]?\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?") ? text : null;
            case VARCHAR -> text;
            case BINARY, JSON, OTHER -> null;
            default -> number(text, type.base());
        };
        if (constant == null || constant.length() > LONGEST) {
            return Translated.DROPPED;
        }
        return new Translated(NUMBERS.contains(type.base()) ? constant : SqlLiterals.text(constant), true);
    }

    private static String number(String text, Base base) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            String plain = number.toPlainString();
            // 1e300 has 301 digits.
            return plain.length() > LONGEST && (base == Base.FLOAT || base == Base.DOUBLE) ? number.toString() : plain;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Of BIT the number. A text is never written so by the server itself. */
    private static Translated bits(String text, AdbType type) {
        if (type.base() != Base.VARCHAR && !NUMBERS.contains(type.base())) {
            return Translated.DROPPED;
        }
        String number = Constants.unsigned(text);
        return new Translated(NUMBERS.contains(type.base()) ? number : SqlLiterals.text(number), true);
    }
}
