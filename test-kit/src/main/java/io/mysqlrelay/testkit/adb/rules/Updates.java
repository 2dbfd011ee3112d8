package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.expr.SQLPropertyExpr;
import com.alibaba.druid.sql.ast.statement.SQLExprTableSource;
import com.alibaba.druid.sql.ast.statement.SQLTableSource;
import com.alibaba.druid.sql.ast.statement.SQLUpdateSetItem;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlDeleteStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlUpdateStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.Word;
import io.mysqlrelay.testkit.adb.wire.Relay;
import java.util.List;

/** UPDATE and DELETE. */
final class Updates {
    private final Cluster cluster;
    private final String database;

    Updates(Cluster cluster, String database) {
        this.cluster = cluster;
        this.database = database;
    }

    /** "{@code UPDATE} cannot touch primary-key columns and needs a table that has a primary key." */
    Plan update(String sql) {
        MySqlUpdateStatement update = Grammar.one(sql, MySqlUpdateStatement.class);
        refuse(update.isIgnore() || update.isLowPriority() || update.getOrderBy() != null || update.getLimit() != null);
        TableFacts table = keyed(update.getTableSource(), "UPDATE");
        for (SQLUpdateSetItem item : update.getItems()) {
            SQLExpr target = item.getColumn();
            String column = Grammar.name(
                    target instanceof SQLPropertyExpr qualified ? qualified.getName() : Grammar.name(target));
            if (table.isKey(column)) {
                throw AdbError.refused("primary key column can not be updated => " + column);
            }
        }
        Conditions.items(update.getWhere());
        Conditions.check(update);
        return Plan.write(sql, rows -> null, Relay.AS_COUNTED);
    }

    /** "{@code DELETE FROM `db`.`t` WHERE `id` IN (..)}", "{@code WHERE `a`=? AND `b`=?}". */
    Plan delete(String sql) {
        MySqlDeleteStatement delete = Grammar.one(sql, MySqlDeleteStatement.class);
        refuse(delete.isIgnore()
                || delete.isLowPriority()
                || delete.isQuick()
                || delete.getOrderBy() != null
                || delete.getLimit() != null
                || delete.getUsing() != null
                || delete.getFrom() != null);
        keyed(delete.getTableSource(), "DELETE");
        Conditions.items(delete.getWhere());
        Conditions.check(delete);
        return Plan.write(sql, rows -> DeleteHalf.of(sql), Relay.AS_COUNTED);
    }

    /** "UPDATE/DELETE on such a table [without a key] by value is [?]; do not rely on it": refused. */
    private TableFacts keyed(SQLTableSource source, String what) {
        if (!(source instanceof SQLExprTableSource one)) {
            throw AdbError.unsupported(what + " of several tables");
        }
        TableFacts table = cluster.catalog().existing(Grammar.table(one.getExpr(), database));
        if (table.key().isEmpty()) {
            throw AdbError.unsupported(what + " of a table without primary key");
        }
        return table;
    }

    static boolean isConstant(List<Word> value) {
        return value.stream()
                .allMatch(word -> word.kind() == Word.Kind.STRING
                        || word.kind() == Word.Kind.NUMBER
                        || word.isSymbol('-')
                        || word.isSymbol('.')
                        || word.is("NULL")
                        || word.is("TRUE")
                        || word.is("FALSE"));
    }

    private static void refuse(boolean modified) {
        if (modified) {
            throw AdbError.unsupported("this form of UPDATE or DELETE");
        }
    }
}
