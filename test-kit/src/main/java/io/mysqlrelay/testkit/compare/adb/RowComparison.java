package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.testkit.compare.Differences;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rows of one table as a bag: neither side is asked for an order, since collations differ. Both are read once for
 * digests, and a second time for words when these differ.
 */
final class RowComparison {
    /** A table that differs everywhere must not use up the room for the others' sentences. */
    private static final int LIMIT = 10;

    private static final int SHOWN = 60;

    /** Of a row's values. */
    private record Digest(long high, long low) {}

    private final SourceTable table;
    private final Differences differences;
    private final Map<Digest, Integer> surplus = new HashMap<>();
    private long rows;

    RowComparison(SourceTable table, Differences differences) {
        this.table = table;
        this.differences = differences;
    }

    /** @return rows of the source */
    long run(Side source, Side adb) throws SQLException {
        source.read(table.query(), row -> {
            rows++;
            count(digest(expected(row)), 1);
        });
        adb.read(table.targetQuery(), row -> count(digest(found(row)), -1));
        if (!surplus.isEmpty()) {
            tell(source, adb);
        }
        return rows;
    }

    private void count(Digest digest, int one) {
        if (surplus.merge(digest, one, Integer::sum) == 0) {
            surplus.remove(digest);
        }
    }

    private void tell(Side source, Side adb) throws SQLException {
        long missing =
                surplus.values().stream().filter(n -> n > 0).mapToLong(n -> n).sum();
        long extra =
                -surplus.values().stream().filter(n -> n < 0).mapToLong(n -> n).sum();
        differences.add(
                () -> table.name() + ": " + missing + " rows are missing on the right, " + extra + " are only there");
        List<String[]> left = new ArrayList<>();
        List<String[]> right = new ArrayList<>();
        source.read(table.query(), row -> keep(expected(row), 1, left));
        adb.read(table.targetQuery(), row -> keep(found(row), -1, right));
        left.forEach(row -> differences.add(() -> table.name() + " expected: " + words(row, closest(row, right))));
        right.forEach(row -> differences.add(() -> table.name() + " found: " + words(row, closest(row, left))));
    }

    private void keep(String[] row, int sign, List<String[]> kept) {
        if (kept.size() < LIMIT && surplus.getOrDefault(digest(row), 0) * sign > 0) {
            kept.add(row);
        }
    }

    private String[] expected(ResultSet row) throws SQLException {
        String[] values = new String[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            byte[] value = row.getBytes(i + 1);
            values[i] = value == null ? null : table.columns().get(i).value().expected(value);
        }
        return values;
    }

    private String[] found(ResultSet row) throws SQLException {
        String[] values = new String[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            byte[] value = row.getBytes(i + 1);
            values[i] = value == null ? null : table.columns().get(i).value().found(value);
        }
        return values;
    }

    private static Digest digest(String[] row) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        for (String value : row) {
            byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4)
                    .putInt(value == null ? -1 : bytes.length)
                    .flip());
            digest.update(bytes);
        }
        ByteBuffer sum = ByteBuffer.wrap(digest.digest());
        return new Digest(sum.getLong(), sum.getLong());
    }

    /** The row of the other side that shares most values. */
    private static String[] closest(String[] row, List<String[]> others) {
        String[] best = null;
        int most = 0;
        for (String[] other : others) {
            int same = 0;
            for (int i = 0; i < row.length; i++) {
                same += Objects.equals(row[i], other[i]) ? 1 : 0;
            }
            if (same > most) {
                most = same;
                best = other;
            }
        }
        return best;
    }

    /** The first column, and those that differ from the other row. */
    private String words(String[] row, String[] other) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            if (i == 0 || other == null || !Objects.equals(row[i], other[i])) {
                words.append(words.length() == 0 ? "" : ", ")
                        .append(table.columns().get(i).name())
                        .append(" = ")
                        .append(cut(row[i]));
            }
        }
        return words.toString();
    }

    private static String cut(String value) {
        return value == null || value.length() <= SHOWN
                ? value
                : value.substring(0, SHOWN) + "... (" + value.length() + " characters)";
    }
}
