package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Changes that a source has made, and the rows it then has: a table with three unique keys, one of them under a collation,
 * one without a key, and two with a foreign key whose actions are not among the changes.
 */
final class RandomHistory {
    private static final int IDS = 4000;
    private static final String[] STATEMENTS = {
        "CREATE TABLE keyed (id INT PRIMARY KEY, u INT UNIQUE, name VARCHAR(20) COLLATE utf8mb4_general_ci UNIQUE, v INT)",
        "CREATE TABLE keyless (a INT, b VARCHAR(20), KEY (a))",
        "CREATE TABLE parent (id INT PRIMARY KEY, v INT)",
        "CREATE TABLE child (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id)"
                + " ON DELETE CASCADE ON UPDATE CASCADE)",
    };

    private final RowShape keyedShape;
    private final RowShape keylessShape;
    private final RowShape parentShape;
    private final RowShape childShape;
    private final Random random;
    private final int foreign;

    private final TreeMap<Long, Object[]> keyed = new TreeMap<>();
    private final Map<String, Long> uniques = new TreeMap<>();
    private final List<Object[]> keyless = new ArrayList<>();
    private final TreeMap<Long, Object[]> parents = new TreeMap<>();
    private final TreeMap<Long, Object[]> children = new TreeMap<>();
    final List<RowChange> changes = new ArrayList<>();

    /** @param foreign one name in so many has a letter beyond ASCII, which keeps its table in one lane; 0 for none */
    RandomHistory(String database, Random random, int foreign) {
        this.random = random;
        this.foreign = foreign;
        keyedShape = shape(
                database,
                "keyed",
                "id",
                ValueType.INTEGER,
                "u",
                ValueType.INTEGER,
                "name",
                ValueType.STRING,
                "v",
                ValueType.INTEGER);
        keylessShape = shape(database, "keyless", "a", ValueType.INTEGER, "b", ValueType.STRING);
        parentShape = shape(database, "parent", "id", ValueType.INTEGER, "v", ValueType.INTEGER);
        childShape = shape(database, "child", "id", ValueType.INTEGER, "p", ValueType.INTEGER);
    }

    static List<String> tables(String database) {
        List<String> statements = new ArrayList<>(List.of(
                "DROP DATABASE IF EXISTS " + database, "CREATE DATABASE " + database + " CHARACTER SET utf8mb4"));
        for (String statement : STATEMENTS) {
            statements.add(statement.replaceAll("(CREATE TABLE|REFERENCES) ", "$1 " + database + "."));
        }
        return statements;
    }

    private static RowShape shape(String database, String table, Object... columns) {
        List<ColumnShape> shapes = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 2) {
            shapes.add(new ColumnShape((String) columns[i], (ValueType) columns[i + 1], null, List.of()));
        }
        return new RowShape(new TableName(database, table), shapes);
    }

    void grow(int count) {
        while (changes.size() < count) {
            int kind = random.nextInt(20);
            if (kind == 0) {
                keylessStep();
            } else if (kind == 1) {
                familyStep();
            } else {
                keyedStep();
            }
        }
    }

    private void keyedStep() {
        long id = random.nextInt(IDS);
        Object[] old = keyed.get(id);
        if (old != null && random.nextInt(4) == 0) {
            keyed(Op.DELETE, old, null);
            return;
        }
        Object[] row = {id, random.nextInt(4) == 0 ? null : unique(), name(), (long) random.nextInt(1000)};
        if (old == null) {
            Map.Entry<Long, Object[]> other = random.nextInt(3) == 0 ? keyed.ceilingEntry(id) : null;
            keyed(other == null ? Op.INSERT : Op.UPDATE, other == null ? null : other.getValue(), row);
            return;
        }
        if (random.nextBoolean()) {
            row[1] = old[1];
            row[2] = old[2];
        }
        keyed(Op.UPDATE, old, row);
    }

    /** Mostly a new one: values that change hands keep their table in one lane. */
    private long unique() {
        return random.nextInt(500) == 0 ? random.nextInt(IDS) : IDS + random.nextInt(100_000_000);
    }

    private String name() {
        if (random.nextInt(5) == 0) {
            return null;
        }
        String name = (foreign > 0 && random.nextInt(foreign) == 0 ? "é" : random.nextBoolean() ? "e" : "E") + unique();
        return random.nextInt(9) == 0 ? name + " " : name;
    }

    private static String folded(Object name) {
        return name.toString().toLowerCase(Locale.ROOT).replace('é', 'e').stripTrailing();
    }

    private void keyed(Op op, Object[] before, Object[] after) {
        if (after != null && (taken("u" + after[1], after[1], before) || taken(after[2], before))) {
            return;
        }
        if (before != null) {
            keyed.remove((Long) before[0]);
            uniques.remove("u" + before[1]);
            uniques.remove(before[2] == null ? "" : folded(before[2]));
        }
        if (after != null) {
            keyed.put((Long) after[0], after);
            if (after[1] != null) {
                uniques.put("u" + after[1], (Long) after[0]);
            }
            if (after[2] != null) {
                uniques.put(folded(after[2]), (Long) after[0]);
            }
        }
        add(keyedShape, op, before, after);
    }

    private boolean taken(Object name, Object[] by) {
        return name != null && taken(folded(name), name, by);
    }

    private boolean taken(String key, Object value, Object[] by) {
        Long owner = value == null ? null : uniques.get(key);
        return owner != null && (by == null || !owner.equals(by[0]));
    }

    private void keylessStep() {
        Object[] row = {(long) random.nextInt(5), random.nextBoolean() ? null : "x" + random.nextInt(3)};
        if (keyless.size() < 20 || random.nextInt(3) == 0) {
            keyless.add(row);
            add(keylessShape, Op.INSERT, null, row);
            return;
        }
        Object[] old = keyless.remove(random.nextInt(keyless.size()));
        if (random.nextBoolean()) {
            keyless.add(row);
            add(keylessShape, Op.UPDATE, old, row);
        } else {
            add(keylessShape, Op.DELETE, old, null);
        }
    }

    private void familyStep() {
        long id = random.nextInt(60);
        Object[] parent = parents.get(id);
        if (parent == null) {
            Object[] row = {id, (long) random.nextInt(100)};
            Map.Entry<Long, Object[]> other = random.nextBoolean() ? parents.ceilingEntry(id) : null;
            if (other == null) {
                parents.put(id, row);
                add(parentShape, Op.INSERT, null, row);
            } else {
                parents.remove(other.getKey());
                parents.put(id, row);
                children.values().stream()
                        .filter(c -> other.getKey().equals(c[1]))
                        .toList()
                        .forEach(c -> children.put((Long) c[0], new Object[] {c[0], id}));
                add(parentShape, Op.UPDATE, other.getValue(), row);
            }
        } else if (random.nextInt(4) == 0) {
            parents.remove(id);
            children.values().removeIf(c -> Objects.equals(c[1], id));
            add(parentShape, Op.DELETE, parent, null);
        } else {
            long child = random.nextInt(200);
            Object[] old = children.get(child);
            Object[] row = {child, id};
            children.put(child, row);
            add(childShape, old == null ? Op.INSERT : Op.UPDATE, old, row);
        }
    }

    private void add(RowShape shape, Op op, Object[] before, Object[] after) {
        changes.add(new RowChange(shape, op, before, after, false, 60));
    }

    /** @return the rows of each table as text, sorted, by name */
    Map<String, List<String>> expected() {
        return Map.of(
                "keyed", text(keyed.values()),
                "keyless", text(keyless),
                "parent", text(parents.values()),
                "child", text(children.values()));
    }

    private static List<String> text(Iterable<Object[]> rows) {
        List<String> text = new ArrayList<>();
        for (Object[] row : rows) {
            List<String> values = new ArrayList<>();
            for (Object value : row) {
                values.add(String.valueOf(value));
            }
            text.add(String.join(",", values));
        }
        text.sort(null);
        return text;
    }
}
