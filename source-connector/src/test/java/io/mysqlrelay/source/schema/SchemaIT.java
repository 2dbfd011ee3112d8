package io.mysqlrelay.source.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectKind;
import io.mysqlrelay.source.server.ServerPosition;
import io.mysqlrelay.source.server.SourceConnections;
import io.mysqlrelay.source.server.TestServers;
import io.mysqlrelay.source.server.Versions;
import io.mysqlrelay.source.table.Column;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchemaIT {
    private static MySqlServer mysql;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        mysql = MySqlServer.builder()
                .option("sql-mode", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES")
                .start();
        connection = new SourceConnections(TestServers.of(mysql)).open();
        run("CREATE DATABASE `s-1` CHARACTER SET gbk", "CREATE DATABASE mysql_relay", "USE `s-1`");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        mysql.close();
    }

    @Test
    void onlyCapturedBaseTablesAreListed() throws SQLException {
        run(
                "CREATE TABLE `s-1`.`t``1` (a INT)",
                "CREATE TABLE `s-1`.u (a INT)",
                "CREATE VIEW `s-1`.v AS SELECT 1",
                "CREATE TABLE mysql_relay.state (a INT)");
        assertThat(TableCatalog.tables(
                        connection, t -> !t.table().equals("u") && t.database().startsWith("s")))
                .contains(new TableName("s-1", "t`1"))
                .doesNotContain(new TableName("s-1", "u"), new TableName("s-1", "v"));
        assertThat(TableCatalog.tables(connection, t -> true))
                .extracting(TableName::database)
                .isSubsetOf("s-1", "o");
    }

    @Test
    void theShapeHasEveryColumn() throws SQLException {
        run("CREATE TABLE `s-1`.c (id INT UNSIGNED ZEROFILL, d DATETIME(3) DEFAULT NOW(3), v VARCHAR(9), b BIT(7),"
                + " e ENUM('x','it''s','é') CHARACTER SET latin1, g INT AS (id + 1) VIRTUAL, n DECIMAL(20,4),"
                + " bin BINARY(4), j JSON, f DATE, PRIMARY KEY (v, id))");
        TableShape shape = TableShapeReader.read(connection, new TableName("s-1", "c"));
        boolean widths = !Versions.read(connection).atLeast(8, 0, 19);
        assertThat(shape.columns())
                .containsExactly(
                        new Column("id", "INT", 10, 0, true, null, List.of(), false),
                        new Column("d", "DATETIME", 3, 3, false, null, List.of(), false),
                        new Column("v", "VARCHAR", 9, 0, false, "gbk", List.of(), false),
                        new Column("b", "BIT", 7, 0, false, null, List.of(), false),
                        new Column("e", "ENUM", -1, 0, false, "latin1", List.of("x", "it's", "é"), false),
                        new Column("g", "INT", widths ? 11 : -1, 0, false, null, List.of(), true),
                        new Column("n", "DECIMAL", 20, 4, false, null, List.of(), false),
                        new Column("bin", "BINARY", 4, 0, false, null, List.of(), false),
                        new Column("j", "JSON", -1, 0, false, null, List.of(), false),
                        new Column("f", "DATE", -1, 0, false, null, List.of(), false));
    }

    @Test
    void keysTellWhatIdentifiesARow() throws SQLException {
        run("CREATE TABLE `s-1`.k (a INT NOT NULL, b VARCHAR(9) NOT NULL, c INT, UNIQUE w (b, a), UNIQUE p (b(2)),"
                + " UNIQUE n (c), KEY (a))");
        List<TableKey> keys = TableKeys.read(connection, new TableName("s-1", "k"));
        assertThat(keys).extracting(TableKey::name).containsExactlyInAnyOrder("w", "p", "n");
        assertThat(keys)
                .filteredOn(TableKey::identifiesRows)
                .extracting(TableKey::name)
                .containsExactly("w");
    }

    @Test
    void createStatementsAreThoseOfADefaultSession() throws SQLException {
        run("CREATE TABLE `s-1`.q (`a b` VARCHAR(9) DEFAULT 'it''s \\\\' COMMENT 'é中')");
        CreateStatements create = new CreateStatements(connection);
        assertThat(create.table(new TableName("s-1", "q")).orElseThrow())
                .startsWith("CREATE TABLE `q` (\n  `a b` varchar(9)")
                .contains("DEFAULT 'it''s \\\\'", "COMMENT 'é中'");
        assertThat(create.database("s-1")).startsWith("CREATE DATABASE `s-1` /*!40100 DEFAULT CHARACTER SET gbk");
        assertThat(create.table(new TableName("s-1", "none"))).isEmpty();
        assertThatThrownBy(() -> create.database("none")).hasMessageContaining("RELAY-2105");
    }

    @Test
    void foreignKeysThatActOnACapturedTableFromOutsideAreRefusedByName() throws SQLException {
        run(
                "CREATE TABLE `s-1`.parent (a INT PRIMARY KEY)",
                "CREATE TABLE `s-1`.child (a INT, b INT, CONSTRAINT quiet FOREIGN KEY (a) REFERENCES parent (a),"
                        + " CONSTRAINT acts FOREIGN KEY (b) REFERENCES parent (a) ON DELETE SET NULL)");
        ForeignKeys.refuseActionsFromOutside(connection, t -> true);
        ForeignKeys.refuseActionsFromOutside(connection, t -> t.table().equals("parent"));
        assertThatThrownBy(() -> ForeignKeys.refuseActionsFromOutside(
                        connection, t -> t.table().equals("child")))
                .hasMessageContaining("RELAY-2106")
                .hasMessageContaining("s-1.child.acts (ON DELETE SET NULL ON UPDATE")
                .hasMessageNotContaining("quiet");
    }

    @Test
    void tablesConnectedByForeignKeysOfWhichOneActsAreOneGroup() throws SQLException {
        run(
                "CREATE DATABASE fk",
                "CREATE TABLE fk.d (a INT PRIMARY KEY)",
                "CREATE TABLE fk.b (a INT PRIMARY KEY, FOREIGN KEY (a) REFERENCES d (a) ON UPDATE CASCADE)",
                "CREATE TABLE fk.e (a INT PRIMARY KEY, FOREIGN KEY (a) REFERENCES b (a))",
                "CREATE TABLE fk.c (a INT PRIMARY KEY)",
                "CREATE TABLE fk.a (a INT PRIMARY KEY, FOREIGN KEY (a) REFERENCES c (a))",
                "CREATE TABLE fk.f (a INT PRIMARY KEY, up INT, FOREIGN KEY (up) REFERENCES f (a) ON DELETE CASCADE)");
        List<TableName> tables =
                TableCatalog.tables(connection, t -> t.database().equals("fk"));
        assertThat(ForeignKeys.groups(connection, tables))
                .extracting(g -> g.tables().stream().map(TableName::table).toList() + " " + g.together())
                .containsExactly("[a] false", "[b, d, e] true", "[c] false", "[f] true");
    }

    @Test
    void objectsAreListedInTheOrderInWhichTheyCanBeMade() throws SQLException {
        run(
                "CREATE DATABASE o",
                "CREATE TABLE o.t (a INT)",
                "CREATE VIEW o.v AS SELECT 1",
                "CREATE TRIGGER o.second BEFORE INSERT ON o.t FOR EACH ROW SET NEW.a = 1",
                "CREATE TRIGGER o.first BEFORE INSERT ON o.t FOR EACH ROW PRECEDES second SET NEW.a = 2",
                "CREATE PROCEDURE o.p() SELECT 1",
                "CREATE FUNCTION o.f() RETURNS INT DETERMINISTIC RETURN 1",
                "CREATE EVENT o.e ON SCHEDULE EVERY 1 DAY DO SELECT 1");
        assertThat(ObjectCatalog.read(connection))
                .extracting(StoredObject::toString)
                .containsSubsequence(
                        "function `o`.`f`",
                        "procedure `o`.`p`",
                        "view `o`.`v`",
                        "trigger `o`.`first`",
                        "trigger `o`.`second`",
                        "event `o`.`e`");
    }

    @Test
    void definitionsAreReadInTheCharacterSetOfTheSessionThatMadeThem() throws SQLException {
        run(
                "CREATE DATABASE od",
                "SET NAMES gbk",
                "CREATE FUNCTION od.f() RETURNS INT DETERMINISTIC RETURN LENGTH('a')",
                "SET NAMES utf8mb4");
        StoredObject function = new StoredObject(ObjectKind.FUNCTION, new TableName("od", "f"), null);
        try (ObjectDefinitions definitions = new ObjectDefinitions(connection)) {
            ObjectDefinition definition = definitions.read(function).orElseThrow();
            assertThat(definition.charset()).isEqualTo("gbk");
            assertThat(definition.session()).containsEntry("collation_connection", "gbk_chinese_ci");
            assertThat(new String(definition.statement(), StandardCharsets.US_ASCII))
                    .contains("RETURN LENGTH('a')");
            StoredObject none = new StoredObject(ObjectKind.EVENT, new TableName("od", "none"), null);
            assertThat(definitions.read(none)).isEmpty();
        }
    }

    @Test
    void thePositionMovesWithEveryTransaction() throws SQLException {
        run("CREATE TABLE IF NOT EXISTS `s-1`.pos (a INT)");
        var before = ServerPosition.read(connection);
        run("INSERT INTO `s-1`.pos VALUES (1)");
        var after = ServerPosition.read(connection);
        assertThat(after.gtids().containsAll(before.gtids())).isTrue();
        assertThat(after.gtids()).isNotEqualTo(before.gtids());
        assertThat(after.binlog()).isGreaterThan(before.binlog());
    }

    @Test
    void aServerWithoutBinlogOrGtidsIsTold() throws SQLException {
        try (MySqlServer silent = MySqlServer.builder().withoutBinlog().start();
                Connection to = new SourceConnections(TestServers.of(silent)).open()) {
            assertThatThrownBy(() -> ServerPosition.read(to)).hasMessageContaining("RELAY-2101");
        }
        try (MySqlServer plain = MySqlServer.builder().withoutGtid().start();
                Connection to = new SourceConnections(TestServers.of(plain)).open();
                Statement statement = to.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            row.next();
            assertThat(ServerPosition.read(to).gtids()).isNull();
            assertThat(ServerPosition.read(to).binlog().file()).isEqualTo(row.getString(1));
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
