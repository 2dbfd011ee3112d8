package io.mysqlrelay.testkit.compare;

import io.mysqlrelay.core.TableName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A table with the one query that reads it in a total order. With a primary key that is the key's order; without one it is
 * the order of a hash of the whole row, which brings equal rows together on both sides whatever the order they lie in.
 *
 * @param columns all columns, invisible and generated ones too
 * @param key columns of the primary key in its order; empty when the table has none
 */
record ComparedTable(TableName name, List<ComparedColumn> columns, List<ComparedColumn> key) {
    private static final int SHOWN_BYTES = 32;
    private static final Pattern DATE_OR_TIME = Pattern.compile("-?\\d+[-:]\\d\\d[-: .\\d]*");

    boolean keyless() {
        return key.isEmpty();
    }

    /** Selects what orders the rows, then all columns. */
    String query() {
        StringJoiner select = new StringJoiner(", ", "SELECT ", "");
        StringJoiner order = new StringJoiner(", ", " ORDER BY ", "");
        if (keyless()) {
            select.add(rowHash());
            order.add("1");
        }
        for (int i = 0; i < key.size(); i++) {
            select.add(key.get(i).expression());
            order.add(Integer.toString(i + 1));
        }
        columns.forEach(column -> select.add(column.expression()));
        boolean indexed = !keyless() && key.stream().allMatch(ComparedColumn::plain);
        return select + " FROM " + name.quoted() + (indexed ? " FORCE INDEX FOR ORDER BY (PRIMARY)" : "") + order;
    }

    /** Number of selected values that order the rows, before those of the columns. */
    int leading() {
        return keyless() ? 1 : key.size();
    }

    /** Which of two rows the servers return first; 0 when they are versions of one row. */
    int compare(byte[][] left, byte[][] right) {
        if (keyless()) {
            return Arrays.compareUnsigned(left[0], right[0]);
        }
        for (int i = 0; i < key.size(); i++) {
            int order = key.get(i).compare(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Names a row by its key, or by all of its values; long values are cut. */
    String row(byte[][] row) {
        StringJoiner text = new StringJoiner(", ", name + " row (", ")");
        List<ComparedColumn> shown = keyless() ? columns : key;
        int first = keyless() ? 1 : 0;
        for (int i = 0; i < shown.size(); i++) {
            text.add(shown.get(i).name() + "=" + value(shown.get(i), row[first + i]));
        }
        return text.toString();
    }

    static String value(ComparedColumn column, byte[] value) {
        if (value == null) {
            return "NULL";
        }
        if (column.byNumber()) {
            return new String(value, StandardCharsets.US_ASCII);
        }
        String text = new String(value, StandardCharsets.ISO_8859_1);
        if (DATE_OR_TIME.matcher(text).matches()) {
            return "'" + text + "'";
        }
        int shown = Math.min(value.length, SHOWN_BYTES);
        return "0x" + HexFormat.of().formatHex(value, 0, shown) + (shown < value.length ? "..." : "");
    }

    private String rowHash() {
        // A hash per column first: the values of a row together may be longer than a statement's result may be.
        StringJoiner hashes = new StringJoiner(",", "UNHEX(SHA2(CONCAT_WS(',',", "),256))");
        columns.forEach(column -> hashes.add("IFNULL(SHA2(" + column.expression() + ",256),'NULL')"));
        return hashes.toString();
    }
}
