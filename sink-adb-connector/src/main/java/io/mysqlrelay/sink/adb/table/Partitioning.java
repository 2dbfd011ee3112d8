package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.TableName;
import java.util.Locale;

/**
 * PARTITION BY of a table.
 *
 * @param column the one column it goes by
 * @param rule how its values make partitions
 * @param lifecycle how many partitions AnalyticDB keeps; 0 for all
 */
public record Partitioning(String column, Rule rule, int lifecycle) {
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
    }

    String sql() {
        String quoted = TableName.quote(column);
        String value = rule == Rule.VALUE
                ? quoted
                : (rule.unix() ? "FROM_UNIXTIME(" : "DATE_FORMAT(") + quoted + ",'" + rule.format + "')";
        return "PARTITION BY VALUE(" + value + ")" + (lifecycle > 0 ? " LIFECYCLE " + lifecycle : "");
    }
}
