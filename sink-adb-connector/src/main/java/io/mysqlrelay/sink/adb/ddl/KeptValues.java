package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import java.util.List;
import java.util.Set;

/**
 * Whether the source, when it gave a column another definition, left every value as AnalyticDB holds it. What is not known
 * to be left is not. One object per statement.
 */
final class KeptValues {
    private static final Set<String> MOMENTS = Set.of("time", "datetime", "timestamp");
    private static final Set<String> REALS = Set.of("float", "double");
    private static final Set<String> SHAPES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");
    private static final Set<String> REWRITING = Set.of("binary", "char", "bit", "enum", "set", "year");
    private static final int MICROS = 6;

    private final ConversionModes modes;
    private final String charset;

    /** @param charset of columns without their own; null if it is not known */
    KeptValues(ConversionModes modes, String charset) {
        this.modes = modes;
        this.charset = charset;
    }

    /** @return true if there is a former type, of the same type in AnalyticDB, whose values this one changes without an error */
    static boolean mayRewrite(ColumnDefinition to) {
        return REWRITING.contains(to.type())
                || (REALS.contains(to.type()) && to.sizes().size() == 2)
                || (MOMENTS.contains(to.type()) && to.size(0, 0) < MICROS);
    }

    /**
     * @param from with its character set
     * @param asText AnalyticDB holds the column as VARCHAR, so the form of numbers and times counts, too
     */
    boolean kept(ColumnDefinition from, ColumnDefinition to, boolean asText) {
        if (!filled(from, to)) {
            return false;
        }
        String type = to.type();
        if (Numerals.exact(to)) {
            return exact(from, to, asText);
        }
        if (REALS.contains(type)) {
            return type.equals(from.type())
                    && (from.sizes().equals(to.sizes()) || (to.sizes().size() < 2 && !asText))
                    && (from.unsigned() || !to.unsigned() || modes.strict());
        }
        if (MOMENTS.contains(type)) {
            int less = from.size(0, 0) - to.size(0, 0);
            return type.equals(from.type()) && (asText ? less == 0 : less <= 0);
        }
        if (Texts.text(to)) {
            return text(from, to);
        }
        if (Texts.named(to)) {
            return named(from, to);
        }
        if (SHAPES.contains(type)) {
            return SHAPES.contains(from.type())
                    && (type.equals(from.type()) || type.equals("geometry") || modes.strict());
        }
        return switch (type) {
            case "bit" -> from.type().equals(type) && (to.size(0, 1) >= from.size(0, 1) || modes.strict());
            case "binary" -> from.type().equals(type) && to.size(0, 1) == from.size(0, 1);
            case "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
                Texts.bytes(from) && Texts.capacity(to) >= Texts.capacity(from);
            case "year", "date", "json" -> from.type().equals(type);
            default -> false;
        };
    }

    /** As {@link #kept}, of CONVERT TO CHARACTER SET, which makes texts larger where they would not fit. */
    boolean converted(ColumnDefinition from, String into) {
        if (Texts.named(from)) {
            return Texts.readsAlike(from.members(), Texts.charset(from), into);
        }
        return !Texts.text(from)
                || (Texts.converts(Texts.charset(from), into, modes.strict())
                        && !(modes.padded() && from.type().equals("char")));
    }

    /** @return false if NULL or 0 may have become another value */
    boolean filled(ColumnDefinition from, ColumnDefinition to) {
        boolean implied = modes.timestampsFilled() && to.type().equals("timestamp");
        boolean nulls = !from.notNull() && (implied || (to.notNull() && !modes.strict()));
        return !nulls && (from.autoIncrement() || !to.autoIncrement() || !modes.zerosNumbered());
    }

    private boolean exact(ColumnDefinition from, ColumnDefinition to, boolean asText) {
        boolean year = from.type().equals("year");
        if (!Numerals.exact(from) && (!year || asText)) {
            return false;
        }
        int more = Numerals.decimals(to) - Numerals.decimals(from);
        boolean zerofill = from.form().contains("zerofill") || to.form().contains("zerofill");
        return (asText ? more == 0 && !zerofill : more >= 0) && (Numerals.within(from, to) || modes.strict());
    }

    private boolean text(ColumnDefinition from, ColumnDefinition to) {
        String before = Texts.charset(from);
        String after = after(to);
        if (Texts.named(from)) {
            boolean fits = !Texts.chars(to) || longest(from) <= Texts.capacity(to);
            return fits
                    && Texts.converts(before, after, modes.strict())
                    && !Texts.beyondBasicPlane(from.members())
                    && !to.type().equals("tinytext");
        }
        if (!Texts.text(from) || (to.type().equals("char") && !from.type().equals("char"))) {
            return false;
        }
        boolean blanks =
                modes.padded() && from.type().equals("char") && !to.type().equals("char");
        return !blanks && Texts.fits(from, before, to, after) && Texts.converts(before, after, modes.strict());
    }

    private static long longest(ColumnDefinition from) {
        boolean one = from.type().equals("enum");
        long longest = 0;
        for (String member : from.members()) {
            longest = one ? Math.max(longest, member.length()) : longest + member.length() + 1;
        }
        return longest;
    }

    /** The server looks members up by name, and the first that is equal by the collation is taken. */
    private boolean named(ColumnDefinition from, ColumnDefinition to) {
        if (!from.type().equals(to.type())) {
            return false;
        }
        List<String> before = from.members();
        List<String> after = to.members();
        boolean same = Texts.charset(from) != null && Texts.charset(from).equals(after(to));
        if (same
                && before.size() <= after.size()
                && after.subList(0, before.size()).equals(before)) {
            return true;
        }
        // The members of a SET are printed in their order.
        boolean ordered = from.type().equals("enum")
                || after.stream().filter(before::contains).toList().equals(before);
        return modes.strict() && ordered && after.containsAll(before) && !Texts.beyondBasicPlane(before);
    }

    private String after(ColumnDefinition to) {
        String own = Texts.charset(to);
        return own == null ? charset : own;
    }
}
