package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session may log changes in a form from which they cannot be copied; the source stops instead of leaving them out. */
@ExtendWith(SharedStacks.class)
class UnsafeLoggingIT {
    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.newer());
    }

    @Test
    void aChangeThatIsLoggedAsAStatementStopsTheSource() {
        check("logged_statement", "SET SESSION binlog_format = 'STATEMENT'", "UPDATE logged_statement.t SET j = '[]'");
    }

    @Test
    void aPartialUpdateOfADocumentStopsTheSource() {
        check(
                "partial_update",
                "SET SESSION binlog_row_value_options = 'PARTIAL_JSON'",
                "UPDATE partial_update.t SET j = JSON_SET(j, '$.a', 2)");
    }

    private static void check(String database, String... statements) {
        stack.source()
                .execute(
                        "CREATE DATABASE " + database,
                        "CREATE TABLE " + database + ".t (id INT PRIMARY KEY, j JSON)",
                        "INSERT INTO " + database + ".t VALUES (1, JSON_OBJECT('a', 1, 'b', REPEAT('x', 1000)))");
        try (Migration migration = stack.migration(database).start()) {
            migration.awaitPhase("incremental").awaitApplied();
            stack.source().execute(statements);
            String words = migration.awaitSourceFailure();
            assertThat(words).contains("RELAY-2").contains(database);
        }
    }
}
