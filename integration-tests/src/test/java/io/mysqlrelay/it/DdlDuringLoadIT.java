package io.mysqlrelay.it;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that change tables while their rows are read: at the end both sides are equal. */
class DdlDuringLoadIT {
    private static final String DB = "busy";
    private static final List<String> TABLES = List.of("a", "b", "c", "d", "e", "f", "keyless", "parent");

    static List<Arguments> moments() {
        return Versions.all().stream()
                .flatMap(v -> Stream.of(true, false).map(early -> Arguments.of(v, early)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void tablesThatChangeWhileTheyAreReadArriveWhole(MySqlDistribution version, boolean early) throws Exception {
        long seed = Seed.next("DdlDuringLoadIT, " + version.version() + (early ? ", early" : ""));
        Random random = new Random(seed);
        try (Stack stack = Stack.startWithoutWorker(Stack.server(version), Stack.server(version))) {
            stack.startWorker();
            fill(stack.source());
            try (Migration migration =
                    stack.migration(DB).source("full.chunk.rows", "20").start()) {
                if (!early) {
                    migration.awaitPhase("full");
                }
                List<List<String>> statements = statements();
                Collections.shuffle(statements, random);
                for (List<String> group : statements) {
                    Thread.sleep(random.nextInt(250));
                    Print.line("phase " + migration.phase() + ": " + group.get(0));
                    stack.source().execute(group.toArray(String[]::new));
                }
                migration.awaitPhase("incremental").awaitApplied();
                stack.source().execute("INSERT INTO busy.a (id) VALUES (900001)", "ALTER TABLE busy.d ADD late INT");
                migration.awaitApplied();
                Equality.check(stack.source(), stack.target(), DB::equals);
            }
        }
    }

    private static void fill(MySqlServer source) {
        source.execute("CREATE DATABASE busy");
        for (String table : TABLES) {
            String key = table.equals("keyless") ? "id INT" : "id INT PRIMARY KEY";
            source.execute("CREATE TABLE busy." + table + " (" + key + ", name VARCHAR(10), n INT, UNIQUE (n))");
            StringBuilder rows = new StringBuilder("INSERT INTO busy." + table + " VALUES ");
            for (int i = 1; i <= 3_000; i++) {
                rows.append(i > 1 ? "," : "")
                        .append("(")
                        .append(i)
                        .append(",'row ")
                        .append(i)
                        .append("',")
                        .append(i)
                        .append(")");
            }
            source.execute(rows.toString());
        }
        source.execute(
                "ALTER TABLE busy.keyless DROP INDEX n",
                "CREATE TABLE busy.child (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES busy.parent (id)"
                        + " ON DELETE CASCADE)",
                "INSERT INTO busy.child SELECT id, id FROM busy.parent",
                "CREATE TRIGGER busy.stamp BEFORE INSERT ON busy.a FOR EACH ROW SET NEW.name = 'stamped'");
    }

    /** Groups may come in any order; within a group the order stays. */
    private static List<List<String>> statements() {
        return new ArrayList<>(List.of(
                List.of("ALTER TABLE busy.a ADD more INT FIRST", "INSERT INTO busy.a (id, more) VALUES (10001, 5)"),
                List.of("ALTER TABLE busy.b MODIFY name VARCHAR(100)", "UPDATE busy.b SET name = REPEAT('long ', 18)"),
                List.of("ALTER TABLE busy.c DROP COLUMN n", "DELETE FROM busy.c WHERE id % 7 = 0"),
                List.of(
                        "CREATE TABLE busy.d_new LIKE busy.d",
                        "ALTER TABLE busy.d_new ADD ghost INT NOT NULL DEFAULT 3",
                        "INSERT INTO busy.d_new (id, name, n) SELECT id, name, n FROM busy.d",
                        "RENAME TABLE busy.d TO busy.d_old, busy.d_new TO busy.d",
                        "INSERT INTO busy.d (id) VALUES (10002)",
                        "DROP TABLE busy.d_old"),
                List.of("RENAME TABLE busy.e TO busy.e2", "UPDATE busy.e2 SET n = n + 100000"),
                List.of(
                        "DROP TABLE busy.f",
                        "CREATE TABLE busy.f (other DATE)",
                        "INSERT INTO busy.f VALUES ('2024-02-29')"),
                List.of(
                        "ALTER TABLE busy.keyless CHANGE name title TEXT",
                        "INSERT INTO busy.keyless VALUES (1, 'x', 1), (1, 'x', 1)"),
                List.of("ALTER TABLE busy.child ADD note CHAR(3)", "DELETE FROM busy.parent WHERE id < 100"),
                List.of(
                        "CREATE TABLE busy.fresh (id INT PRIMARY KEY)",
                        "INSERT INTO busy.fresh VALUES (1)",
                        "ALTER TABLE busy.fresh ADD v INT"),
                List.of("TRUNCATE TABLE busy.c", "INSERT INTO busy.c (id) VALUES (1)")));
    }
}
