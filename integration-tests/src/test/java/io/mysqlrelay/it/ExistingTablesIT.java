package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A target that is not empty, and a target that somebody else writes to. */
@ExtendWith(SharedStacks.class)
class ExistingTablesIT {
    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.older());
    }

    @Test
    void tablesOfTheSameNameAreRefusedBeforeAnythingIsMade() {
        createSource("existing");
        stack.source().execute("CREATE TABLE existing.a_first (id INT PRIMARY KEY)");
        createTarget("existing");
        try (Migration migration = stack.migration("existing").start()) {
            assertThat(migration.awaitSinkFailure())
                    .contains("RELAY-4010")
                    .contains("existing")
                    .contains("target.existing.tables=proceed");
            assertThat(Sql.rows(stack.target(), "SELECT * FROM existing.t ORDER BY id"))
                    .containsExactly("1|target", "2|target", "9|target");
            assertThat(Sql.rows(stack.target(), "SHOW TABLES IN existing")).containsExactly("t");
        }
    }

    @Test
    void withProceedTheLoadKeepsTheTargetsRowsAndChangesOverwriteThem() {
        createSource("proceed");
        createTarget("proceed");
        try (Migration migration = stack.migration("proceed")
                .sink("target.existing.tables", "proceed")
                .start()) {
            migration.awaitPhase("incremental").awaitApplied();
            assertThat(Sql.rows(stack.target(), "SELECT * FROM proceed.t ORDER BY id"))
                    .containsExactly("1|target", "2|target", "3|source", "9|target");
            stack.source()
                    .execute(
                            "UPDATE proceed.t SET v = 'changed' WHERE id = 1",
                            "INSERT INTO proceed.t VALUES (9, 'inserted')",
                            "DELETE FROM proceed.t WHERE id = 2");
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "proceed"::equals);
        }
    }

    @Test
    void aSecondMigrationIntoTheSameTablesIsRefused() {
        createSource("twice");
        try (Migration first = stack.migration("twice").start();
                Migration second = stack.migration("other_one").source("database.include.list", "twice,other_one.*")) {
            first.awaitPhase("incremental").awaitApplied();
            second.start();
            assertThat(second.awaitSinkFailure()).contains("RELAY-4010").contains("twice");
            stack.source().execute("INSERT INTO twice.t VALUES (4, 'later')");
            first.awaitApplied();
            Equality.check(stack.source(), stack.target(), "twice"::equals);
        }
    }

    @Test
    void aSecondSinkOnTheSameTopicIsRefusedWhileTheFirstGoesOn() {
        createSource("doubled");
        try (Migration migration = stack.migration("doubled").start()) {
            migration.awaitPhase("incremental").awaitApplied();
            Map<String, String> config = Migration.with(migration.sinkConfig(), "name", "doubled-second");
            stack.rest().put("doubled-second", config);
            try {
                String words = stack.rest()
                        .awaitFailed("doubled-second", java.time.Duration.ofMinutes(2))
                        .failure();
                assertThat(words).contains("RELAY-4021").contains("doubled");
                stack.source().execute("INSERT INTO doubled.t VALUES (4, 'later')");
                migration.awaitApplied();
                Equality.check(stack.source(), stack.target(), "doubled"::equals);
            } finally {
                stack.rest().delete("doubled-second");
            }
        }
    }

    private static void createSource(String database) {
        stack.source()
                .execute(
                        "CREATE DATABASE " + database,
                        "CREATE TABLE " + database + ".t (id INT PRIMARY KEY, v VARCHAR(20))",
                        "INSERT INTO " + database + ".t VALUES (1, 'source'), (2, 'source'), (3, 'source')");
    }

    private static void createTarget(String database) {
        stack.target()
                .execute(
                        "CREATE DATABASE " + database,
                        "CREATE TABLE " + database + ".t (id INT PRIMARY KEY, v VARCHAR(20))",
                        "INSERT INTO " + database + ".t VALUES (1, 'target'), (2, 'target'), (9, 'target')");
    }
}
