package io.mysqlrelay.it.rows;

import io.mysqlrelay.testkit.types.TypeCases.TypeCase;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** A table of a number and some columns, with statements that write to it. */
final class RandomTable {
    private static final int IDS = 60;

    private final String name;
    private final List<TypeCase> columns;
    private final Random random;

    /** @param columns at least one */
    RandomTable(String name, List<TypeCase> columns, Random random) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.random = random;
    }

    String create() {
        boolean inKey = indexable(columns.get(0).type());
        int kind = random.nextInt(inKey ? 6 : 3);
        StringJoiner body = new StringJoiner(", ", "CREATE TABLE " + name + " (id INT NOT NULL, ", ")");
        for (int i = 0; i < columns.size(); i++) {
            boolean required = (kind >= 4 && i == 0) || random.nextInt(5) == 0;
            // Without NULL, TIMESTAMP columns of lenient sessions would get defaults of their own.
            body.add("c" + i + " " + columns.get(i).type().replace(" NULL", "") + (required ? " NOT NULL" : " NULL"));
        }
        String part = inKey ? "c0" + prefix(columns.get(0).type()) : "";
        switch (kind) {
            case 0 -> body.add("KEY (id)");
            case 1, 2 -> body.add("PRIMARY KEY (id)");
            case 3 -> body.add("UNIQUE KEY (" + part + "), KEY (id)");
            case 4 -> body.add("PRIMARY KEY (" + part + ")");
            default -> body.add("PRIMARY KEY (" + part + ", id), UNIQUE KEY (id)");
        }
        return body.toString();
    }

    /** One statement, or a whole transaction. */
    List<String> next() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> List.of(insert("INSERT IGNORE", 1 + random.nextInt(4)));
            case 3 -> List.of(insert("REPLACE", 1 + random.nextInt(2)));
            case 4, 5, 6 -> List.of(update());
            case 7 -> List.of(insert("INSERT", 1) + " ON DUPLICATE KEY UPDATE " + assignment());
            case 8 -> List.of("START TRANSACTION", insert("INSERT IGNORE", 2), update(), delete(), update(), "COMMIT");
            default -> List.of(delete());
        };
    }

    private String insert(String verb, int count) {
        StringJoiner all = new StringJoiner(", ");
        for (int i = 0; i < count; i++) {
            StringJoiner row = new StringJoiner(", ", "(", ")").add(id());
            columns.forEach(column -> row.add(value(column)));
            all.add(row.toString());
        }
        return verb + " INTO " + name + " VALUES " + all;
    }

    private String update() {
        StringJoiner set = new StringJoiner(", ");
        IntStream.rangeClosed(0, random.nextInt(3)).forEach(i -> set.add(assignment()));
        return "UPDATE IGNORE " + name + " SET " + set + " WHERE id >= " + id() + " LIMIT " + (1 + random.nextInt(3));
    }

    private String delete() {
        return "DELETE FROM " + name + " WHERE id >= " + id() + " LIMIT " + (1 + random.nextInt(2));
    }

    private String assignment() {
        int number = random.nextInt(columns.size() + 1) - 1;
        if (number < 0) {
            return "id = " + id();
        }
        String column = "c" + number;
        if (columns.get(number).type().equals("JSON") && random.nextBoolean()) {
            return column + " = JSON_SET(" + column + ", '$.k', " + random.nextInt(9) + ", '$[1]', 'é')";
        }
        return column + " = " + value(columns.get(number));
    }

    private String id() {
        return String.valueOf(random.nextInt(IDS));
    }

    private String value(TypeCase column) {
        return column.values().get(random.nextInt(column.values().size()));
    }

    private static boolean indexable(String type) {
        return !type.matches("(JSON|GEOMETRY|GEOMETRYCOLLECTION|POINT|POLYGON|.*\\(0\\)).*");
    }

    /** Texts and blobs have no length that a key could hold. */
    private static String prefix(String type) {
        return type.matches("[A-Z]*(TEXT|BLOB)\\b.*") ? "(8)" : "";
    }
}
