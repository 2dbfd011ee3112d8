package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.DefaultValue;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.sql.SessionZone;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.adb.table.Constants;
import io.mysqlrelay.sink.adb.table.Dates;
import io.mysqlrelay.sink.change.DdlChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * Columns that are added to tables with rows. The source gives those rows a value without writing it to its binlog; the
 * target must give them the same.
 */
final class NewColumns {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Set<Base> NUMBERS =
            Set.of(Base.TINYINT, Base.SMALLINT, Base.INT, Base.BIGINT, Base.FLOAT, Base.DOUBLE, Base.DECIMAL);

    private static final Set<String> DATES = Set.of("date", "datetime", "timestamp");
    private static final int MILLIS = 3;
    private static final int MICROS = 6;
    /** AnalyticDB's limit of a default. */
    private static final int LONGEST = 127;

    private NewColumns() {}

    /**
     * @param made the column as it is to be in the end
     * @return the column as it is added, with a default that is the value of the rows that are there
     * @throws RelayException RELAY-4066 if no constant says what their value is
     */
    static AdbColumn filled(ColumnDefinition source, AdbColumn made, DdlChange change) {
        if (source.generated()) {
            throw impossible(
                    source, "is generated, so rows that are there have values that only the source can compute");
        }
        if (source.autoIncrement()) {
            throw impossible(source, "is AUTO_INCREMENT, so rows that are there are numbered by the source");
        }
        DefaultValue value = source.byDefault();
        return switch (value.kind()) {
            case NULL -> made;
            case NONE -> {
                requireNoOwnDefault(source, change);
                yield source.notNull() ? made.withDefault(implicit(source, made)) : made;
            }
            case NOW -> made.withDefault(SqlLiterals.text(now(source, change)));
            case EXPRESSION -> throw impossible(source, "has an expression as its default");
            default -> made.withDefault(constant(source, made, change));
        };
    }

    /** Then the first TIMESTAMP of a table fills itself, and others are zero: which one it is, the statement does not say. */
    private static void requireNoOwnDefault(ColumnDefinition source, DdlChange change) {
        String explicit = change.session().get("explicit_defaults_for_timestamp");
        boolean off = explicit != null && (explicit.equals("0") || explicit.equalsIgnoreCase("OFF"));
        if (off && source.type().equals("timestamp")) {
            throw impossible(source, "gets its default from explicit_defaults_for_timestamp=OFF: write it out");
        }
    }

    /** @return the literal; null where the target has NULL for a date that is none */
    private static String constant(ColumnDefinition source, AdbColumn made, DdlChange change) {
        DefaultValue value = source.byDefault();
        boolean bits = value.kind() == DefaultValue.Kind.BITS;
        boolean text = made.type().base() == Base.VARCHAR;
        String constant = switch (source.type()) {
            case "date" -> bits ? null : Dates.date(value.text().strip());
            case "datetime", "timestamp" ->
                bits
                        ? null
                        : Dates.moment(
                                value.text().strip(),
                                source.size(0, 0),
                                text ? MICROS : MILLIS,
                                source.type().equals("timestamp") ? zone(source, change) : null);
            default -> Constants.of(source, value);
        };
        if (constant == null || constant.length() > LONGEST) {
            throw impossible(source, "has a default that AnalyticDB cannot have, or whose value is not certain");
        }
        if (DATES.contains(source.type()) && constant.equals(Dates.NONE)) {
            if (made.notNull() || text) {
                throw impossible(source, "has a date that is none as its default");
            }
            return null;
        }
        return NUMBERS.contains(made.type().base()) ? constant : SqlLiterals.text(constant);
    }

    /** What the server puts into a column that has neither NULL nor a default (MySQL manual, "Data Type Default Values"). */
    private static String implicit(ColumnDefinition source, AdbColumn made) {
        Base base = made.type().base();
        if (source.type().equals("enum") && !source.members().isEmpty()) {
            return SqlLiterals.text(source.members().get(0));
        }
        if (NUMBERS.contains(base)) {
            return "0";
        }
        return switch (base) {
            case VARCHAR ->
                switch (source.type()) {
                    case "bit", "year", "tinyint", "smallint", "mediumint", "int", "bigint" -> "'0'";
                    case "time" -> "'00:00:00'";
                    case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "set" -> "''";
                    default -> throw impossible(source, "is NOT NULL without a default");
                };
            case TIME -> "'00:00:00'";
            case DATE, DATETIME, TIMESTAMP -> {
                if (made.notNull()) {
                    throw impossible(source, "is NOT NULL without a default, which means a zero date");
                }
                yield null;
            }
            default -> throw impossible(source, "is NOT NULL without a default");
        };
    }

    /** The moment at which the source executed the statement, as its session saw it. */
    private static String now(ColumnDefinition source, DdlChange change) {
        String seconds = change.session().get("timestamp");
        Instant at = seconds == null
                ? Instant.ofEpochMilli(change.sourceMillis())
                : Instant.ofEpochMilli(new BigDecimal(seconds).movePointRight(3).longValue());
        int digits = Math.min(MILLIS, source.size(0, 0));
        String millis = String.format(Locale.ROOT, "%03d", Math.floorMod(at.toEpochMilli(), 1_000L));
        String fraction = digits == 0 ? "" : "." + millis.substring(0, digits);
        // TIMESTAMP is written in UTC, the zone of the target's sessions.
        ZoneId zone = source.type().equals("timestamp") ? ZoneOffset.UTC : zone(source, change);
        return MOMENT.format(at.atZone(zone)) + fraction;
    }

    private static ZoneId zone(ColumnDefinition source, DdlChange change) {
        ZoneId zone = SessionZone.of(change.session());
        if (zone == null) {
            throw impossible(
                    source,
                    "has a moment as its default, in the time zone "
                            + change.session().get("time_zone") + " of the source's machine");
        }
        return zone;
    }

    private static RelayException impossible(ColumnDefinition column, String why) {
        return new RelayException(ErrorCode.ADB_DDL_UNSUPPORTED, "ADD COLUMN " + column.name() + ": the column " + why);
    }
}
