package io.mysqlrelay.source.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.schema.DefinitionSession;
import io.mysqlrelay.source.schema.TableDefinitions;
import io.mysqlrelay.source.schema.TableShapeReader;
import io.mysqlrelay.source.server.ServerPosition;
import io.mysqlrelay.source.server.SourceConnections;
import io.mysqlrelay.source.server.SourceServer;
import io.mysqlrelay.source.server.TestServers;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodecs;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullLoadIT {
    private static final LoadSettings PAGES_OF_THREE = new LoadSettings(3, 1 << 20, false, 1, 2, 10, 3, 10);

    private static final int NO_SUCH_THREAD = 1094;

    private static MySqlServer mysql;
    private static SourceConnections connections;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        mysql = MySqlServer.started();
        connections = new SourceConnections(TestServers.of(mysql));
        connection = connections.open();
        run("CREATE DATABASE l CHARACTER SET utf8mb4", "SET sql_mode='ALLOW_INVALID_DATES'");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        mysql.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TINYINT|-128,-1,0,1,2,3,4,127",
                "BIGINT UNSIGNED|0,1,9223372036854775807,9223372036854775808,18446744073709551615,7,8",
                "DECIMAL(65,30)|0,-0.000000000000000000000000000001,1e-30,99999999999999999999999999999999999,5,6,7",
                "FLOAT|0.1,0.2,1e-45,3.4028235e38,-1.1754942e-38,16777216,0.3,0.7",
                "DOUBLE|0.1,4.9e-324,1.7976931348623157e308,-1,0.30000000000000004,0.3,7",
                "VARCHAR(20)|'a','B','b1','é','z','😀','𝄞','','~','中'",
                "VARCHAR(20) COLLATE utf8mb4_bin|'a','A','a\\t','é','z','😀','𝄞','','中','\\\\'",
                "VARCHAR(20) CHARACTER SET latin1|'a','b','é',x'81',x'8d',x'ff','z',''''",
                "CHAR(20) CHARACTER SET gbk|'a','中','文',_gbk x'a1a1',_gbk x'fea0','z','~'",
                "CHAR(9) CHARACTER SET utf8|'a','中','文','b','c','d','e','f'",
                "CHAR(9) CHARACTER SET utf16|'a','中','文','b','c','😀','e','f'",
                "BINARY(3)|x'',x'0001',x'20',x'ff',x'ffff',x'ffffff',x'2061'",
                "VARBINARY(3)|x'',x'00',x'0000',x'20',x'ff',x'ffff',x'ffffff'",
                "BIT(64)|0,1,18446744073709551615,9223372036854775808,255,256,7",
                "DATE|'0000-00-00','2024-02-30','2024-00-00','1000-01-01','9999-12-31','2024-02-29','2024-03-01'",
                "DATETIME(6)|'0000-00-00 00:00:00','2024-02-30 01:02:03.000001','2024-02-30 01:02:03.000002',"
                        + "'9999-12-31 23:59:59.999999','2024-01-01','2025-01-01','2026-01-01'",
                "TIMESTAMP(3)|'0000-00-00 00:00:00','1970-01-01 00:00:01.001','1970-01-01 00:00:01.002',"
                        + "'2038-01-19 03:14:07.999','2024-01-01','2025-01-01','2026-01-01'",
                "TIME(6)|'-838:59:59','-00:00:00.000001','0','00:00:00.000001','838:59:59','10:00:00','-10:00:00'",
                "YEAR|'0000',1901,1970,2000,2069,2070,2155",
                "ENUM('z','y','x','w','v','u','','a')|0,1,2,3,4,5,6,7,8",
                "SET('a','b','c')|0,1,2,3,4,5,6,7"
            })
    void everyRowIsReadOnceWhateverTheKeyType(String typeAndValues) throws Exception {
        String type = typeAndValues.substring(0, typeAndValues.indexOf('|'));
        String[] values = typeAndValues.substring(type.length() + 1).split(",");
        run("DROP TABLE IF EXISTS l.k", "CREATE TABLE l.k (v INT, k " + type + " NOT NULL, PRIMARY KEY (k))");
        for (int i = 0; i < values.length; i++) {
            run("INSERT INTO l.k VALUES (" + i + ", " + values[i] + ")");
        }
        assertEveryRowOnceAndAgainFromEveryToken(values.length);

        run(
                "DROP TABLE l.k",
                "CREATE TABLE l.k (a INT, k " + type + " NOT NULL, c INT, PRIMARY KEY (k, c), KEY (c, k))");
        for (String value : values) {
            run("INSERT INTO l.k VALUES (1, " + value + ", 1), (2, " + value + ", 2), (3, " + value + ", -3)");
        }
        assertEveryRowOnceAndAgainFromEveryToken(3 * values.length);
    }

    private static void assertEveryRowOnceAndAgainFromEveryToken(int count) throws Exception {
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {})) {
            LoadedRows all = read(load, "k", null);
            assertThat(keys(all)).doesNotHaveDuplicates().hasSize(count);
            for (int page = 0; page < all.tokens().size(); page++) {
                LoadedRows rest = read(load, "k", all.tokens().get(page));
                assertThat(rest.rows()).hasSize(Math.max(0, count - 3 * (page + 1)));
            }
        }
    }

    private static List<String> keys(LoadedRows loaded) {
        return loaded.rows().stream()
                .map(row -> text(row[1]) + "/" + text(row[row.length - 1]))
                .toList();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : String.valueOf(value);
    }

    private static LoadedRows read(FullLoad load, String table, String token) throws Exception {
        LoadedRows rows = new LoadedRows();
        plan(load, table).read(token, rows);
        return rows;
    }

    private static TableLoad plan(FullLoad load, String table) throws SQLException {
        TableShape shape = TableShapeReader.read(connection, new TableName("l", table));
        return load.table(shape, ColumnCodecs.of(shape));
    }

    @Test
    void anotherKeyServesWhenThereIsNoPrimaryKey() throws Exception {
        run(
                "CREATE TABLE l.u (a INT NOT NULL, b VARCHAR(9) NOT NULL, n INT, g INT AS (a + 1) STORED NOT NULL,"
                        + " UNIQUE (n), UNIQUE prefixed (b(2)), UNIQUE (g, b))",
                "INSERT INTO l.u (a, b) VALUES (1, 'aa'), (2, 'ab'), (3, 'ba'), (4, 'bb'), (5, 'ca')");
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {})) {
            LoadedRows rows = read(load, "u", null);
            assertThat(rows.tokens()).hasSize(2);
            assertThat(rows.rows()).extracting(row -> row[0]).containsExactly(1, 2, 3, 4, 5);
            assertThat(rows.rows()).extracting(row -> row[3]).containsOnlyNulls();
        }
    }

    @Test
    void aKeyOfAPrefixIsNoKeyToPageByButAKey() throws Exception {
        run("CREATE TABLE l.p (t TEXT, PRIMARY KEY (t(3)))", "INSERT INTO l.p VALUES ('a'), ('b'), ('c'), ('d')");
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {})) {
            assertThat(plan(load, "p").keyless()).isFalse();
            assertThat(read(load, "p", null).rows()).hasSize(4);
        }
    }

    @Test
    void aKeylessTableIsReadAtAKnownPosition() throws Exception {
        run("CREATE TABLE l.n (a INT, b INT UNIQUE)", "INSERT INTO l.n VALUES (1, NULL), (1, NULL), (1, NULL)");
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {})) {
            TableLoad plan = plan(load, "n");
            assertThat(plan.keyless()).isTrue();
            List<Object[]> seen = new ArrayList<>();
            LoadedRows rows = new LoadedRows() {
                @Override
                public void row(Object[] row) {
                    super.row(row);
                    if (seen.isEmpty()) {
                        // Not locked any more, and not seen by the snapshot.
                        runUnchecked("INSERT INTO l.n VALUES (2, NULL)");
                    }
                    seen.add(row);
                }
            };
            String before = ServerPosition.read(connection).encode();
            plan.read(null, rows);
            assertThat(rows.snapshot().encode()).isEqualTo(before);
            assertThat(rows.rows()).hasSize(3);
            assertThat(ServerPosition.read(connection).encode()).isNotEqualTo(before);
        }
    }

    @Test
    void aBusyKeylessTableIsLeftWithACode() throws Exception {
        run("CREATE TABLE l.busy (a INT)", "INSERT INTO l.busy VALUES (1)");
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {});
                Connection writer = connections.open();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO l.busy VALUES (2)");
            assertThatThrownBy(() -> read(load, "busy", null))
                    .isInstanceOf(RelayException.class)
                    .hasMessageContaining("RELAY-2108")
                    .hasMessageContaining("l.busy");
            writer.rollback();
            assertThat(read(load, "busy", null).rows()).hasSize(1);
        }
    }

    @Test
    void aMissingPrivilegeIsNamed() throws Exception {
        run(
                "CREATE TABLE l.secret (a INT)",
                "CREATE USER reader IDENTIFIED WITH mysql_native_password BY 'x'",
                "GRANT SELECT ON l.* TO reader",
                "GRANT REPLICATION CLIENT ON *.* TO reader");
        SourceServer root = connections.server();
        SourceConnections few =
                new SourceConnections(new SourceServer(root.host(), root.port(), "reader", "x", root.tls(), 10_000));
        try (FullLoad load = new FullLoad(few, PAGES_OF_THREE, table -> {})) {
            assertThatThrownBy(() -> read(load, "secret", null))
                    .hasMessageContaining("RELAY-2107")
                    .hasMessageContaining("LOCK TABLES");
        }
    }

    @Test
    void aLostConnectionIsReplacedAndTheReadingGoesOn() throws Exception {
        run("CREATE TABLE l.big (a INT PRIMARY KEY)");
        for (int i = 0; i < 30; i++) {
            run("INSERT INTO l.big VALUES (" + i + ")");
        }
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {})) {
            LoadedRows rows = new LoadedRows() {
                @Override
                public void chunkRead(String token, long total) {
                    super.chunkRead(token, total);
                    if (tokens().size() == 4) {
                        killOthers();
                    }
                }
            };
            plan(load, "big").read(null, rows);
            assertThat(rows.rows())
                    .extracting(row -> (Integer) row[0])
                    .doesNotHaveDuplicates()
                    .hasSize(30);
        }
    }

    /** The definitions are asked for on a session of their own, which the same restart or cut ends. */
    @Test
    void theSessionThatGuardsTheStructureIsReplacedToo() throws Exception {
        run("CREATE TABLE l.guarded (a INT PRIMARY KEY)");
        for (int i = 0; i < 30; i++) {
            run("INSERT INTO l.guarded VALUES (" + i + ")");
        }
        try (DefinitionSession session = new DefinitionSession(connections);
                FullLoad load = guarded(session, new TableName("l", "guarded"))) {
            LoadedRows rows = new LoadedRows() {
                @Override
                public void chunkRead(String token, long total) {
                    super.chunkRead(token, total);
                    if (tokens().size() == 4) {
                        killOthers();
                    }
                }
            };
            plan(load, "guarded").read(null, rows);
            assertThat(rows.rows()).hasSize(30);
            run("ALTER TABLE l.guarded ADD b INT");
            assertThatThrownBy(() -> read(load, "guarded", null)).hasMessageContaining("RELAY-2109");
        }
    }

    private static FullLoad guarded(DefinitionSession session, TableName table) throws SQLException {
        TableDefinitions definitions = new TableDefinitions(session);
        definitions.remember(List.of(table));
        return new FullLoad(connections, PAGES_OF_THREE, definitions::requireSame);
    }

    @Test
    void rowsOfAPageThatIsReadAgainAreCountedOnce() throws Exception {
        run("CREATE TABLE l.counted (a INT PRIMARY KEY)");
        for (int i = 0; i < 30; i++) {
            run("INSERT INTO l.counted VALUES (" + i + ")");
        }
        List<Object[]> handed = new ArrayList<>();
        List<Long> progress = new ArrayList<>();
        RowHandler handler = new LoadedRows() {
            @Override
            public void row(Object[] row) {
                handed.add(row);
                if (handed.size() == 11) {
                    killOthers();
                }
            }

            @Override
            public void progress(long total) {
                progress.add(total);
            }
        };
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {})) {
            assertThat(plan(load, "counted").read(null, handler)).isEqualTo(30);
        }
        assertThat(handed).hasSizeGreaterThan(30);
        assertThat(progress).contains(12L).allMatch(total -> total <= 30);
    }

    /** Rows that change while they are read without a lock would not be those of the position. */
    @Test
    void aLostLockEndsTheReadingOfATableWithoutRowVersions() throws Exception {
        run("CREATE TABLE l.plain (a INT) ENGINE = MyISAM", "INSERT INTO l.plain VALUES (1), (2), (3)");
        LoadedRows rows = new LoadedRows() {
            @Override
            public void row(Object[] row) {
                super.row(row);
                if (rows().size() == 1) {
                    killNewest();
                }
            }
        };
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {})) {
            TableLoad plan = plan(load, "plain");
            assertThatThrownBy(() -> plan.read(null, rows)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void tablesWithoutRowVersionsStayLockedInASnapshotOfSeveral() throws Exception {
        run(
                "CREATE TABLE l.versions (a INT PRIMARY KEY)",
                "INSERT INTO l.versions VALUES (1)",
                "CREATE TABLE l.none (a INT PRIMARY KEY) ENGINE = MyISAM",
                "INSERT INTO l.none VALUES (1)");
        List<TableName> both = List.of(new TableName("l", "none"), new TableName("l", "versions"));
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {});
                SharedSnapshot snapshot = load.snapshot(both)) {
            run("SET SESSION lock_wait_timeout = 1");
            assertThatThrownBy(() -> run("INSERT INTO l.none VALUES (2)")).hasMessageContaining("Lock wait timeout");
            for (TableName table : both) {
                TableShape shape = TableShapeReader.read(connection, table);
                assertThat(snapshot.table(shape, ColumnCodecs.of(shape)).read(null, new LoadedRows()))
                        .isEqualTo(1);
            }
            snapshot.finish();
        } finally {
            run("SET SESSION lock_wait_timeout = DEFAULT");
        }
        run("INSERT INTO l.none VALUES (2)");
    }

    /** The session that was opened last is the one that holds the lock. */
    private static void killNewest() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(ID) FROM information_schema.PROCESSLIST")) {
            row.next();
            long newest = row.getLong(1);
            runUnchecked("KILL " + newest);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAlteredTableStopsTheReadingWithACode() throws Exception {
        run("CREATE TABLE l.altered (a INT PRIMARY KEY, b INT)", "INSERT INTO l.altered VALUES (1, 1)");
        try (FullLoad load = new FullLoad(connections, PAGES_OF_THREE, table -> {})) {
            TableLoad plan = plan(load, "altered");
            run("ALTER TABLE l.altered DROP COLUMN b");
            assertThatThrownBy(() -> plan.read(null, new LoadedRows()))
                    .hasMessageContaining("RELAY-2109")
                    .hasMessageContaining("l.altered");
        }
    }

    private static void killOthers() {
        try (Statement statement = connection.createStatement()) {
            List<Long> others = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT ID FROM information_schema.PROCESSLIST"
                    + " WHERE ID <> CONNECTION_ID() AND USER = 'root'")) {
                while (row.next()) {
                    others.add(row.getLong(1));
                }
            }
            for (long other : others) {
                kill(statement, other);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** One that has ended meanwhile is no failure. */
    private static void kill(Statement statement, long session) throws SQLException {
        try {
            statement.execute("KILL " + session);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    private static void runUnchecked(String sql) {
        try {
            run(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
