package io.mysqlrelay.it.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Statements about tables, each with random clauses that mostly suit what the tables look like. */
final class TableStatements {
    private static final List<String> CHARSETS = List.of(
            "utf8mb4",
            "utf8mb4 COLLATE utf8mb4_bin",
            "utf8mb4 COLLATE utf8mb4_unicode_ci",
            "latin1",
            "gbk",
            "utf16",
            "cp1251",
            "utf8mb4 COLLATE utf8mb4_0900_as_cs");

    private final Random random;
    private final boolean newer;
    private final Values values;
    private final AlterClauses clauses;
    private int names;

    /** @param newer the server knows what came after 8.0.12 */
    TableStatements(Random random, boolean newer) {
        this.random = random;
        this.newer = newer;
        this.values = new Values(random);
        this.clauses = new AlterClauses(random, newer);
    }

    String databaseCharset() {
        return random.nextBoolean() ? "" : " CHARACTER SET " + CHARSETS.get(random.nextInt(CHARSETS.size()));
    }

    String create(String name) {
        StringJoiner body = new StringJoiner(", ", " (", ")");
        int columns = 2 + random.nextInt(6);
        body.add("a INT" + (random.nextBoolean() ? " NOT NULL" : ""));
        body.add("b " + values.keyType() + (random.nextBoolean() ? " NOT NULL" : ""));
        for (int i = 2; i < columns; i++) {
            body.add("c" + i + " " + values.type());
        }
        if (random.nextInt(4) == 0) {
            body.add("g INT AS (" + (newer ? "a + 1" : "a DIV 3") + ") "
                    + (random.nextBoolean() ? "STORED" : "VIRTUAL"));
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> body.add("PRIMARY KEY (a)");
            case 2 -> body.add("PRIMARY KEY (b, a)");
            case 3 -> body.add("UNIQUE KEY u (a)");
            case 4 -> body.add("PRIMARY KEY (a), UNIQUE KEY u (b)");
            default -> body.add("KEY k (a)");
        }
        String charset = " DEFAULT CHARSET " + CHARSETS.get(random.nextInt(CHARSETS.size()));
        String partitions = random.nextInt(8) == 0 ? " PARTITION BY HASH (a) PARTITIONS 3" : "";
        return "CREATE TABLE " + name + body + charset + partitions;
    }

    /** @param tables at least one */
    List<String> next(List<Shape> tables) {
        Shape table = tables.get(random.nextInt(tables.size()));
        String name = table.quoted();
        String fresh = "n" + ++names;
        return switch (random.nextInt(24)) {
            case 0 -> List.of(create(fresh));
            case 1 ->
                List.of("CREATE TABLE " + fresh + " LIKE " + name, "INSERT INTO " + fresh + " SELECT * FROM " + name);
            case 2 -> List.of("CREATE TABLE " + fresh + " SELECT " + withoutText(table) + " FROM " + name);
            case 3 -> tables.size() > 1 ? List.of("DROP TABLE " + name) : List.of("TRUNCATE " + name);
            case 4 -> List.of("TRUNCATE TABLE " + name);
            case 5 -> List.of("RENAME TABLE " + name + " TO " + fresh);
            case 6 -> swap(table, tables.get(random.nextInt(tables.size())), fresh);
            case 7 -> List.of("CREATE " + unique() + "INDEX " + fresh + " ON " + name + " (" + part(table) + ")");
            case 8 -> List.of("DROP INDEX " + index(table) + " ON " + name);
            case 9 -> List.of("DROP TABLE IF EXISTS " + fresh + ", nothing", create(fresh));
            case 10 ->
                List.of("ALTER TABLE " + name + " CONVERT TO CHARACTER SET "
                        + CHARSETS.get(random.nextInt(CHARSETS.size())));
            case 11 -> List.of("OPTIMIZE TABLE " + name, "ANALYZE TABLE " + name);
            case 12 ->
                List.of(
                        "SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'",
                        "ALTER TABLE \"" + table.name() + "\" ADD COLUMN \"q \"\"" + fresh
                                + "\" VARCHAR(9) DEFAULT 'a\\'",
                        "SET SESSION sql_mode = ''");
            default -> List.of(alter(table));
        };
    }

    private String alter(Shape table) {
        StringJoiner all = new StringJoiner(", ", "ALTER TABLE " + table.quoted() + " ", "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            all.add(clauses.next(table));
        }
        return all.toString();
    }

    private static List<String> swap(Shape one, Shape two, String fresh) {
        List<String> statements = new ArrayList<>();
        statements.add("RENAME TABLE " + one.quoted() + " TO " + fresh + ", " + two.quoted() + " TO " + one.quoted()
                + ", " + fresh + " TO " + two.quoted());
        return statements;
    }

    /** Of text columns the server logs a collation where it has a character set itself, so its own replica differs too. */
    private static String withoutText(Shape table) {
        StringJoiner names = new StringJoiner(", ").setEmptyValue("1");
        table.columns().stream()
                .filter(column -> !column.type().matches(".*(char|text|enum|set).*"))
                .forEach(column -> names.add(column.quoted()));
        return names.toString();
    }

    private String unique() {
        return random.nextInt(3) == 0 ? "UNIQUE " : "";
    }

    private String part(Shape table) {
        return AlterClauses.keyPart(table.any(random));
    }

    private String index(Shape table) {
        return table.indexes().isEmpty()
                ? "none"
                : "`" + table.indexes().get(random.nextInt(table.indexes().size())) + "`";
    }
}
