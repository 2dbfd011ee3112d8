package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import java.math.BigInteger;
import java.util.Map;

/** Types of exact numbers, and whether one holds every value of another (MySQL manual, "Numeric Data Types"). */
final class Numerals {
    private static final Map<String, Integer> BITS =
            Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);
    private static final BigInteger LAST_YEAR = BigInteger.valueOf(2155);
    private static final int DIGITS = 10;

    private Numerals() {}

    static boolean integer(ColumnDefinition column) {
        return BITS.containsKey(column.type());
    }

    static boolean exact(ColumnDefinition column) {
        return integer(column) || column.type().equals("decimal");
    }

    static int decimals(ColumnDefinition column) {
        return column.type().equals("decimal") ? column.size(1, 0) : 0;
    }

    /** @param from also YEAR; decimals of both are not looked at */
    static boolean within(ColumnDefinition from, ColumnDefinition to) {
        return most(from).compareTo(most(to)) <= 0 && least(from).compareTo(least(to)) >= 0;
    }

    private static BigInteger most(ColumnDefinition column) {
        if (column.type().equals("year")) {
            return LAST_YEAR;
        }
        if (column.type().equals("decimal")) {
            return BigInteger.TEN
                    .pow(column.size(0, DIGITS) - column.size(1, 0))
                    .subtract(BigInteger.ONE);
        }
        int bits = BITS.get(column.type());
        return BigInteger.TWO.pow(column.unsigned() ? bits : bits - 1).subtract(BigInteger.ONE);
    }

    private static BigInteger least(ColumnDefinition column) {
        if (column.unsigned() || column.type().equals("year")) {
            return BigInteger.ZERO;
        }
        return column.type().equals("decimal")
                ? most(column).negate()
                : most(column).negate().subtract(BigInteger.ONE);
    }
}
