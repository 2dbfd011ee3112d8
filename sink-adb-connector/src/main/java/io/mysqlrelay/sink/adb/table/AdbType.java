package io.mysqlrelay.sink.adb.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's type in AnalyticDB.
 *
 * @param base never null
 * @param sizes of DECIMAL digits and decimals; of the others empty, because AnalyticDB does not enforce them
 */
public record AdbType(Base base, List<Integer> sizes) {
    private static final Pattern WRITTEN = Pattern.compile("([a-z]+)\\s*(?:\\(([^)]*)\\))?.*");

    /** AnalyticDB manual, "Basic data types". */
    public enum Base {
        BOOLEAN,
        TINYINT,
        SMALLINT,
        INT,
        BIGINT,
        FLOAT,
        DOUBLE,
        DECIMAL,
        VARCHAR,
        BINARY,
        DATE,
        TIME,
        DATETIME,
        TIMESTAMP,
        JSON,
        /** ARRAY, MAP, POINT and what later versions bring: never made here, and nothing can be written to it. */
        OTHER;

        boolean integer() {
            return compareTo(TINYINT) >= 0 && compareTo(BIGINT) <= 0;
        }
    }

    public AdbType {
        sizes = List.copyOf(sizes);
    }

    public static AdbType of(Base base) {
        return new AdbType(base, List.of());
    }

    public static AdbType decimal(int digits, int decimals) {
        return new AdbType(Base.DECIMAL, List.of(digits, decimals));
    }

    /** @param text as a definition has it: {@code bigint(20)}, {@code decimal(10, 2)}, {@code varbinary} */
    public static AdbType parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            return of(Base.OTHER);
        }
        Base base = switch (written.group(1)) {
            case "boolean", "bool" -> Base.BOOLEAN;
            case "tinyint" -> Base.TINYINT;
            case "smallint" -> Base.SMALLINT;
            case "int", "integer", "mediumint", "year" -> Base.INT;
            case "bigint" -> Base.BIGINT;
            case "float" -> Base.FLOAT;
            case "double", "real" -> Base.DOUBLE;
            case "decimal", "numeric" -> Base.DECIMAL;
            case "varchar", "char", "text", "tinytext", "mediumtext", "longtext", "string", "enum" -> Base.VARCHAR;
            case "binary", "varbinary", "blob", "tinyblob", "mediumblob", "longblob" -> Base.BINARY;
            case "date" -> Base.DATE;
            case "time" -> Base.TIME;
            case "datetime" -> Base.DATETIME;
            case "timestamp" -> Base.TIMESTAMP;
            case "json" -> Base.JSON;
            default -> Base.OTHER;
        };
        if (base != Base.DECIMAL) {
            return of(base);
        }
        List<Integer> sizes = sizes(written.group(2));
        return sizes == null || sizes.size() != 2 ? of(Base.OTHER) : new AdbType(base, sizes);
    }

    /** @return null if they are no numbers */
    private static List<Integer> sizes(String list) {
        List<Integer> sizes = new ArrayList<>();
        for (String size : list == null ? new String[0] : list.split(",")) {
            if (!size.strip().matches("\\d{1,9}")) {
                return null;
            }
            sizes.add(Integer.valueOf(size.strip()));
        }
        // DECIMAL alone is DECIMAL(10,0).
        if (sizes.isEmpty()) {
            sizes.add(10);
        }
        if (sizes.size() == 1) {
            sizes.add(0);
        }
        return sizes;
    }

    /** @return true if every value of the other type is one of this type too, and AnalyticDB may be asked for the change */
    public boolean widens(AdbType other) {
        return (base.integer() && other.base.integer() && base.compareTo(other.base) > 0)
                || (base == Base.DOUBLE && other.base == Base.FLOAT);
    }

    /** @return as in statements */
    public String sql() {
        return sizes.isEmpty() ? base.name() : base.name() + "(" + sizes.get(0) + "," + sizes.get(1) + ")";
    }

    @Override
    public String toString() {
        return sql();
    }
}
