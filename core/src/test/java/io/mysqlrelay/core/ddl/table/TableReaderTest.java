package io.mysqlrelay.core.ddl.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.ddl.SqlModes;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableReaderTest {
    private static final int VERSION = 80033;

    private static TableDefinition table(String sql) {
        return TableReader.read(sql, SqlModes.DEFAULT, VERSION).orElseThrow();
    }

    private static ColumnDefinition column(String definition) {
        return table("CREATE TABLE t (" + definition + ")").columns().get(0);
    }

    private static List<AlterClause> alter(String clauses) {
        return AlterClauses.read("ALTER TABLE `db`.`t` " + clauses, SqlModes.DEFAULT, VERSION);
    }

    @Test
    void readsWhatShowCreateTablePrints() {
        TableDefinition table = table("""
                CREATE TABLE `o` (
                  `id` bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'the ''id''',
                  `state` enum('a','b,c') CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'a',
                  `price` decimal(12,4) DEFAULT '0.0000',
                  `at` timestamp(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
                  `sum` int GENERATED ALWAYS AS ((`price` + 1)) VIRTUAL,
                  PRIMARY KEY (`id`),
                  UNIQUE KEY `u` (`state`,`price`),
                  KEY `k` (`state`(3)),
                  KEY `e` ((lower(`state`))),
                  CONSTRAINT `f` FOREIGN KEY (`state`) REFERENCES `p` (`x`) ON DELETE CASCADE,
                  CONSTRAINT `c` CHECK ((`price` > 0))
                ) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COMMENT='orders, all'
                /*!50100 PARTITION BY HASH (`id`) PARTITIONS 4 */""");
        assertThat(table.columns())
                .extracting(ColumnDefinition::name)
                .containsExactly("id", "state", "price", "at", "sum");
        assertThat(table.columns().get(0).unsigned()).isTrue();
        assertThat(table.columns().get(0).autoIncrement()).isTrue();
        assertThat(table.columns().get(0).comment()).isEqualTo("the 'id'");
        assertThat(table.columns().get(1).type()).isEqualTo("enum");
        assertThat(table.columns().get(1).byDefault()).isEqualTo(new DefaultValue(DefaultValue.Kind.TEXT, "a"));
        assertThat(table.columns().get(2).sizes()).containsExactly(12, 4);
        assertThat(table.columns().get(3).byDefault().kind()).isEqualTo(DefaultValue.Kind.NOW);
        assertThat(table.columns().get(3).sizes()).containsExactly(6);
        assertThat(table.columns().get(4).generated()).isTrue();
        assertThat(table.keys())
                .extracting(k -> k.kind().name() + k.name() + k.whole())
                .containsExactly("PRIMARYtrue", "UNIQUEutrue", "INDEXkfalse", "INDEXefalse");
        assertThat(table.foreignKeys()).isEqualTo(1);
        assertThat(table.checks()).isEqualTo(1);
        assertThat(table.comment()).isEqualTo("orders, all");
        assertThat(table.partitioned()).isTrue();
        assertThat(table.identity().orElseThrow().kind()).isEqualTo(KeyDefinition.Kind.PRIMARY);
    }

    @Test
    void aUniqueKeyOverNotNullColumnsIsAnIdentityWithoutAPrimaryKey() {
        assertThat(table("create table t (a int, b int not null, unique (a), unique k (b))")
                        .identity()
                        .orElseThrow()
                        .name())
                .isEqualTo("k");
        assertThat(table("create table t (a int, b text not null, unique (b(10)))")
                        .identity())
                .isEmpty();
        assertThat(table("create table t (a int unique)").identity()).isEmpty();
        assertThat(table("create table t (a serial)").identity()).isPresent();
    }

    @Test
    void typesAreNamedAsTheServerNamesThem() {
        assertThat(column("a BOOL").type() + column("a BOOL").sizes()).isEqualTo("tinyint[1]");
        assertThat(column("a INTEGER UNSIGNED").type()).isEqualTo("int");
        assertThat(column("a NUMERIC(5)").type()).isEqualTo("decimal");
        assertThat(column("a DOUBLE PRECISION NOT NULL").type()).isEqualTo("double");
        assertThat(column("a CHARACTER VARYING(20)").type()).isEqualTo("varchar");
        assertThat(column("a NATIONAL CHAR VARYING(20)").type()).isEqualTo("varchar");
        assertThat(column("a LONG VARBINARY").type()).isEqualTo("mediumblob");
        assertThat(column("a CHAR(3) BYTE").type()).isEqualTo("binary");
        assertThat(column("a GEOMCOLLECTION SRID 0").type()).isEqualTo("geometrycollection");
        assertThat(column("comment text comment 'x'").name()).isEqualTo("comment");
    }

    @Test
    void defaultsAreToldApart() {
        assertThat(column("a int default -5").byDefault().text()).isEqualTo("-5");
        assertThat(column("a int default null").byDefault().kind()).isEqualTo(DefaultValue.Kind.NULL);
        assertThat(column("a bit(4) default b'0101'").byDefault().kind()).isEqualTo(DefaultValue.Kind.BITS);
        assertThat(column("a varchar(9) default 'it\\'s' not null").byDefault().text())
                .isEqualTo("it's");
        assertThat(column("a varchar(9) default 'it\\'s' not null").notNull()).isTrue();
        assertThat(column("a char(36) default (uuid())").byDefault().text()).isEqualTo("(uuid())");
        assertThat(column("a datetime default now() on update now()")
                        .byDefault()
                        .kind())
                .isEqualTo(DefaultValue.Kind.NOW);
    }

    @Test
    void clausesComeInTheirOrder() {
        List<AlterClause> clauses = alter("ADD COLUMN `a` INT NOT NULL DEFAULT 1 COMMENT 'x' AFTER `b`, DROP c,"
                + " MODIFY `d` varchar(20) FIRST, CHANGE COLUMN e f bigint, RENAME COLUMN g TO h,"
                + " ALTER COLUMN i SET DEFAULT 7, ALTER j DROP DEFAULT, ADD INDEX k (l) COMMENT 'index', DROP PRIMARY KEY,"
                + " ADD PRIMARY KEY (m, n), RENAME TO o, ENGINE=InnoDB COMMENT='tab', ALGORITHM=INPLACE");
        assertThat(clauses)
                .extracting(c -> c.getClass().getSimpleName())
                .containsExactly(
                        "AddColumn",
                        "DropColumn",
                        "ModifyColumn",
                        "ChangeColumn",
                        "RenameColumn",
                        "SetDefault",
                        "SetDefault",
                        "AddKey",
                        "DropPrimaryKey",
                        "AddKey",
                        "RenameTable",
                        "Other",
                        "Comment",
                        "Other");
        assertThat(((AlterClause.AddColumn) clauses.get(0)).column().comment()).isEqualTo("x");
        assertThat(((AlterClause.Comment) clauses.get(12)).text()).isEqualTo("tab");
        assertThat(((AlterClause.RenameTable) clauses.get(10)).to()).isEqualTo("o");
    }

    @Test
    void severalColumnsInParenthesesAreSeveralClauses() {
        assertThat(alter("ADD (a int, b varchar(10) default 'x,)', index (a)), ADD c int"))
                .extracting(c -> c.getClass().getSimpleName())
                .containsExactly("AddColumn", "AddColumn", "AddKey", "AddColumn");
    }

    @Test
    void commasOfAnOrderDoNotEndIt() {
        assertThat(alter("ORDER BY n DESC, v")).containsExactly(new AlterClause.Other("ORDER BY"));
        assertThat(alter("ORDER BY a, b ASC, ADD COLUMN c int, COMMENT 'x'"))
                .extracting(c -> c.getClass().getSimpleName())
                .containsExactly("Other", "AddColumn", "Comment");
    }

    @Test
    void keysThatGoOrAreRenamedAreNamed() {
        assertThat(alter("DROP KEY a, DROP INDEX `b c`, RENAME INDEX d TO e, DROP CONSTRAINT f, DROP FOREIGN KEY g"))
                .containsExactly(
                        new AlterClause.DropKey("a"),
                        new AlterClause.DropKey("b c"),
                        new AlterClause.RenameKey("d", "e"),
                        new AlterClause.DropKey("f"),
                        new AlterClause.Other("DROP FOREIGN"));
        assertThat(AlterClauses.read("DROP INDEX `a` ON t", SqlModes.DEFAULT, VERSION))
                .containsExactly(new AlterClause.DropKey("a"));
    }

    @Test
    void aCommentOfAPartitionIsNotTheTables() {
        assertThat(table("CREATE TABLE t (a int primary key) COMMENT 'table' PARTITION BY RANGE (a)"
                                + " (PARTITION p VALUES LESS THAN (5) COMMENT = 'partition')")
                        .comment())
                .isEqualTo("table");
    }

    @Test
    void partitionsThatTakeRowsWithThemAreToldFromOthers() {
        assertThat(alter("DROP PARTITION p0, p1")).containsExactly(new AlterClause.PartitionRows("DROP PARTITION"));
        assertThat(alter("REORGANIZE PARTITION a, b INTO (PARTITION c VALUES IN (1, 2))"))
                .containsExactly(new AlterClause.Other("REORGANIZE"));
        assertThat(alter("TRUNCATE PARTITION ALL"))
                .containsExactly(new AlterClause.PartitionRows("TRUNCATE PARTITION"));
        assertThat(alter("EXCHANGE PARTITION p WITH TABLE x"))
                .containsExactly(new AlterClause.PartitionRows("EXCHANGE PARTITION"));
        assertThat(alter("ADD PARTITION (PARTITION p VALUES LESS THAN (5))"))
                .containsExactly(new AlterClause.Other("ADD PARTITION"));
        assertThat(alter("CONVERT TO CHARACTER SET utf8mb4")).containsExactly(new AlterClause.Convert("utf8mb4"));
        assertThat(alter("CONVERT TO CHARSET latin1 COLLATE latin1_bin, ENGINE=InnoDB"))
                .containsExactly(new AlterClause.Convert("latin1"), new AlterClause.Other("ENGINE"));
        assertThat(alter("CONVERT TO CHARACTER SET DEFAULT COMMENT 'x'"))
                .containsExactly(new AlterClause.Convert(null), new AlterClause.Comment("x"));
    }
}
