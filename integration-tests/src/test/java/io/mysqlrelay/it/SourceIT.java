package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.it.workload.Workload;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.mysql.MySqlServerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are set up in another way than the default: each has a server of its own. */
@ExtendWith(SharedStacks.class)
class SourceIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void theBinlogPassesTheMillion() throws IOException {
        MySqlServerBuilder source =
                Stack.server(Versions.older()).folder(folder.resolve("million")).withoutGtid();
        // A server goes on after the highest number that its index names.
        source.start().stop();
        Path data = folder.resolve("million/data");
        Files.writeString(data.resolve("binlog.index"), "./binlog.999998\n");
        Files.copy(lastBinlog(data), data.resolve("binlog.999998"));
        try (Stack stack = Stack.startWithoutWorker(source, Stack.server(Versions.older()))) {
            stack.startWorker();
            try (Migration migration = migrateWith(stack, "million")) {
                Print.line("begins in " + Sql.rows(stack.source(), "SHOW MASTER STATUS"));
                for (int i = 0; i < 4; i++) {
                    stack.source().execute("FLUSH BINARY LOGS", "INSERT INTO million.t VALUES (10" + i + ", 'x')");
                    stack.rest().restart(migration.sourceName());
                    migration.awaitApplied();
                }
                assertThat(Sql.rows(stack.source(), "SHOW MASTER STATUS").get(0))
                        .contains("binlog.10000");
                Equality.check(stack.source(), stack.target(), "million"::equals);
            }
        }
    }

    @Test
    void aSourceWithoutGtidsAndWithWrites() {
        long seed = Seed.next("SourceIT, without GTIDs");
        try (Stack stack = Stack.startWithoutWorker(
                        Stack.server(Versions.newer()).withoutGtid(), Stack.server(Versions.newer()));
                Workload workload = new Workload(stack.source(), "plain_data", seed).createTables(3_000)) {
            stack.startWorker();
            try (Migration migration = stack.migration("plain").source("full.chunk.rows", "100")) {
                workload.start();
                migration.start().awaitPhase("incremental");
                workload.changeStructure();
                stack.rest().restart(migration.sourceName());
                stack.source().execute("FLUSH BINARY LOGS");
                workload.end();
                migration.awaitApplied();
                Equality.checkAfterRollbacks(stack.source(), stack.target(), "plain_data"::equals);
            }
        }
    }

    @Test
    void incrementalAloneBeginsAtAPlaceInTheBinlog() {
        try (Stack stack = Stack.startWithoutWorker(
                Stack.server(Versions.older()).withoutGtid(), Stack.server(Versions.older()))) {
            stack.startWorker();
            for (MySqlServer server : List.of(stack.source(), stack.target())) {
                server.execute("CREATE DATABASE placed", "CREATE TABLE placed.t (id INT PRIMARY KEY, v VARCHAR(20))");
            }
            try (Migration migration = stack.migration("placed").withFenceOnTarget()) {
                String[] place =
                        Sql.rows(stack.source(), "SHOW MASTER STATUS").get(0).split("\\|");
                stack.source().execute("INSERT INTO placed.t VALUES (50, 'before the start')");
                migration
                        .source("migration.types", "incremental")
                        .source("start.binlog.file", place[0])
                        .source("start.binlog.position", place[1])
                        .start()
                        .awaitPhase("incremental")
                        .awaitApplied();
                Equality.check(stack.source(), stack.target(), "placed"::equals);
            }
        }
    }

    @Test
    void aSourceThatHasNotExecutedATransactionYet() {
        try (Stack stack = Stack.startWithoutWorker(Stack.server(Versions.newer()), Stack.server(Versions.newer()))) {
            stack.startWorker();
            try (Migration migration = stack.migration("fresh")) {
                stack.source()
                        .execute("CREATE DATABASE fresh", "CREATE TABLE fresh.t (id INT PRIMARY KEY)", "RESET MASTER");
                assertThat(Sql.rows(stack.source(), "SELECT @@gtid_executed")).containsExactly("");
                migration.start().awaitPhase("incremental");
                stack.source().execute("INSERT INTO fresh.t VALUES (1)");
                migration.awaitApplied();
                stack.rest().restart(migration.sourceName());
                stack.rest().awaitRunning(migration.sourceName(), LIMIT);
                stack.source().execute("INSERT INTO fresh.t VALUES (2)");
                migration.awaitApplied();
                Equality.check(stack.source(), stack.target(), "fresh"::equals);
            }
        }
    }

    @Test
    void compressedTransactionsArriveWhole() {
        long seed = Seed.next("SourceIT, compressed");
        MySqlServerBuilder source = Stack.server(Versions.newer()).option("loose-binlog-transaction-compression", "ON");
        try (Stack stack = Stack.startWithoutWorker(source, Stack.server(Versions.newer()));
                Workload workload = new Workload(stack.source(), "packed_data", seed).createTables(3_000)) {
            stack.startWorker();
            try (Migration migration = stack.migration("packed")) {
                workload.start();
                migration.start().awaitPhase("incremental");
                workload.changeStructure();
                for (int i = 0; i < 3; i++) {
                    stack.rest().restart(migration.sourceName());
                    stack.rest().awaitRunning(migration.sourceName(), LIMIT);
                }
                workload.end();
                migration.awaitApplied();
                Equality.checkAfterRollbacks(stack.source(), stack.target(), "packed_data"::equals);
            }
        }
    }

    @Test
    void metadataAndCompressionThatChangeWhileItRuns() {
        Stack stack = Stack.shared(Versions.newer());
        stack.source()
                .execute(
                        "CREATE DATABASE mixed",
                        "CREATE TABLE mixed.t (id INT UNSIGNED PRIMARY KEY, e ENUM('a', 'ü'), s SET('x', 'y'),"
                                + " l VARCHAR(10) CHARACTER SET latin1, b BIT(9), g GEOMETRY, j JSON)",
                        "CREATE TABLE mixed.heap (a INT, v VARCHAR(20))");
        try (Migration migration = stack.migration("mixed").start().awaitPhase("incremental")) {
            int id = 0;
            for (String metadata : List.of("MINIMAL", "FULL", "MINIMAL")) {
                stack.source().execute("SET GLOBAL binlog_row_metadata = " + metadata);
                for (String compression : List.of("OFF", "ON")) {
                    id++;
                    stack.source()
                            .execute(
                                    "SET SESSION binlog_transaction_compression = " + compression,
                                    "BEGIN",
                                    "INSERT INTO mixed.t (id, e, s, l, b, g, j) VALUES (" + (4_294_967_000L + id)
                                            + ", 'ü', 'x,y', 'é', b'101',"
                                            + " ST_GeomFromText('POINT(1 2)'), '{\"a\": [1, null]}')",
                                    "SAVEPOINT one",
                                    "INSERT INTO mixed.heap VALUES (" + id + ", 'taken back')",
                                    "ROLLBACK TO SAVEPOINT one",
                                    "INSERT INTO mixed.heap VALUES (" + id + ", 'stays'), (" + id + ", 'stays')",
                                    "SAVEPOINT two",
                                    "DELETE FROM mixed.heap WHERE a = " + id + " LIMIT 1",
                                    "RELEASE SAVEPOINT two",
                                    "COMMIT",
                                    "XA START 'mixed'",
                                    "UPDATE mixed.t SET e = 'a' WHERE id = " + (4_294_967_000L + id),
                                    "XA END 'mixed'",
                                    "XA PREPARE 'mixed'",
                                    "XA COMMIT 'mixed'",
                                    "ALTER TABLE mixed.t ADD COLUMN c" + id + " INT DEFAULT " + id);
                }
                stack.rest().restart(migration.sourceName());
            }
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "mixed"::equals);
        } finally {
            stack.source().execute("SET GLOBAL binlog_row_metadata = MINIMAL");
        }
    }

    @Test
    void heartbeatsMoveTheOffsetsWhileOnlyOtherDatabasesAreWritten() {
        Stack stack = Stack.shared(Versions.newer());
        try (Migration migration = migrateWith(stack, "idle")) {
            migration.awaitApplied();
            stack.source().execute("CREATE DATABASE elsewhere", "CREATE TABLE elsewhere.t (v INT)");
            String before = position(stack, migration);
            for (int i = 0; i < 5; i++) {
                stack.source().execute("INSERT INTO elsewhere.t VALUES (1)");
            }
            migration.await(
                    "an offset behind the other database's writes",
                    () -> !position(stack, migration).equals(before),
                    LIMIT);
            String applied = checkpoint(stack, migration);
            migration.await(
                    "a later checkpoint of the target",
                    () -> !checkpoint(stack, migration).equals(applied),
                    LIMIT);
        }
    }

    private static String checkpoint(Stack stack, Migration migration) {
        return Sql.rows(
                        stack.target(),
                        "SELECT next_offset, source_ts_ms FROM mysql_relay.checkpoint WHERE migration = '"
                                + migration.topic() + "'")
                .get(0);
    }

    private static String position(Stack stack, Migration migration) {
        return stack.rest().offsets(migration.sourceName()).toString();
    }

    private static Migration migrateWith(Stack stack, String database) {
        stack.source()
                .execute(
                        "CREATE DATABASE " + database,
                        "CREATE TABLE " + database + ".t (id INT PRIMARY KEY, v VARCHAR(20))",
                        "INSERT INTO " + database + ".t VALUES (1, 'one')");
        return stack.migration(database).start().awaitPhase("incremental");
    }

    private static Path lastBinlog(Path data) throws IOException {
        try (var files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().matches("binlog\\.\\d+"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }
}
