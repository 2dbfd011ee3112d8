package io.mysqlrelay.testkit.adb.rules;

import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.AdbType;
import io.mysqlrelay.testkit.adb.model.ColumnFacts;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.sql.Literal;
import io.mysqlrelay.testkit.adb.sql.ValueRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Rules for the values of one INSERT or REPLACE. */
final class RowCheck {
    private final ValueRows rows;
    private final List<ColumnFacts> columns;
    private final TableFacts table;
    private final boolean illegalDatesFail;
    private final List<int[]> nulls = new ArrayList<>();

    RowCheck(ValueRows rows, List<ColumnFacts> columns, TableFacts table, boolean illegalDatesFail) {
        this.rows = rows;
        this.columns = columns;
        this.table = table;
        this.illegalDatesFail = illegalDatesFail;
    }

    /** @return the statement with every illegal date replaced by NULL */
    String run(String sql) {
        for (int row = 0; row < rows.count(); row++) {
            if (rows.width(row) != columns.size()) {
                throw AdbError.refused("Column count doesn't match value count at row " + (row + 1));
            }
        }
        sameKeys();
        int[] checked = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).type().kind().isChecked())
                .toArray();
        for (int row = 0; checked.length > 0 && row < rows.count(); row++) {
            for (int column : checked) {
                value(row, column);
            }
        }
        return nulls.isEmpty() ? sql : rows.withNulls(nulls);
    }

    private void value(int row, int column) {
        String value = rows.value(row, column);
        AdbType.Kind kind = columns.get(column).type().kind();
        String text = Literal.text(value);
        if (kind == AdbType.Kind.BOOLEAN) {
            bool(value.strip(), column);
        } else if (text != null && kind == AdbType.Kind.TIME && Dates.isIllegalTime(text)) {
            throw AdbError.refused("time value out of range 00:00:00..23:59:59.999, col="
                    + columns.get(column).name());
        } else if (text != null && kind.isDated() && Dates.isIllegalDate(text)) {
            illegalDate(row, column);
        }
    }

    /**
     * "Invalid dates: current docs say ADB writes NULL; older kernels only with ILLEGAL_DATE_CONVERT_TO_NULL_ENABLE=true,
     * else an error".
     */
    private void illegalDate(int row, int column) {
        if (illegalDatesFail) {
            throw AdbError.refused(
                    "illegal date value, col=" + columns.get(column).name());
        }
        nulls.add(new int[] {row, column});
    }

    /** "BOOLEAN exists but holds only 0/1". */
    private void bool(String value, int column) {
        String bare = value.toUpperCase(Locale.ROOT).replace("'", "");
        if (!Set.of("0", "1", "TRUE", "FALSE", "NULL", "DEFAULT").contains(bare)) {
            throw AdbError.refused(
                    "boolean value out of range, col=" + columns.get(column).name());
        }
    }

    /** "Same key twice in a batch: order inside one statement [?]": refused, because either row might win. */
    private void sameKeys() {
        int[] key = table.key().stream()
                .mapToInt(name -> IntStream.range(0, columns.size())
                        .filter(i -> columns.get(i).isNamed(name))
                        .findFirst()
                        .orElse(-1))
                .toArray();
        if (rows.count() < 2 || key.length == 0 || IntStream.of(key).anyMatch(i -> i < 0)) {
            return;
        }
        Set<String> seen = new HashSet<>(2 * rows.count());
        for (int row = 0; row < rows.count(); row++) {
            StringBuilder values = new StringBuilder();
            for (int column : key) {
                values.append(rows.value(row, column).strip()).append(',');
            }
            if (!seen.add(values.toString())) {
                throw AdbError.refused(
                        "one key twice in a statement: which row stays is not documented, row " + (row + 1));
            }
        }
    }
}
