package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.SQLName;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.expr.SQLCharExpr;
import com.alibaba.druid.sql.ast.statement.SQLShowColumnsStatement;
import com.alibaba.druid.sql.ast.statement.SQLShowCreateTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLShowDatabasesStatement;
import com.alibaba.druid.sql.ast.statement.SQLShowIndexesStatement;
import com.alibaba.druid.sql.ast.statement.SQLShowTablesStatement;
import com.alibaba.druid.sql.ast.statement.SQLShowVariantsStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlExplainStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlShowProcessListStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlShowWarningsStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.MetadataViews;
import io.mysqlrelay.testkit.adb.model.ShowCreate;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.model.TableName;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.Literal;

/** SHOW, DESCRIBE and EXPLAIN, as queries of the views that describe the cluster. */
final class Shows {
    private final Cluster cluster;
    private final String database;

    Shows(Cluster cluster, String database) {
        this.cluster = cluster;
        this.database = database;
    }

    Plan plan(String sql) {
        SQLStatement statement = Grammar.one(sql);
        if (statement instanceof SQLShowCreateTableStatement show) {
            return Plan.read(create(show.getName(), sql));
        }
        if (statement instanceof SQLShowColumnsStatement show && show.getWhere() == null) {
            return Plan.read(columns(table(show.getTable(), show.getDatabase()), show.isFull(), show.getLike()));
        }
        if (statement instanceof MySqlExplainStatement explain) {
            return Plan.read(
                    explain.isDescribe()
                            ? columns(table(explain.getTableName(), null), false, null)
                            : Queries.rewritten(sql));
        }
        if (statement instanceof SQLShowIndexesStatement show && show.getWhere() == null) {
            return Plan.read(indexes(table((SQLName) show.getTable().getExpr(), show.getDatabase())));
        }
        if (statement instanceof SQLShowTablesStatement show && show.getWhere() == null) {
            return Plan.read(tables(show));
        }
        if (statement instanceof SQLShowDatabasesStatement show && show.getWhere() == null) {
            return Plan.read("SELECT SCHEMA_NAME AS `Database` FROM " + view("SCHEMATA") + " WHERE TRUE"
                    + like("SCHEMA_NAME", show.getLike()) + " ORDER BY 1");
        }
        if (statement instanceof MySqlShowProcessListStatement show) {
            String info = show.isFull() ? "INFO" : "LEFT(INFO, 100)";
            return Plan.read(
                    "SELECT ID AS Id, PROCESS_ID AS ProcessId, USER AS User, HOST AS Host, DB AS DB, COMMAND AS Command, TIME AS Time,"
                            + " STATE AS State, " + info + " AS Info FROM " + view("PROCESSLIST") + " ORDER BY 1");
        }
        if (statement instanceof SQLShowVariantsStatement || statement instanceof MySqlShowWarningsStatement) {
            return Plan.read(sql);
        }
        throw AdbError.unsupported("this form of SHOW");
    }

    private String create(SQLName name, String sql) {
        TableFacts table = cluster.catalog().table(Grammar.table(name, database));
        // Else a view, or nothing.
        return table == null
                ? sql
                : "SELECT " + Literal.quote(table.name().table()) + " AS `Table`, "
                        + Literal.quote(ShowCreate.text(table)) + " AS `Create Table`";
    }

    private static String columns(TableName table, boolean full, SQLExpr like) {
        return "SELECT COLUMN_NAME AS `Field`, COLUMN_TYPE AS `Type`, "
                + (full ? "COLLATION_NAME AS `Collation`, " : "")
                + "IS_NULLABLE AS `Null`, COLUMN_KEY AS `Key`, COLUMN_DEFAULT AS `Default`, EXTRA AS `Extra`"
                + (full ? ", `PRIVILEGES` AS `Privileges`, COLUMN_COMMENT AS `Comment`" : "")
                + " FROM " + view("COLUMNS") + where(table) + like("COLUMN_NAME", like) + " ORDER BY ORDINAL_POSITION";
    }

    private static String indexes(TableName table) {
        return "SELECT TABLE_NAME AS `Table`, NON_UNIQUE AS `Non_unique`, INDEX_NAME AS `Key_name`,"
                + " SEQ_IN_INDEX AS `Seq_in_index`, COLUMN_NAME AS `Column_name`, `COLLATION` AS `Collation`,"
                + " CARDINALITY AS `Cardinality`, SUB_PART AS `Sub_part`, PACKED AS `Packed`, NULLABLE AS `Null`,"
                + " INDEX_TYPE AS `Index_type`, COMMENT AS `Comment`, INDEX_COMMENT AS `Index_comment` FROM "
                + view("STATISTICS") + where(table) + " ORDER BY SEQ_IN_INDEX";
    }

    private String tables(SQLShowTablesStatement show) {
        String shown = show.getDatabase() == null ? database : Grammar.name(show.getDatabase());
        if (shown.isEmpty()) {
            throw AdbError.refused("No database selected");
        }
        return "SELECT TABLE_NAME AS " + Literal.name("Tables_in_" + shown)
                + (show.isFull() ? ", TABLE_TYPE AS `Table_type`" : "")
                + " FROM " + view("TABLES") + " WHERE TABLE_SCHEMA = " + Literal.quote(shown)
                + like("TABLE_NAME", show.getLike()) + " ORDER BY 1";
    }

    private TableName table(SQLName name, SQLName inDatabase) {
        return Grammar.table(name, inDatabase == null ? database : Grammar.name(inDatabase));
    }

    private static String where(TableName table) {
        return " WHERE TABLE_SCHEMA = " + Literal.quote(table.database()) + " AND TABLE_NAME = "
                + Literal.quote(table.table());
    }

    private static String like(String column, SQLExpr pattern) {
        if (pattern == null) {
            return "";
        }
        if (!(pattern instanceof SQLCharExpr text)) {
            throw AdbError.refused("syntax error, LIKE wants a string");
        }
        // The pattern's own backslashes have been read as a string's by the parser, or were doubled.
        return " AND " + column + " LIKE " + Literal.quote(text.getText());
    }

    private static String view(String name) {
        return MetadataViews.QUOTED + "." + name;
    }
}
