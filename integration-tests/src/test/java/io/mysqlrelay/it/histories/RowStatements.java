package io.mysqlrelay.it.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Inserts, updates, deletes, exchanges of keys and transactions on a table of any shape. */
final class RowStatements {
    private final Random random;
    private final Values values;

    RowStatements(Random random) {
        this.random = random;
        this.values = new Values(random);
    }

    List<String> next(Shape table) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> List.of(insert("INSERT", table, 1 + random.nextInt(4)));
            case 3 -> List.of(insert("REPLACE", table, 1));
            case 4 -> List.of(update(table));
            case 5 -> List.of("DELETE FROM " + table.quoted() + where(table) + " LIMIT " + (1 + random.nextInt(3)));
            case 6 -> transaction(table);
            case 7 -> List.of(exchange(table));
            default -> List.of(insert("INSERT", table, 1) + " ON DUPLICATE KEY UPDATE " + assignment(table));
        };
    }

    private String insert(String verb, Shape table, int count) {
        StringJoiner names = new StringJoiner(", ", " (", ")");
        table.writable().forEach(column -> names.add(column.quoted()));
        StringJoiner all = new StringJoiner(", ");
        for (int i = 0; i < count; i++) {
            StringJoiner row = new StringJoiner(", ", "(", ")");
            table.writable().forEach(column -> row.add(values.of(column.type(), column.nullable())));
            all.add(row.toString());
            if (random.nextInt(5) == 0) {
                // The same row again: tables without a key may hold it twice.
                all.add(row.toString());
            }
        }
        return verb + " INTO " + table.quoted() + names + " VALUES " + all;
    }

    private String update(Shape table) {
        StringJoiner set = new StringJoiner(", ");
        for (int i = random.nextInt(3); i >= 0; i--) {
            set.add(assignment(table));
        }
        return "UPDATE " + table.quoted() + " SET " + set + where(table) + " LIMIT " + (1 + random.nextInt(4));
    }

    private String assignment(Shape table) {
        Shape.Column column = column(table);
        return column.quoted() + " = " + values.of(column.type(), column.nullable());
    }

    /** Values of keys move between rows within one statement. */
    private String exchange(Shape table) {
        Shape.Column column = column(table);
        String name = column.quoted();
        return column.type().contains("int")
                ? "UPDATE " + table.quoted() + " SET " + name + " = " + name + " + 1 ORDER BY " + name + " DESC"
                : "UPDATE " + table.quoted() + " SET " + name + " = " + values.of(column.type(), false) + " LIMIT 1";
    }

    private List<String> transaction(Shape table) {
        List<String> statements = new ArrayList<>(List.of("START TRANSACTION", insert("INSERT", table, 2)));
        statements.add("SAVEPOINT s");
        statements.add(update(table));
        if (random.nextBoolean()) {
            statements.add("ROLLBACK TO SAVEPOINT s");
        }
        statements.add(exchange(table));
        statements.add(random.nextInt(5) == 0 ? "ROLLBACK" : "COMMIT");
        return statements;
    }

    private String where(Shape table) {
        if (random.nextInt(3) > 0) {
            return "";
        }
        Shape.Column column = table.any(random);
        return " WHERE " + column.quoted()
                + (random.nextBoolean() ? " IS NULL" : " > " + values.of(column.type(), false));
    }

    private Shape.Column column(Shape table) {
        List<Shape.Column> writable = table.writable();
        return writable.get(random.nextInt(writable.size()));
    }
}
