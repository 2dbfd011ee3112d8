package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.adb.table.Remark.Kind;
import java.util.Locale;
import java.util.Set;

/** The table of types of docs/analyticdb.md. */
public final class TypeMapping {
    public static final int MOST_DIGITS = 38;
    private static final int KEPT_FRACTION = 3;
    /** DECIMAL(20,0) holds every BIGINT UNSIGNED. */
    private static final int DIGITS_OF_BIGINT = 20;

    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");
    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> SHAPES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");

    private TypeMapping() {}

    /**
     * @param inKey the column is part of the target's primary key: integers become BIGINT, because a key's type can never be
     *     changed
     * @param chosen the user's choice for this column, null for none
     * @throws RelayException RELAY-4061 without the table's name, which the caller adds
     */
    public static MappedType map(ColumnDefinition column, boolean inKey, AdbType chosen, TypeRules rules) {
        MappedType mapped = chosen != null ? chosen(column, chosen) : map(column, rules);
        if (inKey && mapped.type().base().integer()) {
            return MappedType.exact(Base.BIGINT);
        }
        return mapped;
    }

    private static MappedType map(ColumnDefinition column, TypeRules rules) {
        String type = column.type();
        boolean unsigned = column.unsigned();
        if (TEXTS.contains(type)) {
            return MappedType.exact(Base.VARCHAR);
        }
        if (BYTES.contains(type)) {
            return MappedType.exact(Base.BINARY);
        }
        if (SHAPES.contains(type)) {
            return MappedType.formed(
                    AdbType.of(Base.BINARY), "the bytes of MySQL's own form, SRID and WKB", "is a geometry");
        }
        return switch (type) {
            case "tinyint" -> MappedType.exact(unsigned ? Base.SMALLINT : Base.TINYINT);
            case "smallint" -> MappedType.exact(unsigned ? Base.INT : Base.SMALLINT);
            case "mediumint", "year" -> MappedType.exact(Base.INT);
            case "int" -> MappedType.exact(unsigned || column.autoIncrement() ? Base.BIGINT : Base.INT);
            case "bigint" ->
                unsigned ? MappedType.exact(AdbType.decimal(DIGITS_OF_BIGINT, 0)) : MappedType.exact(Base.BIGINT);
            case "decimal" -> decimal(column, rules);
            case "float" -> new MappedType(AdbType.of(Base.FLOAT), null, null, "is a FLOAT");
            case "double" -> new MappedType(AdbType.of(Base.DOUBLE), null, null, "is a DOUBLE");
            case "bit" -> MappedType.formed(AdbType.of(Base.VARCHAR), "the number as decimal text", null);
            case "date" -> new MappedType(AdbType.of(Base.DATE), "zero and invalid dates", Kind.ZERO_DATES, null);
            case "time" ->
                rules.timeAsText()
                        ? MappedType.exact(Base.VARCHAR)
                        : time(
                                column,
                                Base.TIME,
                                "negative times and those of 24 hours or more"
                                        + (fraction(column) ? ", digits behind milliseconds" : ""),
                                Kind.LOSS);
            case "datetime" -> moment(column, Base.DATETIME);
            case "timestamp" -> moment(column, Base.TIMESTAMP);
            case "json" -> new MappedType(AdbType.of(Base.JSON), null, null, "is JSON");
            default -> throw unknown(column);
        };
    }

    private static MappedType decimal(ColumnDefinition column, TypeRules rules) {
        int digits = column.size(0, 10);
        if (digits <= MOST_DIGITS) {
            return MappedType.exact(AdbType.decimal(digits, column.size(1, 0)));
        }
        if (rules.longDecimalAsText()) {
            return MappedType.formed(AdbType.of(Base.VARCHAR), "numbers become text, and sort as text", null);
        }
        throw new RelayException(
                ErrorCode.ADB_TYPE,
                "column " + column.name() + " has " + digits + " digits, AnalyticDB's DECIMAL has at most "
                        + MOST_DIGITS + "; adb.decimal.over.38=varchar makes it text");
    }

    private static MappedType moment(ColumnDefinition column, Base base) {
        boolean fraction = fraction(column);
        return time(
                column,
                base,
                "zero and invalid dates" + (fraction ? ", digits behind milliseconds" : ""),
                fraction ? Kind.LOSS : Kind.ZERO_DATES);
    }

    private static MappedType time(ColumnDefinition column, Base base, String loss, Kind kind) {
        return new MappedType(
                AdbType.of(base),
                loss,
                kind,
                fraction(column) ? "has more than 3 digits of a second, which are cut" : null);
    }

    private static boolean fraction(ColumnDefinition column) {
        return column.size(0, 0) > KEPT_FRACTION;
    }

    /** Text holds every value that has a text form; the others only what cannot lose anything. */
    private static MappedType chosen(ColumnDefinition column, AdbType to) {
        String type = column.type();
        boolean integer =
                Set.of("tinyint", "smallint", "mediumint", "int", "year").contains(type)
                        || (type.equals("bigint") && !column.unsigned());
        boolean possible = switch (to.base()) {
            case VARCHAR -> !BYTES.contains(type) && !SHAPES.contains(type);
            case BIGINT -> integer;
            case DECIMAL -> decimalFits(column, to, integer);
            case DOUBLE -> type.equals("float") || type.equals("double");
            case DATETIME -> Set.of("timestamp", "datetime").contains(type);
            case JSON -> type.equals("json");
            default -> false;
        };
        if (!possible) {
            throw new RelayException(
                    ErrorCode.ADB_TYPE, "column " + column.name() + " is " + type + " and cannot become " + to);
        }
        boolean real = type.equals("float") || type.equals("double");
        return MappedType.formed(
                to,
                to.base() == Base.VARCHAR ? "becomes text, and sorts as text" : null,
                to.base() == Base.DATETIME && fraction(column)
                        ? "has more than 3 digits of a second, which are cut"
                        : real ? "is a " + type.toUpperCase(Locale.ROOT) : null);
    }

    private static boolean decimalFits(ColumnDefinition column, AdbType to, boolean integer) {
        int whole = to.sizes().get(0) - to.sizes().get(1);
        if (to.sizes().get(0) > MOST_DIGITS) {
            return false;
        }
        if (column.type().equals("decimal")) {
            return whole >= column.size(0, 10) - column.size(1, 0) && to.sizes().get(1) >= column.size(1, 0);
        }
        return (integer || column.type().equals("bigint")) && whole >= DIGITS_OF_BIGINT;
    }

    private static RelayException unknown(ColumnDefinition column) {
        return new RelayException(
                ErrorCode.ADB_TYPE,
                "column " + column.name() + " is of type " + column.type() + ", which has no counterpart");
    }
}
