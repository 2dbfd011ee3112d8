package io.mysqlrelay.it.histories;

import java.util.Locale;
import java.util.Random;

/** Single clauses of ALTER TABLE. */
final class AlterClauses {
    private final Random random;
    private final Values values;
    private final boolean newer;
    private int names;

    /** @param newer the server knows CHECK, invisible columns and DROP CONSTRAINT */
    AlterClauses(Random random, boolean newer) {
        this.random = random;
        this.values = new Values(random);
        this.newer = newer;
    }

    String next(Shape table) {
        String fresh = "x" + ++names;
        Shape.Column column = table.any(random);
        String name = column.quoted();
        return switch (random.nextInt(newer ? 30 : 26)) {
            case 0, 1, 2 -> "ADD COLUMN " + fresh + " " + definition() + place(table);
            case 3 -> "ADD COLUMN (" + fresh + " " + definition() + ", " + fresh + "b INT DEFAULT 7)";
            case 4, 5 -> "DROP COLUMN " + name;
            case 6, 7 -> "MODIFY COLUMN " + name + " " + column.type() + place(table);
            case 8 -> "MODIFY " + name + " " + values.type();
            case 9, 10 -> "CHANGE " + name + " " + fresh + " " + column.type() + place(table);
            case 11 -> "RENAME COLUMN " + name + " TO `" + fresh + " é`";
            case 12 -> exchange(table, column);
            case 13 -> "ALTER COLUMN " + name + " SET DEFAULT " + values.of(column.type(), true);
            // Of a nullable column without any default, CREATE TABLE ... SELECT logs DEFAULT NULL.
            case 14 -> "ALTER " + name + (column.nullable() ? " SET DEFAULT NULL" : " DROP DEFAULT");
            case 15 -> "DROP PRIMARY KEY";
            case 16 -> "ADD PRIMARY KEY (" + keyPart(column) + ")";
            case 17 -> "DROP PRIMARY KEY, ADD PRIMARY KEY (a, " + keyPart(column) + ")";
            case 18 -> "ADD UNIQUE KEY " + fresh + " (" + keyPart(column) + ", a)";
            case 19 -> "ADD KEY (" + keyPart(column) + " DESC), COMMENT 'it''s " + fresh + "'";
            case 20 -> index(table, fresh);
            case 21 -> partitions(table);
            case 22 -> "ADD COLUMN id" + names + " INT NOT NULL AUTO_INCREMENT UNIQUE FIRST";
            case 23 ->
                "ADD COLUMN " + fresh + " INT AS (" + twice() + ") " + (random.nextBoolean() ? "STORED" : "VIRTUAL");
            case 24 -> "FORCE, ROW_FORMAT = " + (random.nextBoolean() ? "COMPACT" : "DYNAMIC");
            case 25 -> "ADD COLUMN " + fresh + " INT DEFAULT 3, ALGORITHM = INSTANT";
            case 26 -> "ADD CONSTRAINT " + fresh + " CHECK (a IS NULL OR a <> 424242)";
            case 27 -> "ADD COLUMN " + fresh + " VARCHAR(8) NOT NULL DEFAULT 'inv' INVISIBLE" + place(table);
            case 28 -> "ADD KEY " + fresh + " ((a + 1))";
            default -> "ALTER COLUMN " + name + " SET " + (random.nextBoolean() ? "INVISIBLE" : "VISIBLE");
        };
    }

    /** Two columns take each other's names, or one takes the name of a column that goes. */
    private String exchange(Shape table, Shape.Column one) {
        Shape.Column two = table.any(random);
        return switch (random.nextInt(3)) {
            case 0 ->
                "RENAME COLUMN " + one.quoted() + " TO " + two.quoted() + ", RENAME COLUMN " + two.quoted() + " TO "
                        + one.quoted();
            case 1 ->
                "CHANGE " + one.quoted() + " " + two.quoted() + " " + one.type() + ", CHANGE " + two.quoted() + " "
                        + one.quoted() + " " + two.type();
            default -> "DROP COLUMN " + two.quoted() + ", ADD COLUMN " + two.quoted() + " " + one.type() + " FIRST";
        };
    }

    private String definition() {
        String type = values.type();
        return switch (random.nextInt(4)) {
            case 0 -> type + " NOT NULL";
            case 1 -> type + " DEFAULT " + values.of(type, true);
            case 2 -> type + " COMMENT 'c; \"é\" /* x */'";
            default -> type;
        };
    }

    private String place(Shape table) {
        return switch (random.nextInt(4)) {
            case 0 -> " FIRST";
            case 1 -> " AFTER " + table.any(random).quoted();
            default -> "";
        };
    }

    /**
     * Not beyond the range of INT on 8.0.12: there an ALTER TABLE that copies such values into a lenient session's table
     * fails now and then, with a column and a row in its message that the table does not have.
     */
    private String twice() {
        return newer ? "a * 2" : "a DIV 2";
    }

    private String index(Shape table, String fresh) {
        if (table.indexes().isEmpty()) {
            return "ADD INDEX " + fresh + " (a)";
        }
        String index = "`" + table.indexes().get(random.nextInt(table.indexes().size())) + "`";
        return switch (random.nextInt(4)) {
            case 0 -> "RENAME INDEX " + index + " TO " + fresh;
            case 1 -> "ALTER INDEX " + index + " INVISIBLE";
            case 2 -> "ALTER INDEX " + index + " VISIBLE";
            default -> "DROP INDEX " + index;
        };
    }

    private String partitions(Shape table) {
        if (table.partitions().isEmpty()) {
            return random.nextBoolean()
                    ? "PARTITION BY HASH (a) PARTITIONS 4"
                    : "PARTITION BY RANGE (a) (PARTITION p0 VALUES LESS THAN (50), PARTITION p1 VALUES LESS THAN MAXVALUE)";
        }
        String partition =
                table.partitions().get(random.nextInt(table.partitions().size()));
        return switch (random.nextInt(6)) {
            case 0 -> "TRUNCATE PARTITION " + partition;
            case 1 -> "DROP PARTITION " + partition;
            case 2 -> "COALESCE PARTITION 1";
            case 3 -> "REBUILD PARTITION " + partition;
            case 4 -> "ADD PARTITION PARTITIONS 1";
            default -> "REMOVE PARTITIONING";
        };
    }

    /** Text and bytes only with a prefix, as their types may have no limit. */
    static String keyPart(Shape.Column column) {
        String type = column.type().toLowerCase(Locale.ROOT);
        return type.contains("text") || type.contains("blob") ? column.quoted() + "(4)" : column.quoted();
    }
}
