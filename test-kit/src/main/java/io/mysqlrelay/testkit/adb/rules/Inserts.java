package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.statement.SQLAssignItem;
import com.alibaba.druid.sql.ast.statement.SQLReplaceStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlInsertStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.ColumnFacts;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.Literal;
import io.mysqlrelay.testkit.adb.sql.ValueRows;
import io.mysqlrelay.testkit.adb.sql.Word;
import io.mysqlrelay.testkit.adb.sql.Words;
import io.mysqlrelay.testkit.adb.wire.Relay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** INSERT and REPLACE. */
final class Inserts {
    private final Cluster cluster;
    private final String database;

    Inserts(Cluster cluster, String database) {
        this.cluster = cluster;
        this.database = database;
    }

    Plan plan(String sql) {
        InsertText text = InsertText.read(sql);
        SQLStatement statement = text.parsed();
        if (statement instanceof SQLReplaceStatement replace) {
            refuse(replace.isDelayed() || replace.isLowPriority() || isPartitioned(replace.getPartitions()));
            TableFacts table = cluster.catalog().existing(Grammar.table(replace.getTableName(), database));
            ValueRows rows = text.rows();
            List<ColumnFacts> columns = columns(replace.getColumns(), table);
            String checked = checked(sql, rows, columns, table);
            return Plan.write(checked, half(checked, text), rows == null ? Relay.AS_COUNTED : rows.count());
        }
        return insert((MySqlInsertStatement) statement, text);
    }

    private Plan insert(MySqlInsertStatement insert, InsertText text) {
        refuse(insert.isDelayed()
                || insert.isLowPriority()
                || insert.isHighPriority()
                || insert.isOverwrite()
                || isPartitioned(insert.getPartitions()));
        TableFacts table = cluster.catalog().existing(Grammar.table(insert.getTableName(), database));
        String sql = text.sql();
        String checked = checked(sql, text.rows(), columns(insert.getColumns(), table), table);
        String bare = InsertText.withoutIgnore(checked);
        if (!insert.getDuplicateKeyUpdate().isEmpty()) {
            insert.getDuplicateKeyUpdate().forEach(item -> duplicate(item, table));
            // "Always 1 affected row".
            return Plan.write(bare, rows -> null, 1);
        }
        return Plan.write(
                ignoring(bare, table),
                rows -> {
                    String half = half(bare, text).apply(rows);
                    return half == null ? null : ignoring(half, table);
                },
                Relay.AS_COUNTED);
    }

    /** "{@code INSERT INTO} never fails on an existing primary key: ADB silently ignores the row." Other errors stay. */
    private static String ignoring(String sql, TableFacts table) {
        if (table.key().isEmpty()) {
            return sql;
        }
        String key = Literal.name(table.key().get(0));
        return sql + " ON DUPLICATE KEY UPDATE " + table.name().quoted() + "." + key + "="
                + table.name().quoted() + "." + key;
    }

    /** "Only literals or VALUES(c); cannot update the key". */
    private static void duplicate(SQLExpr item, TableFacts table) {
        String[] sides = item.toString().split("=", 2);
        List<Word> target = Words.of(sides[0]);
        List<Word> value = sides.length < 2 ? List.of() : Words.of(sides[1]);
        String column = target.isEmpty()
                ? ""
                : Grammar.name(target.get(target.size() - 1).text());
        if (table.isKey(column)) {
            throw AdbError.refused("primary key column can not be updated => " + column);
        }
        boolean values = value.size() == 4 && value.get(0).is("VALUES");
        if (!values && !Updates.isConstant(value)) {
            throw AdbError.unsupported("expression in ON DUPLICATE KEY UPDATE");
        }
    }

    private static List<ColumnFacts> columns(List<SQLExpr> named, TableFacts table) {
        if (named.isEmpty()) {
            return table.columns();
        }
        // "Columns per query 1024".
        if (named.size() > Names.COLUMNS_PER_QUERY) {
            throw AdbError.refused("more than " + Names.COLUMNS_PER_QUERY + " columns in a query");
        }
        List<ColumnFacts> columns = new ArrayList<>();
        for (SQLExpr name : named) {
            columns.add(Keys.find(Grammar.name(name), table.columns()));
        }
        return columns;
    }

    private String checked(String sql, ValueRows rows, List<ColumnFacts> columns, TableFacts table) {
        return rows == null ? sql : new RowCheck(rows, columns, table, cluster.illegalDatesFail()).run(sql);
    }

    /** "A batch can be half applied." */
    private static Function<ToLongFunction<String>, String> half(String sql, InsertText text) {
        if (text.rows() == null) {
            return counting -> InsertText.halfOfQuery(sql, counting);
        }
        return counting -> {
            ValueRows rows = InsertText.read(sql).rows();
            return rows.count() < 2 ? null : sql.substring(0, rows.end(rows.count() / 2 - 1));
        };
    }

    private static boolean isPartitioned(List<SQLAssignItem> partitions) {
        return partitions != null && !partitions.isEmpty();
    }

    private static void refuse(boolean modified) {
        if (modified) {
            throw AdbError.unsupported("this modifier of INSERT or REPLACE");
        }
    }
}
