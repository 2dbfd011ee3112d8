package io.mysqlrelay.testkit.adb.sql;

import java.util.Arrays;
import java.util.List;

/**
 * Where the rows and values of {@code VALUES (..),(..)} stand in a statement. Reading them by hand is what lets the
 * stand-in take large batches at the speed of the server behind it; the grammar sees the first row, and all of them
 * when one holds more than literals.
 */
public final class ValueRows {
    private final String sql;
    private int[] spans = new int[64];
    private int spanCount;
    private int[] rows = new int[16];
    private int rowCount;
    private int end;
    private boolean plain = true;

    private ValueRows(String sql) {
        this.sql = sql;
    }

    /**
     * @param from behind the word VALUES
     * @return null when rows in parentheses do not follow
     */
    public static ValueRows read(String sql, int from) {
        ValueRows read = new ValueRows(sql);
        return read.scan(from) ? read : null;
    }

    public int count() {
        return rowCount;
    }

    /** Number of values in a row. */
    public int width(int row) {
        return rows[3 * row + 2];
    }

    public int start(int row) {
        return rows[3 * row];
    }

    /** Behind the row's parenthesis. */
    public int end(int row) {
        return valueEnd(row, width(row) - 1) + 1;
    }

    /** Behind the last row. */
    public int end() {
        return end;
    }

    /** Whether all rows have as many values as the first and hold nothing but literals. */
    public boolean isPlain() {
        return plain;
    }

    public String value(int row, int column) {
        return sql.substring(valueStart(row, column), valueEnd(row, column));
    }

    public int valueStart(int row, int column) {
        return spans[rows[3 * row + 1] + 2 * column];
    }

    public int valueEnd(int row, int column) {
        // The last value's blanks belong to it, so that the row's end can be told.
        return spans[rows[3 * row + 1] + 2 * column + 1];
    }

    /** The statement with the given values, each {row, column} in ascending order, replaced by NULL. */
    public String withNulls(List<int[]> values) {
        StringBuilder text = new StringBuilder(sql.length());
        int at = 0;
        for (int[] value : values) {
            text.append(sql, at, valueStart(value[0], value[1])).append("NULL");
            at = valueEnd(value[0], value[1]);
        }
        return text.append(sql, at, sql.length()).toString();
    }

    private boolean scan(int from) {
        int at = Words.skipBlanks(sql, from);
        while (at < sql.length() && sql.charAt(at) == '(') {
            at = row(at);
            if (at < 0) {
                return false;
            }
            end = at;
            plain &= width(rowCount - 1) == width(0);
            at = Words.skipBlanks(sql, at);
            if (at >= sql.length() || sql.charAt(at) != ',') {
                return true;
            }
            at = Words.skipBlanks(sql, at + 1);
        }
        return false;
    }

    private int row(int open) {
        if (rows.length < 3 * rowCount + 3) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        int firstSpan = spanCount;
        int at = open;
        do {
            int start = Words.skipBlanks(sql, at + 1);
            at = valueEnd(start);
            if (at >= sql.length()) {
                return -1;
            }
            plain &= Literal.isLiteral(sql, start, at);
            if (spans.length < spanCount + 2) {
                spans = Arrays.copyOf(spans, 2 * spans.length);
            }
            spans[spanCount++] = start;
            spans[spanCount++] = at;
        } while (sql.charAt(at) == ',');
        rows[3 * rowCount] = open;
        rows[3 * rowCount + 1] = firstSpan;
        rows[3 * rowCount + 2] = (spanCount - firstSpan) / 2;
        rowCount++;
        return at + 1;
    }

    private int valueEnd(int start) {
        int at = start;
        int depth = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                at = Words.skipQuoted(sql, at);
                continue;
            }
            if (depth == 0 && (c == ',' || c == ')')) {
                return at;
            }
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            at++;
        }
        return at;
    }
}
