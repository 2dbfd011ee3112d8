package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateDatabaseStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateViewStatement;
import com.alibaba.druid.sql.ast.statement.SQLDropDatabaseStatement;
import com.alibaba.druid.sql.ast.statement.SQLDropTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLDropViewStatement;
import com.alibaba.druid.sql.ast.statement.SQLExprTableSource;
import com.alibaba.druid.sql.ast.statement.SQLTruncateStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlCreateTableStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlRenameTableStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.BackingTable;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.model.TableName;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.Literal;
import io.mysqlrelay.testkit.adb.sql.Words;
import java.util.List;

/** CREATE, ALTER, DROP and TRUNCATE. */
final class Definitions {
    private final Cluster cluster;
    private final String database;

    Definitions(Cluster cluster, String database) {
        this.cluster = cluster;
        this.database = database;
    }

    Plan plan(String sql) {
        SQLStatement statement = Grammar.one(sql);
        if (statement instanceof SQLTruncateStatement truncate) {
            TableName name = one(truncate.getTableSources());
            return Plan.truncate(
                    "TRUNCATE TABLE " + cluster.catalog().existing(name).name().quoted());
        }
        return Plan.ddl(ddl(statement, sql));
    }

    private String ddl(SQLStatement statement, String sql) {
        if (statement instanceof MySqlCreateTableStatement create) {
            TableFacts table = CreateTable.read(create, database);
            return new BackingTable(cluster.dialect(), table).create(create.isIfNotExists());
        }
        if (statement instanceof SQLAlterTableStatement alter) {
            TableFacts table = cluster.catalog().existing(Grammar.table(alter.getName(), database));
            return new AlterTable(table, cluster.dialect(), cluster.widening()).read(alter, sql);
        }
        if (statement instanceof MySqlRenameTableStatement rename) {
            return rename(rename, sql);
        }
        if (statement instanceof SQLDropTableStatement drop) {
            return drop(drop);
        }
        if (statement instanceof SQLCreateDatabaseStatement create) {
            // "CHARACTER SET and COLLATE of CREATE DATABASE are ignored."
            return "CREATE DATABASE " + (create.isIfNotExists() ? "IF NOT EXISTS " : "")
                    + Literal.name(Names.database(Grammar.name(create.getName())));
        }
        if (statement instanceof SQLDropDatabaseStatement drop) {
            return dropDatabase(drop);
        }
        if (statement instanceof SQLCreateViewStatement view) {
            return view(view, sql);
        }
        if (statement instanceof SQLDropViewStatement view) {
            one(view.getTableSources());
            return Queries.rewritten(sql);
        }
        // "TEMPORARY table, TRIGGER, EVENT, PROCEDURE: unsupported"; "{@code DROP INDEX} statement is unsupported".
        throw AdbError.unsupported(
                "statement " + statement.getClass().getSimpleName().replaceAll("MySql|SQL|Statement", ""));
    }

    /** "CREATE [OR REPLACE] [SQL SECURITY { DEFINER | INVOKER }] VIEW view_name AS select_statement". */
    private String view(SQLCreateViewStatement view, String sql) {
        boolean more = view.getAlgorithm() != null
                || view.getDefiner() != null
                || view.isIfNotExists()
                || !view.getColumns().isEmpty()
                || view.isWithCheckOption()
                || view.isWithCascaded()
                || view.isWithLocal();
        if (more) {
            throw AdbError.unsupported("this form of CREATE VIEW");
        }
        Names.table(Grammar.table(view.getName(), database).table());
        return Queries.rewritten(sql);
    }

    private String drop(SQLDropTableStatement drop) {
        if (drop.isTemporary() || drop.isCascade() || drop.isRestrict()) {
            throw AdbError.unsupported("this form of DROP TABLE");
        }
        TableName name = one(drop.getTableSources());
        if (!drop.isIfExists()) {
            cluster.catalog().existing(name);
        }
        return "DROP TABLE " + (drop.isIfExists() ? "IF EXISTS " : "") + name.quoted();
    }

    /** "ADB wants its tables dropped first". */
    private String dropDatabase(SQLDropDatabaseStatement drop) {
        String name = Statements.visible(Grammar.name(drop.getDatabase()));
        if (cluster.catalog().tables(name) > 0) {
            throw AdbError.refused("database is not empty, drop its tables first => " + name);
        }
        return "DROP DATABASE " + (drop.isIfExists() ? "IF EXISTS " : "") + Literal.name(name);
    }

    /** "RENAME TABLE a TO b, c TO d: one {@code ALTER TABLE a RENAME b} per pair"; "across databases [?] -> error". */
    private String rename(MySqlRenameTableStatement rename, String sql) {
        if (!new Words(sql).next().is("ALTER")) {
            throw AdbError.unsupported("RENAME TABLE");
        }
        TableName from = Grammar.table(rename.getItems().get(0).getName(), database);
        // Where a bare name belongs when the session's database is another one is in no document.
        TableName to = Grammar.table(rename.getItems().get(0).getTo(), database);
        if (!from.database().equals(to.database())) {
            throw AdbError.unsupported("rename across databases");
        }
        Names.table(to.table());
        return new BackingTable(cluster.dialect(), cluster.catalog().existing(from)).alter("RENAME TO " + to.quoted());
    }

    private TableName one(List<SQLExprTableSource> sources) {
        if (sources.size() != 1) {
            throw AdbError.unsupported("several tables in a statement");
        }
        return Grammar.table(sources.get(0).getExpr(), database);
    }
}
