package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.testkit.cases.CaseFolder;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** One migration that carries all cases at once: a case costs its statements, not a start of servers and connectors. */
class CasesMigration implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final MySqlDistribution version;
    private final List<CaseFolder> cases;
    private final Map<String, RuntimeException> broken = new LinkedHashMap<>();
    private Stack stack;

    CasesMigration(MySqlDistribution version, List<CaseFolder> cases) {
        this.version = version;
        this.cases = cases;
    }

    final void run() {
        stack = Stack.start(version);
        inOrder(CaseFolder::prepare);
        Migration migration = begin(stack)
                .source("database.include.list", databases())
                // Small, so that also the cases' small tables have more than one chunk.
                .source("full.chunk.rows", "5");
        if (System.getProperty("relay.converter", "").equals("json")) {
            migration.json();
        }
        migration.startSource();
        CompletableFuture<Void> during = CompletableFuture.runAsync(() -> {
            migration.await("records on the topic", () -> stack.hasRecords(migration.topic()), LIMIT);
            inOrder(CaseFolder::duringFull);
        });
        migration.startSink();
        during.join();
        migration.awaitPhase("incremental");
        Print.line("MySQL " + version.version() + ": full load done, changes follow");
        inOrder(CaseFolder::changes);
        migration.awaitApplied(LIMIT);
        Print.line("MySQL " + version.version() + ": everything applied");
        assertThat(broken).as("scripts that the source itself refused").isEmpty();
    }

    /** The migration before it starts. */
    Migration begin(Stack servers) {
        return servers.migration("cases");
    }

    final void verify(CaseFolder one) {
        assertThat(stack).as("the migration has run").isNotNull();
        verify(one, stack);
    }

    void verify(CaseFolder one, Stack servers) {
        Equality.check(servers.source(), servers.target(), one::owns);
    }

    final void verifyStatements() {
        assertThat(Sql.rows(
                        stack.target(),
                        "SELECT state, db, statement, error FROM mysql_relay.ddl_log WHERE " + unexpectedStates()))
                .isEmpty();
    }

    String unexpectedStates() {
        return "state <> 'applied'";
    }

    @Override
    public void close() {
        if (stack != null) {
            stack.close();
            stack = null;
        }
    }

    private String databases() {
        List<String> patterns = new ArrayList<>(List.of("cases_fence"));
        cases.forEach(one -> patterns.add(one.database() + "(_.*)?"));
        return String.join(",", patterns);
    }

    /** A script that fails is the case's fault alone: the others go on. */
    private void inOrder(BiConsumer<CaseFolder, Connection> script) {
        for (CaseFolder one : cases) {
            try (Connection session = stack.source().connection()) {
                script.accept(one, session);
            } catch (SQLException e) {
                throw new IllegalStateException("no session on the source: " + e.getMessage(), e);
            } catch (IllegalStateException e) {
                broken.put(one.name(), e);
            }
        }
    }
}
