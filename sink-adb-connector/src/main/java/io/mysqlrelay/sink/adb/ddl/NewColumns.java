package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.DefaultValue;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.change.DdlChange;
import java.math.BigDecimal;
import java.time.DateTimeException;
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
        boolean date = made.type().base() == Base.DATE
                || made.type().base() == Base.DATETIME
                || made.type().base() == Base.TIMESTAMP;
        return switch (value.kind()) {
            case NULL -> made;
            case NONE -> source.notNull() ? made.withDefault(implicit(source, made)) : made;
            case NOW -> made.withDefault(SqlLiterals.text(now(source, change)));
            default -> {
                // A zero date becomes NULL wherever it comes from.
                if (made.byDefault() == null && !(date && value.kind() == DefaultValue.Kind.TEXT && !made.notNull())) {
                    throw impossible(source, "has a default that AnalyticDB cannot have");
                }
                yield made;
            }
        };
    }

    /** What the server puts into a column that has neither NULL nor a default (MySQL manual, "Data Type Default Values"). */
    private static String implicit(ColumnDefinition source, AdbColumn made) {
        Base base = made.type().base();
        if (source.type().equals("enum") && source.firstMember() != null) {
            return SqlLiterals.text(source.firstMember());
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
        String fraction = source.size(0, 0) == 0
                ? ""
                : String.format(Locale.ROOT, ".%03d", Math.floorMod(at.toEpochMilli(), 1_000L));
        // TIMESTAMP is written in UTC, the zone of the target's sessions.
        ZoneId zone = source.type().equals("timestamp") ? ZoneOffset.UTC : zone(source, change);
        return MOMENT.format(at.atZone(zone)) + fraction;
    }

    private static ZoneId zone(ColumnDefinition source, DdlChange change) {
        String name = change.session().get("time_zone");
        try {
            if (name != null && !name.equalsIgnoreCase("SYSTEM")) {
                return ZoneId.of(name);
            }
        } catch (DateTimeException e) {
            throw impossible(
                    source, "has the present time as its default, in the time zone " + name + ", which is not known");
        }
        throw impossible(source, "has the present time as its default, in the time zone of the source's machine");
    }

    private static RelayException impossible(ColumnDefinition column, String why) {
        return new RelayException(ErrorCode.ADB_DDL_UNSUPPORTED, "ADD COLUMN " + column.name() + ": the column " + why);
    }
}
