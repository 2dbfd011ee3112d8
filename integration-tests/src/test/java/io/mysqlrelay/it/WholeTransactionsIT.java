package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code apply.mode=transaction}: who reads the target while changes arrive never sees a part of a transaction. */
@ExtendWith(SharedStacks.class)
class WholeTransactionsIT {
    private static final int ACCOUNTS = 50;
    private static final int TRANSFERS = 600;
    /** 0 at every commit of the source: what is taken from one account is given to others, and written down. */
    private static final String SUMS = "SELECT (SELECT COALESCE(SUM(balance), 0) FROM whole.account),"
            + " (SELECT COALESCE(SUM(amount), 0) FROM whole.ledger), (SELECT COUNT(*) FROM whole.ledger)";

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.it.stage.Versions#all")
    void noReaderOfTheTargetSeesAPartOfATransaction(MySqlDistribution version) {
        Stack stack = Stack.shared(version);
        Random random = new Random(Seed.next("WholeTransactionsIT"));
        stack.source()
                .execute(
                        "CREATE DATABASE whole",
                        "CREATE TABLE whole.account (id INT PRIMARY KEY, balance BIGINT NOT NULL)",
                        "CREATE TABLE whole.ledger (amount BIGINT NOT NULL)");
        for (int i = 0; i < ACCOUNTS; i++) {
            stack.source().execute("INSERT INTO whole.account VALUES (" + i + ", 0)");
        }
        // Windows and lanes that would cut transactions, were it not for the mode.
        try (Migration migration = stack.migration("whole")
                .sink("apply.mode", "transaction")
                .sink("apply.window.rows", "7")
                .sink("apply.threads", "4")
                .start()) {
            migration.awaitPhase("incremental").awaitApplied();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> transfer(stack, random));
            List<String> states = new ArrayList<>();
            while (!writing.isDone()) {
                states.addAll(Sql.rows(stack.target(), SUMS));
            }
            writing.join();
            migration.awaitApplied();
            long different = states.stream().distinct().count();
            Print.line(states.size() + " looks at the target, which showed " + different + " states");
            assertThat(different).isGreaterThan(20);
            assertThat(states).allMatch(state -> state.startsWith("0|0|"));
            Equality.check(stack.source(), stack.target(), "whole"::equals);
        }
    }

    private static void transfer(Stack stack, Random random) {
        for (int i = 0; i < TRANSFERS; i++) {
            int receivers = 1 + random.nextInt(12);
            List<String> statements = new ArrayList<>();
            statements.add("BEGIN");
            statements.add("UPDATE whole.account SET balance = balance - " + receivers + " WHERE id = "
                    + random.nextInt(ACCOUNTS));
            statements.add("INSERT INTO whole.ledger VALUES (-" + receivers + ")");
            for (int j = 0; j < receivers; j++) {
                statements.add("UPDATE whole.account SET balance = balance + 1 WHERE id = " + random.nextInt(ACCOUNTS));
                statements.add("INSERT INTO whole.ledger VALUES (1)");
            }
            statements.add("COMMIT");
            stack.source().execute(statements.toArray(String[]::new));
        }
    }
}
