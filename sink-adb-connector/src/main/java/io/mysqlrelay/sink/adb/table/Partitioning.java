package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * PARTITION BY of a table.
 *
 * @param column the one column it goes by
 * @param rule how its values make partitions
 * @param lifecycle how many partitions AnalyticDB keeps; 0 for all
 */
public record Partitioning(String column, Rule rule, int lifecycle) {
    private static final Set<Base> DATES = EnumSet.of(Base.DATE, Base.DATETIME, Base.TIMESTAMP);
    private static final Set<Base> SECONDS = EnumSet.of(Base.INT, Base.BIGINT);

    /** Values of the column become partitions as they are, or by a part of the date. */
    public enum Rule {
        VALUE(null),
        DAY("%Y%m%d"),
        MONTH("%Y%m"),
        YEAR("%Y"),
        UNIX_DAY("%Y%m%d"),
        UNIX_MONTH("%Y%m"),
        UNIX_YEAR("%Y");

        private final String format;

        Rule(String format) {
            this.format = format;
        }

        public String setting() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean unix() {
            return name().startsWith("UNIX");
        }

        /** @return true if values of the type can be made partitions in this way */
        boolean takes(AdbType type) {
            return this == VALUE || (unix() ? SECONDS : DATES).contains(type.base());
        }
    }

    String sql() {
        String quoted = TableName.quote(column);
        String value = rule == Rule.VALUE
                ? quoted
                : (rule.unix() ? "FROM_UNIXTIME(" : "DATE_FORMAT(") + quoted + ",'" + rule.format + "')";
        return "PARTITION BY VALUE(" + value + ")" + (lifecycle > 0 ? " LIFECYCLE " + lifecycle : "");
    }
}
