package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.sink.adb.table.AdbType;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import java.util.Set;

/**
 * Changes of type of which AnalyticDB's cast of its values is known to be what MySQL makes of its own. Numbers of members,
 * bytes of texts, forms of moments and roundings are not.
 */
final class EqualCasts {
    private static final Set<Base> NUMBERS =
            Set.of(Base.TINYINT, Base.SMALLINT, Base.INT, Base.BIGINT, Base.DECIMAL, Base.FLOAT, Base.DOUBLE);
    /** Types that FLOAT holds exactly. */
    private static final Set<String> SMALL = Set.of("tinyint", "smallint", "mediumint");

    /** A DECIMAL has at most 65 digits, a sign, a point and a zero before it. */
    private static final int WIDEST = 68;

    private final KeptValues values;
    private final boolean strict;
    private final boolean datesNullable;

    /** @param datesNullable dates that are none are NULL in AnalyticDB */
    EqualCasts(KeptValues values, boolean strict, boolean datesNullable) {
        this.values = values;
        this.strict = strict;
        this.datesNullable = datesNullable;
    }

    /**
     * @param held the column's type in AnalyticDB
     * @param wanted its type there afterwards, another one
     */
    boolean alike(ColumnDefinition from, ColumnDefinition to, AdbType held, AdbType wanted) {
        if (!values.filled(from, to)) {
            return false;
        }
        if (NUMBERS.contains(held.base()) && NUMBERS.contains(wanted.base())) {
            return number(from, to);
        }
        if (wanted.base() == Base.VARCHAR) {
            return text(from, to, held);
        }
        boolean moments = Set.of(Base.DATETIME, Base.TIMESTAMP).contains(held.base())
                && Set.of(Base.DATETIME, Base.TIMESTAMP).contains(wanted.base());
        if (moments) {
            return to.size(0, 0) >= from.size(0, 0) && (to.type().equals("datetime") || strict);
        }
        boolean day = to.type().equals("date") && from.type().equals("datetime") && from.size(0, 0) == 0;
        return day || (to.type().equals("datetime") && from.type().equals("date"));
    }

    private boolean number(ColumnDefinition from, ColumnDefinition to) {
        if (to.type().equals("double")) {
            boolean held = from.type().equals("float")
                    || (Numerals.integer(from) && !from.type().equals("bigint"));
            return held && to.sizes().size() < 2 && !to.unsigned();
        }
        if (to.type().equals("float")) {
            return SMALL.contains(from.type()) && to.sizes().size() < 2 && !to.unsigned();
        }
        return values.kept(from, to, false);
    }

    private boolean text(ColumnDefinition from, ColumnDefinition to, AdbType held) {
        boolean number = NUMBERS.contains(held.base())
                && Numerals.exact(from)
                && !from.form().contains("zerofill");
        boolean date = held.base() == Base.DATE && from.type().equals("date") && !datesNullable;
        boolean wide = !Texts.chars(to) || to.size(0, 1) >= WIDEST || strict;
        return Texts.text(to) && (number || date) && wide;
    }
}
