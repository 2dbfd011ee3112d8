package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.cluster;
import static io.mysqlrelay.sink.adb.TargetHarness.column;
import static io.mysqlrelay.sink.adb.TargetHarness.delete;
import static io.mysqlrelay.sink.adb.TargetHarness.insert;
import static io.mysqlrelay.sink.adb.TargetHarness.load;
import static io.mysqlrelay.sink.adb.TargetHarness.row;
import static io.mysqlrelay.sink.adb.TargetHarness.rows;
import static io.mysqlrelay.sink.adb.TargetHarness.shape;
import static io.mysqlrelay.sink.adb.TargetHarness.sql;
import static io.mysqlrelay.sink.adb.TargetHarness.tolerant;
import static io.mysqlrelay.sink.adb.TargetHarness.update;
import static io.mysqlrelay.sink.adb.TargetHarness.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.parser.SQLParserUtils;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.Window;
import io.mysqlrelay.testkit.adb.AdbFaults.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowChangesIT extends TargetCase {
    private static final RowShape KEYED = shape(
            "rc",
            "keyed",
            column("id", ValueType.INTEGER),
            column("name", ValueType.STRING),
            column("at", ValueType.DATETIME));
    private static final RowShape KEYLESS =
            shape("rc", "keyless", column("a", ValueType.INTEGER), column("b", ValueType.STRING));

    RowChangesIT() {
        super(
                "rows.changes",
                "rc",
                Map.of(
                        "adb.tables", "p",
                        "adb.tables.p.table", "rc.parts",
                        "adb.tables.p.partition.key", "at",
                        "adb.tables.p.partition.rule", "day"));
    }

    @BeforeEach
    void createTables() throws Exception {
        create("CREATE TABLE keyed (id int primary key, name varchar(20), at datetime(6))");
        create("CREATE TABLE keyless (a int, b varchar(20))");
    }

    @Test
    void updatesBecomeReplaceAndKeyUpdatesDeleteAndReplace() throws Exception {
        target.apply(window(insert(KEYED, 1L, "a", null), insert(KEYED, 2L, "b", null), insert(KEYED, 3L, "c", null)));
        TargetHarness.STATEMENTS.clear();
        target.apply(window(
                update(KEYED, row(1L, "a", null), row(1L, "a2", "2024-01-01 10:00:00.123456")),
                update(KEYED, row(2L, "b", null), row(20L, "b", null)),
                delete(KEYED, 3L, "c", null),
                insert(KEYED, 3L, "again", null)));
        assertThat(rows("SELECT id, name, at FROM rc.keyed ORDER BY id"))
                .containsExactly("1,a2,2024-01-01 10:00:00.123", "3,again,null", "20,b,null");
        assertThat(TargetHarness.STATEMENTS.stream().filter(s -> s.contains("`rc`.`keyed`")))
                .anyMatch(s -> s.startsWith("DELETE FROM `rc`.`keyed` WHERE `id` IN (2)"))
                .noneMatch(s -> s.startsWith("UPDATE") || s.startsWith("INSERT"));
    }

    @Test
    void aWindowThatComesAgainCutDifferentlyEndsWithTheSameRows() throws Exception {
        RowChange[] changes = {
            insert(KEYED, 1L, "a", null),
            update(KEYED, row(1L, "a", null), row(2L, "a", null)),
            insert(KEYED, 1L, "b", null),
            delete(KEYED, 2L, "a", null),
            insert(KEYED, 3L, "c", null)
        };
        target.apply(window(changes));
        target.apply(window(changes[0], changes[1]));
        target.apply(window(changes[2], changes[3], changes[4]));
        assertThat(rows("SELECT id, name FROM rc.keyed ORDER BY id")).containsExactly("1,b", "3,c");
    }

    @Test
    void aChangeOfThePartitionColumnLeavesNoRowBehind() throws Exception {
        create("CREATE TABLE parts (id int primary key, at datetime not null, n int)");
        RowShape parts = shape(
                "rc",
                "parts",
                column("id", ValueType.INTEGER),
                column("at", ValueType.DATETIME),
                column("n", ValueType.INTEGER));
        target.apply(
                window(insert(parts, 1L, "2024-01-01 00:00:00", 1L), insert(parts, 2L, "2024-01-01 00:00:00", 1L)));
        target.apply(window(update(parts, row(1L, "2024-01-01 00:00:00", 1L), row(1L, "2024-02-02 00:00:00", 2L))));
        target.apply(window(delete(parts, 2L, "2024-01-01 00:00:00", 1L)));
        assertThat(rows("SELECT id, n FROM rc.parts")).containsExactly("1,2");
    }

    @Test
    void equalRowsWithoutAKeyAreExactWhateverComesAgain() throws Exception {
        RowChange one = insert(KEYLESS, 1L, "x");
        RowChange two = insert(KEYLESS, 1L, "x");
        RowChange three = insert(KEYLESS, 1L, "x");
        RowChange gone = delete(KEYLESS, 1L, "x");
        RowChange changed = update(KEYLESS, row(1L, "x"), row(2L, null));
        target.apply(window(one, two, three));
        cluster().faults().next(Fault.DISCONNECT_BEFORE, 1, s -> s.contains("`checkpoint`"));
        assertThatThrownBy(() -> target.apply(window(gone, changed))).isInstanceOf(TransientTargetException.class);
        assertThat(rows("SELECT a, b FROM rc.keyless ORDER BY a")).containsExactly("1,x", "2,null");
        reopen();
        target.apply(window(gone));
        target.apply(window(changed, insert(KEYLESS, 9L, "y")));
        assertThat(rows("SELECT a, b FROM rc.keyless ORDER BY a")).containsExactly("1,x", "2,null", "9,y");
    }

    @Test
    void aHalfAppliedWindowOfAKeylessTableIsFinishedWithTheSameRows() throws Exception {
        List<RowChange> many = IntStream.range(0, 40)
                .mapToObj(i -> insert(KEYLESS, 7L, "same"))
                .collect(Collectors.toList());
        target.apply(new Window(many, false, TargetHarness.checkpoint(), new TargetHarness.Places(many, false)));
        List<RowChange> next = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            next.add(update(KEYLESS, row(7L, "same"), row((long) i, "changed")));
            next.add(delete(KEYLESS, 7L, "same"));
        }
        Window window = new Window(next, false, TargetHarness.checkpoint(), new TargetHarness.Places(next, false));
        for (Fault fault : List.of(Fault.HALF, Fault.DISCONNECT_AFTER, Fault.DISCONNECT_BEFORE)) {
            cluster().faults().next(fault, 1, s -> s.contains("`rc`.`keyless`"));
            assertThatThrownBy(() -> target.apply(window)).isInstanceOf(TransientTargetException.class);
            reopen();
        }
        target.apply(window);
        assertThat(rows("SELECT COUNT(*) FROM rc.keyless WHERE b = 'same'")).containsExactly("20");
        assertThat(rows("SELECT a FROM rc.keyless WHERE b = 'changed' ORDER BY a"))
                .hasSize(10);
        assertThat(rows("SELECT COUNT(*) FROM mysql_relay.victims")).containsExactly("0");
    }

    @Test
    void aKeylessRowIsFoundAfterColumnsWereAddedRenamedAndDropped() throws Exception {
        target.apply(window(insert(KEYLESS, 1L, "x"), insert(KEYLESS, 2L, "x")));
        execute(1, "ALTER TABLE keyless ADD c decimal(5,2) NOT NULL DEFAULT 1.5, RENAME COLUMN a TO aa");
        RowShape wider = shape(
                "rc",
                "keyless",
                column("aa", ValueType.INTEGER),
                column("b", ValueType.STRING),
                column("c", ValueType.DECIMAL));
        BigDecimal filled = new BigDecimal("1.50");
        target.apply(window(insert(wider, 1L, "x", new BigDecimal("9.00"))));
        target.apply(window(delete(wider, 1L, "x", filled)));
        assertThat(rows("SELECT aa, b, c FROM rc.keyless ORDER BY aa")).containsExactly("1,x,9.00", "2,x,1.50");
        execute(2, "ALTER TABLE keyless DROP COLUMN b");
        RowShape narrower = shape("rc", "keyless", column("aa", ValueType.INTEGER), column("c", ValueType.DECIMAL));
        target.apply(window(delete(narrower, 2L, filled), insert(narrower, 3L, filled)));
        assertThat(rows("SELECT aa, c FROM rc.keyless ORDER BY aa")).containsExactly("1,9.00", "3,1.50");
        assertThatThrownBy(() -> target.apply(window(delete(narrower, 77L, filled))))
                .hasMessageContaining("RELAY-4033");
    }

    @Test
    void aHalfAppliedBatchADisconnectAndALockAreTriedAgain() throws Exception {
        Window window = window(
                insert(KEYED, 1L, "a", null),
                insert(KEYED, 2L, "b", null),
                insert(KEYED, 3L, "c", null),
                insert(KEYED, 4L, "d", null));
        for (Fault fault : Fault.values()) {
            cluster().faults().next(fault, 1, s -> s.contains("`rc`.`keyed`"));
            assertThatThrownBy(() -> target.apply(window)).isInstanceOf(TransientTargetException.class);
            reopen();
        }
        cluster().faults().readOnly(true);
        assertThatThrownBy(() -> target.apply(window)).isInstanceOf(TransientTargetException.class);
        cluster().faults().clear();
        reopen();
        target.apply(window);
        assertThat(rows("SELECT COUNT(*) FROM rc.keyed")).containsExactly("4");
    }

    @Test
    void aRefusedRowIsFoundAmongGoodOnesAndLeftOutIfAllowed() throws Exception {
        create("CREATE TABLE times (id int primary key, t time)");
        RowShape times = shape("rc", "times", column("id", ValueType.INTEGER), column("t", ValueType.TIME));
        assertThatThrownBy(() -> target.apply(window(insert(times, 1L, 5L), insert(times, 2L, -1L))))
                .hasMessageContaining("RELAY-4064")
                .hasMessageContaining("rc.times");
        Window window = tolerant(insert(times, 1L, 5_000L), insert(times, 2L, -1L), insert(times, 3L, 0L));
        target.apply(window);
        assertThat(rows("SELECT id FROM rc.times ORDER BY id")).containsExactly("1", "3");
        assertThat(((TargetHarness.Places) window.origins()).refused).hasSize(1);
        assertThat(rows("SELECT tbl, code FROM mysql_relay.refused_rows")).containsExactly("times,RELAY-4064");
        sql(
                "CREATE TABLE rc.strict (id BIGINT NOT NULL, n VARCHAR NOT NULL, PRIMARY KEY (id)) DISTRIBUTED BY HASH(id)");
        RowShape strict = shape("rc", "strict", column("id", ValueType.INTEGER), column("n", ValueType.STRING));
        Window nulls = tolerant(insert(strict, 1L, "a"), insert(strict, 2L, null), insert(strict, 3L, "c"));
        target.apply(nulls);
        assertThat(rows("SELECT id FROM rc.strict ORDER BY id")).containsExactly("1", "3");
    }

    @Test
    void changesOfAKeylessRowThatWasLeftOutAreLeftOutToo() throws Exception {
        create("CREATE TABLE moments (a int, t time)");
        RowShape moments = shape("rc", "moments", column("a", ValueType.INTEGER), column("t", ValueType.TIME));
        target.apply(tolerant(insert(moments, 1L, 0L), insert(moments, 2L, -1L)));
        RowChange changed = update(moments, row(2L, -1L), row(2L, 0L));
        RowChange deleted = delete(moments, 3L, 0L);

        assertThatThrownBy(() -> target.apply(window(changed)))
                .hasMessageContaining("RELAY-4033")
                .hasMessageContaining("rc.moments")
                .hasMessageContaining("offset ");
        Window window = tolerant(changed, insert(moments, 4L, 0L), deleted);
        target.apply(window);
        // Again, as after a crash before the checkpoint.
        target.apply(window);

        assertThat(rows("SELECT a FROM rc.moments ORDER BY a")).containsExactly("1", "4");
        assertThat(rows("SELECT code, COUNT(*) FROM mysql_relay.refused_rows GROUP BY code ORDER BY code"))
                .containsExactly("RELAY-4033,2", "RELAY-4064,1");
    }

    @Test
    void manyRowsOverSeveralSessions() throws Exception {
        List<RowChange> many = new ArrayList<>();
        for (long i = 0; i < 5_000; i++) {
            many.add(load(KEYED, i, "name " + i, null));
        }
        target.apply(new Window(many, false, TargetHarness.checkpoint(), new TargetHarness.Places(many, false)));
        assertThat(rows("SELECT COUNT(*), COUNT(DISTINCT name) FROM rc.keyed")).containsExactly("5000,5000");
    }

    @Test
    void aThousandColumnsAndAnAlmostTooLargeRow() throws Exception {
        create("CREATE TABLE wide (id int primary key, "
                + IntStream.range(0, 999).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(", ")) + ")");
        ColumnShape[] columns = new ColumnShape[1000];
        Object[] values = new Object[1000];
        columns[0] = column("id", ValueType.INTEGER);
        values[0] = 1L;
        for (int i = 0; i < 999; i++) {
            columns[i + 1] = column("c" + i, ValueType.INTEGER);
            values[i + 1] = (long) i;
        }
        target.apply(window(insert(shape("rc", "wide", columns), values)));
        assertThat(rows("SELECT id, c998 FROM rc.wide")).containsExactly("1,998");
        create("CREATE TABLE large (id int primary key, t longtext)");
        RowShape large = shape("rc", "large", column("id", ValueType.INTEGER), column("t", ValueType.STRING));
        target.apply(window(
                insert(large, 1L, "small"), insert(large, 2L, "y".repeat(15 << 20)), insert(large, 3L, "small")));
        assertThat(rows("SELECT id, LENGTH(t) FROM rc.large ORDER BY id")).containsExactly("1,5", "2,15728640", "3,5");
    }

    @Test
    void everyReservedWordIsAName() throws Exception {
        List<String> words = reservedWords();
        assertThat(words).hasSizeGreaterThan(120).contains("select", "lifecycle", "values");
        String columns = words.stream().map(w -> "`" + w + "` int").collect(Collectors.joining(", "));
        create("CREATE TABLE `select` (id int primary key, " + columns + ")");
        create("CREATE TABLE `table` (" + columns + ")");
        ColumnShape[] keyless =
                words.stream().map(w -> column(w, ValueType.INTEGER)).toArray(ColumnShape[]::new);
        Object[] values = words.stream().map(w -> 5L).toArray();
        target.apply(window(
                insert(
                        shape("rc", "select", with(column("id", ValueType.INTEGER), keyless, ColumnShape[]::new)),
                        with(1L, values, Object[]::new)),
                insert(shape("rc", "table", keyless), values)));
        target.apply(window(delete(shape("rc", "table", keyless), values)));
        assertThat(rows("SELECT `values`, `lifecycle` FROM rc.`select`")).containsExactly("5,5");
        assertThat(rows("SELECT COUNT(*) FROM rc.`table`")).containsExactly("0");
        for (String word : words) {
            if (!word.equals("select") && !word.equals("table")) {
                create("CREATE TABLE `" + word + "` (`" + word + "` int primary key)");
                target.apply(window(insert(shape("rc", word, column(word, ValueType.INTEGER)), 1L)));
            }
        }
        assertThat(rows("SHOW TABLES FROM rc")).containsAll(words);
        execute(1, "ALTER TABLE `group` ADD COLUMN `order` INT COMMENT 'x'");
        execute(2, "ALTER TABLE `group` RENAME COLUMN `order` TO `by`, ADD COLUMN `order` INT");
        execute(3, "RENAME TABLE `order` TO `tmp`, `group` TO `order`");
        assertThat(rows("SELECT `group`, `by`, `order` FROM rc.`order`")).containsExactly("1,null,null");
    }

    /** Those of the grammar that the stand-in reads with, and of AnalyticDB's own clauses. */
    private static List<String> reservedWords() {
        Set<String> words =
                new TreeSet<>(Set.of("hash", "distributed", "lifecycle", "timestamp", "type", "rank", "system"));
        SQLParserUtils.createLexer("", DbType.mysql).getKeywords().getKeywords().keySet().stream()
                .map(w -> w.toLowerCase(Locale.ROOT))
                .forEach(words::add);
        return List.copyOf(words);
    }

    private static <T> T[] with(T first, T[] rest, IntFunction<T[]> array) {
        return Stream.concat(Stream.of(first), Arrays.stream(rest)).toArray(array);
    }

    @Test
    void tablesAreClaimedLoadedAndRememberedOverRestarts() throws Exception {
        TableName table = new TableName("rc", "claimed");
        target.claimTables(List.of(table), true, TargetHarness.checkpoint());
        create("CREATE TABLE claimed (a int, b varchar(20))");
        target.beginTableLoad(table, true, "{\"gtids\":\"\"}", TargetHarness.checkpoint());
        RowShape claimed = shape("rc", "claimed", column("a", ValueType.INTEGER), column("b", ValueType.STRING));
        Window rows = window(load(claimed, 1L, "x"), load(claimed, 1L, "x"));
        target.apply(rows);
        target.apply(rows);
        target.endTableLoad(table, 2, TargetHarness.checkpoint());
        assertThat(rows("SELECT COUNT(*) FROM rc.claimed")).containsExactly("2");
        target.beginTableLoad(table, true, "{\"gtids\":\"\"}", TargetHarness.checkpoint());
        assertThat(rows("SELECT COUNT(*) FROM rc.claimed")).containsExactly("0");
        reopen();
        assertThat(rows("SELECT state FROM mysql_relay.tables WHERE tbl = 'claimed'"))
                .containsExactly("loading");
        assertThatThrownBy(() -> target.claimTables(
                        List.of(new TableName("rc", "keyed"), new TableName("rc", "my-table")),
                        true,
                        TargetHarness.checkpoint()))
                .hasMessageContaining("my-table");
    }
}
