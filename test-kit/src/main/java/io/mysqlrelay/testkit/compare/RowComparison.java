package io.mysqlrelay.testkit.compare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.StringJoiner;

/** Merges the rows of one table from both sides, which arrive in the same total order, and reports what differs. */
final class RowComparison {
    /** A table that differs everywhere must not use up the room for the others' sentences. */
    private static final int LIMIT = 10;

    private final ComparedTable table;
    private final Differences differences;
    private long reported;
    private long differing;

    RowComparison(ComparedTable table, Differences differences) {
        this.table = table;
        this.differences = differences;
    }

    /** Compares all rows; returns how many the left side has. */
    long run(ComparedServer left, ComparedServer right) throws SQLException {
        String query = table.query();
        long rows = 0;
        try (Statement leftStatement = left.streaming();
                Statement rightStatement = right.streaming();
                ResultSet leftRows = leftStatement.executeQuery(query);
                ResultSet rightRows = rightStatement.executeQuery(query)) {
            byte[][] leftRow = read(leftRows);
            byte[][] rightRow = read(rightRows);
            while (leftRow != null || rightRow != null) {
                int order = order(leftRow, rightRow);
                if (order < 0) {
                    report("is missing on the right", leftRow);
                } else if (order > 0) {
                    report("is only on the right", rightRow);
                } else if (!equal(leftRow, rightRow)) {
                    report("differs in " + differingColumns(leftRow, rightRow), leftRow);
                }
                if (order <= 0) {
                    rows++;
                    leftRow = read(leftRows);
                }
                if (order >= 0) {
                    rightRow = read(rightRows);
                }
            }
        }
        if (differing > reported) {
            long all = differing;
            differences.add(() -> table.name() + ": " + all + " rows differ in all");
        }
        return rows;
    }

    private int order(byte[][] left, byte[][] right) {
        if (left == null) {
            return 1;
        }
        if (right == null) {
            return -1;
        }
        return equal(left, right) ? 0 : table.compare(left, right);
    }

    private byte[][] read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return null;
        }
        byte[][] row = new byte[table.leading() + table.columns().size()][];
        for (int i = 0; i < row.length; i++) {
            row[i] = rows.getBytes(i + 1);
        }
        return row;
    }

    private static boolean equal(byte[][] left, byte[][] right) {
        for (int i = 0; i < left.length; i++) {
            if (!Arrays.equals(left[i], right[i])) {
                return false;
            }
        }
        return true;
    }

    private String differingColumns(byte[][] left, byte[][] right) {
        StringJoiner names = new StringJoiner("; ");
        for (int i = 0; i < table.columns().size(); i++) {
            byte[] one = left[table.leading() + i];
            byte[] two = right[table.leading() + i];
            ComparedColumn column = table.columns().get(i);
            if (!Arrays.equals(one, two)) {
                names.add(column.name() + ": left " + ComparedTable.value(column, one) + ", right "
                        + ComparedTable.value(column, two));
            }
        }
        return names.toString();
    }

    private void report(String what, byte[][] row) {
        differing++;
        if (reported < LIMIT) {
            reported++;
            differences.add(() -> table.row(row) + " " + what);
        }
    }
}
