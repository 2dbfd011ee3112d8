package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.STATEMENTS;
import static io.mysqlrelay.sink.adb.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.adb.TargetHarness.column;
import static io.mysqlrelay.sink.adb.TargetHarness.ddl;
import static io.mysqlrelay.sink.adb.TargetHarness.delete;
import static io.mysqlrelay.sink.adb.TargetHarness.insert;
import static io.mysqlrelay.sink.adb.TargetHarness.load;
import static io.mysqlrelay.sink.adb.TargetHarness.row;
import static io.mysqlrelay.sink.adb.TargetHarness.schema;
import static io.mysqlrelay.sink.adb.TargetHarness.shape;
import static io.mysqlrelay.sink.adb.TargetHarness.sql;
import static io.mysqlrelay.sink.adb.TargetHarness.tolerant;
import static io.mysqlrelay.sink.adb.TargetHarness.update;
import static io.mysqlrelay.sink.adb.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.XaName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every shape of statement that the sink and its driver send in a migration's life: all of them have passed the stand-in,
 * and a new one is seen in the golden file before a cluster sees it.
 */
class SentStatementsIT {
    private static final String MIGRATION = "sent.changes";
    private static final Map<String, String> SETTINGS =
            Map.of("ddl.type.change.mode", "rebuild", "ddl.drop.database.enabled", "true", "ddl.views.enabled", "true");
    private static final RowShape KEYED =
            shape("sent", "keyed", column("id", ValueType.INTEGER), column("name", ValueType.STRING));
    private static final RowShape PAIRS =
            shape("sent", "pairs", column("a", ValueType.INTEGER), column("b", ValueType.INTEGER));
    private static final RowShape KEYLESS =
            shape("sent", "keyless", column("a", ValueType.INTEGER), column("b", ValueType.STRING));

    private AnalyticDbTarget target;
    private long ordinal;

    @BeforeEach
    void empty() throws Exception {
        TargetHarness.empty("sent", "mysql_relay");
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    @Test
    void everyShapeIsInTheGoldenFileAndInTheGrammar() throws Exception {
        STATEMENTS.clear();
        open(new Epoch());
        full();
        changes();
        xa();
        statements();
        AnalyticDbTarget replaced = target;
        open(new Epoch());
        replaced.close();
        assertThat(Golden.checkShapes("statements/sent.sql", STATEMENTS)).hasSizeGreaterThan(60);
    }

    private void open(Epoch task) throws TransientTargetException {
        target = TargetHarness.target(MIGRATION, task, SETTINGS);
        target.open();
    }

    private void full() throws TransientTargetException {
        target.saveMigration(
                new MigrationState(MigrationState.Phase.SCHEMA, "schema,full,incremental", null, null), checkpoint());
        List<TableName> tables = List.of(KEYED.table(), PAIRS.table(), KEYLESS.table());
        target.claimTables(tables, true, checkpoint());
        create("CREATE DATABASE sent");
        create("CREATE TABLE keyed (id int primary key, name varchar(20) not null)");
        create("CREATE TABLE pairs (a int, b int, primary key (a, b))");
        create("CREATE TABLE keyless (a int, b varchar(20))");
        for (RowShape table : List.of(KEYED, KEYLESS)) {
            target.beginTableLoad(
                    table.table(), table == KEYLESS, table == KEYLESS ? "{\"gtids\":\"\"}" : null, checkpoint());
            target.apply(window(load(table, 1L, "x"), load(table, 2L, "y")));
            target.endTableLoad(table.table(), 2, checkpoint());
        }
        target.forgetTable(PAIRS.table(), true, checkpoint());
        create("CREATE TABLE pairs (a int, b int, primary key (a, b))");
    }

    private void create(String statement) throws TransientTargetException {
        target.execute(schema("sent", statement), checkpoint());
    }

    private void changes() throws TransientTargetException {
        target.apply(window(
                insert(KEYED, 3L, "z"),
                update(KEYED, row(1L, "x"), row(10L, "x")),
                delete(KEYED, 2L, "y"),
                insert(PAIRS, 1L, 1L),
                insert(PAIRS, 2L, 2L),
                insert(KEYLESS, 1L, "x")));
        target.apply(window(
                delete(PAIRS, 1L, 1L),
                delete(PAIRS, 2L, 2L),
                update(KEYLESS, row(1L, "x"), row(5L, null)),
                delete(KEYLESS, 2L, "y")));
        target.apply(window(delete(KEYLESS, 5L, null)));
        target.apply(tolerant(insert(KEYED, 4L, "a"), insert(KEYED, 5L, null), insert(KEYED, 6L, "c")));
        target.saveCheckpoint(checkpoint());
    }

    private void xa() throws TransientTargetException {
        XaName name = new XaName("xid.1.41.", "binlog.000001:100");
        target.park(name, List.of(insert(KEYED, 7L, "x"), insert(KEYLESS, 7L, "x")), checkpoint());
        target.prepared(name, checkpoint());
        target.applyParked(new ParkedChanges(name.xid(), null, false, Set.of()), checkpoint());
        target.park(name, List.of(insert(KEYED, 8L, "x")), checkpoint());
        target.dropParked(name.xid(), checkpoint());
    }

    private void statements() throws Exception {
        execute("CREATE TABLE copy LIKE keyed");
        execute("CREATE TABLE typed (id int primary key, n int, t text)");
        execute("ALTER TABLE typed ADD COLUMN m int not null default 7 COMMENT 'x', COMMENT 'y'");
        execute("ALTER TABLE typed RENAME COLUMN m TO o, MODIFY COLUMN o int DEFAULT 8");
        execute("ALTER TABLE typed DROP COLUMN o");
        execute("RENAME TABLE keyed TO swapped, copy TO keyed");
        execute("TRUNCATE TABLE pairs");
        execute("CREATE VIEW v AS SELECT 1 AS one");
        execute("ALTER VIEW v (x, y) AS SELECT id, COUNT(*) FROM keyed GROUP BY id");
        execute("RENAME TABLE v TO w");
        execute("DROP VIEW IF EXISTS w, v");
        execute("CREATE VIEW typed_view AS SELECT * FROM typed WHERE id > 0");
        sql("REPLACE INTO mysql_relay.ddl_orders (migration, txn, ordinal, action, statement) VALUES ('" + MIGRATION
                + "', 'uuid:9', " + (ordinal + 1) + ", 'replace', 'ALTER TABLE sent.typed ADD COLUMN other INT')");
        STATEMENTS.removeIf(s -> s.startsWith("REPLACE INTO mysql_relay.ddl_orders"));
        execute("ALTER TABLE typed ADD PRIMARY KEY (n)");
        execute("ALTER TABLE typed MODIFY n varchar(20)");
        execute("DROP TABLE swapped");
        execute("DROP DATABASE sent");
    }

    private void execute(String statement) throws TransientTargetException {
        ordinal++;
        DdlChange change = ddl("sent", ordinal, statement);
        target.execute(change, checkpoint());
    }
}
