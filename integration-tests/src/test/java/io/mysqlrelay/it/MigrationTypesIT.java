package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.it.stage.XaSession;
import io.mysqlrelay.testkit.connect.ConnectRestException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is moved when not everything is, and where a migration of changes alone begins. */
@ExtendWith(SharedStacks.class)
class MigrationTypesIT {
    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.newer());
    }

    @Test
    void schemaAloneMakesEmptyTablesAndEnds() {
        create(Side.SOURCE, "schema_only");
        try (Migration migration = stack.migration("schema_only")
                .source("migration.types", "schema")
                .start()) {
            migration.awaitPhase("completed");
            assertThat(count("schema_only")).isEqualTo("0");
        }
    }

    @Test
    void schemaAndFullCopyOnceAndEnd() {
        create(Side.SOURCE, "copy_once");
        try (Migration migration = stack.migration("copy_once")
                .source("migration.types", "schema,full")
                .start()) {
            migration.awaitPhase("completed");
            Equality.check(stack.source(), stack.target(), "copy_once"::equals);
            stack.source().execute("INSERT INTO copy_once.t VALUES (100, 'too late')");
            stack.rest().restart(migration.sourceName());
            stack.rest().awaitRunning(migration.sourceName(), java.time.Duration.ofMinutes(1));
            assertThat(migration.phase()).isEqualTo("completed");
            assertThat(count("copy_once")).isEqualTo("2");
        }
    }

    @Test
    void fullWithoutSchemaFillsTablesThatAreThere() {
        create(Side.SOURCE, "fill_only");
        createEmpty("fill_only");
        try (Migration migration = stack.migration("fill_only")
                .withFenceOnTarget()
                .source("migration.types", "full,incremental")
                .start()) {
            migration.awaitPhase("incremental").awaitApplied();
            stack.source().execute("UPDATE fill_only.t SET v = 'later'");
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "fill_only"::equals);
        }
    }

    @Test
    void fullIntoMissingTablesIsRefused() {
        create(Side.SOURCE, "fill_nothing");
        try (Migration migration = stack.migration("fill_nothing")
                .source("migration.types", "full")
                .start()) {
            assertThat(migration.awaitSinkFailure()).contains("RELAY-4011").contains("fill_nothing");
        }
    }

    @Test
    void incrementalAloneBeginsNow() {
        create(Side.SOURCE, "from_now");
        create(Side.TARGET, "from_now");
        stack.source().execute("INSERT INTO from_now.t VALUES (50, 'before')");
        try (Migration migration = incremental("from_now").start()) {
            migration.awaitPhase("incremental").awaitApplied();
            stack.source().execute("INSERT INTO from_now.t VALUES (51, 'after')", "ALTER TABLE from_now.t ADD w INT");
            migration.awaitApplied();
            assertThat(Sql.rows(stack.target(), "SELECT id FROM from_now.t ORDER BY id"))
                    .containsExactly("1", "2", "51");
        }
    }

    @Test
    void incrementalAloneBeginsBehindAGtidSet() {
        create(Side.SOURCE, "from_gtids");
        create(Side.TARGET, "from_gtids");
        try (Migration prepared = incremental("from_gtids")) {
            String executed = Sql.rows(stack.source(), "SELECT @@gtid_executed").get(0);
            stack.source().execute("INSERT INTO from_gtids.t VALUES (50, 'before the start')");
            Migration migration = prepared.source("start.gtid.set", executed).start();
            migration.awaitPhase("incremental").awaitApplied();
            Equality.check(stack.source(), stack.target(), "from_gtids"::equals);
        }
    }

    @Test
    void incrementalAloneBeginsAtAPlaceInTheBinlogOfASourceWithGtids() {
        create(Side.SOURCE, "from_file");
        create(Side.TARGET, "from_file");
        stack.source().execute("FLUSH BINARY LOGS", "CREATE DATABASE from_file_other");
        try (Migration prepared = incremental("from_file")) {
            String[] place =
                    Sql.rows(stack.source(), "SHOW MASTER STATUS").get(0).split("\\|");
            stack.source().execute("INSERT INTO from_file.t VALUES (50, 'before the start')", "FLUSH BINARY LOGS");
            prepared.source("start.binlog.file", place[0])
                    .source("start.binlog.position", place[1])
                    .start()
                    .awaitPhase("incremental")
                    .awaitApplied();
            Equality.check(stack.source(), stack.target(), "from_file"::equals);
        }
    }

    @Test
    void aPlaceInTheMiddleOfATransactionIsRefused() {
        create(Side.SOURCE, "from_middle");
        try (Migration prepared = incremental("from_middle")) {
            String[] place =
                    Sql.rows(stack.source(), "SHOW MASTER STATUS").get(0).split("\\|");
            stack.source().execute("INSERT INTO from_middle.t VALUES (50, 'x')");
            long inside = Long.parseLong(Sql.rows(
                            stack.source(), "SHOW BINLOG EVENTS IN '" + place[0] + "' FROM " + place[1] + " LIMIT 1, 1")
                    .get(0)
                    .split("\\|")[1]);
            String words = refusalOrFailure(prepared.source("start.binlog.file", place[0])
                    .source("start.binlog.position", String.valueOf(inside)));
            assertThat(words).contains("RELAY-2214").contains("begins at " + place[1]);
        }
    }

    @Test
    void aStatementBetweenTheStartAndNowIsFoundBeforeTheStart() {
        create(Side.SOURCE, "ddl_between");
        create(Side.TARGET, "ddl_between");
        try (Migration prepared = incremental("ddl_between")) {
            String executed = Sql.rows(stack.source(), "SELECT @@gtid_executed").get(0);
            stack.source()
                    .execute(
                            "INSERT INTO ddl_between.t VALUES (50, 'old form')",
                            "ALTER TABLE ddl_between.t ADD COLUMN w INT FIRST");
            String words = refusalOrFailure(prepared.source("start.gtid.set", executed));
            assertThat(words).contains("RELAY-2209").contains("ddl_between");
        }
    }

    @Test
    void anXaTransactionPreparedBeforeTheStartIsNotHalfApplied() throws SQLException {
        create(Side.SOURCE, "prepared_between");
        create(Side.TARGET, "prepared_between");
        try (Migration prepared = incremental("prepared_between");
                XaSession session = new XaSession(stack.source())) {
            session.prepare("early", "INSERT INTO prepared_between.t VALUES (50, 'prepared before')");
            String executed = Sql.rows(stack.source(), "SELECT @@gtid_executed").get(0);
            session.run("XA COMMIT 'early'", "INSERT INTO prepared_between.t VALUES (51, 'later')");
            prepared.source("start.gtid.set", executed).start();
            assertThat(prepared.awaitSinkFailure()).contains("RELAY-4038");
            assertThat(Sql.rows(stack.target(), "SELECT id FROM prepared_between.t WHERE id >= 50"))
                    .isEmpty();
        }
    }

    private static String refusalOrFailure(Migration migration) {
        try {
            migration.startSource();
            return migration.awaitSourceFailure();
        } catch (ConnectRestException refused) {
            return refused.body();
        }
    }

    private static Migration incremental(String name) {
        return stack.migration(name).withFenceOnTarget().source("migration.types", "incremental");
    }

    private enum Side {
        SOURCE,
        TARGET
    }

    private static void create(Side side, String database) {
        (side == Side.SOURCE ? stack.source() : stack.target())
                .execute(
                        "CREATE DATABASE " + database,
                        "CREATE TABLE " + database + ".t (id INT PRIMARY KEY, v VARCHAR(20))",
                        "INSERT INTO " + database + ".t VALUES (1, 'one'), (2, 'two')");
    }

    private static void createEmpty(String database) {
        create(Side.TARGET, database);
        stack.target().execute("DELETE FROM " + database + ".t");
    }

    private static String count(String database) {
        return Sql.rows(stack.target(), "SELECT COUNT(*) FROM " + database + ".t")
                .get(0);
    }
}
