package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.SQLObject;
import com.alibaba.druid.sql.ast.expr.SQLBinaryOpExpr;
import com.alibaba.druid.sql.ast.expr.SQLBinaryOpExprGroup;
import com.alibaba.druid.sql.ast.expr.SQLInListExpr;
import com.alibaba.druid.sql.ast.expr.SQLListExpr;
import com.alibaba.druid.sql.ast.expr.SQLMethodInvokeExpr;
import com.alibaba.druid.sql.ast.expr.SQLNotExpr;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlSelectQueryBlock;
import com.alibaba.druid.sql.dialect.mysql.visitor.MySqlASTVisitorAdapter;
import io.mysqlrelay.testkit.adb.model.AdbError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/** Limits of a query: "IN list <= 2000 values; WHERE items <= 256; row-value IN is [?]; columns per query 1024". */
final class Conditions extends MySqlASTVisitorAdapter {
    static final int IN_LIST = 2_000;
    static final int ITEMS = 256;

    /** There are no locks; to answer as if there were would deceive who relies on them. */
    private static final Set<String> LOCKS =
            Set.of("GET_LOCK", "RELEASE_LOCK", "RELEASE_ALL_LOCKS", "IS_FREE_LOCK", "IS_USED_LOCK");

    static void check(SQLObject statement) {
        statement.accept(new Conditions());
    }

    @Override
    public boolean visit(SQLInListExpr list) {
        if (list.getTargetList().size() > IN_LIST) {
            throw AdbError.refused("IN list exceeds " + IN_LIST + " values");
        }
        if (list.getExpr() instanceof SQLListExpr) {
            throw AdbError.unsupported("row-value IN");
        }
        return true;
    }

    @Override
    public boolean visit(MySqlSelectQueryBlock query) {
        if (query.getSelectList().size() > Names.COLUMNS_PER_QUERY) {
            throw AdbError.refused("more than " + Names.COLUMNS_PER_QUERY + " columns in a query");
        }
        if (query.getWhere() != null) {
            items(query.getWhere());
        }
        return true;
    }

    @Override
    public boolean visit(SQLMethodInvokeExpr function) {
        if (LOCKS.contains(function.getMethodName().toUpperCase(Locale.ROOT))) {
            throw AdbError.unsupported("function " + function.getMethodName());
        }
        return true;
    }

    /** @param where null for none, which is refused: no document shows a change of all rows */
    static void items(SQLExpr where) {
        if (where == null) {
            throw AdbError.unsupported("UPDATE or DELETE without WHERE");
        }
        int items = 0;
        Deque<SQLExpr> open = new ArrayDeque<>();
        open.push(where);
        while (!open.isEmpty()) {
            SQLExpr one = open.pop();
            if (one instanceof SQLBinaryOpExprGroup group && group.getOperator().isLogical()) {
                group.getItems().forEach(open::push);
            } else if (one instanceof SQLBinaryOpExpr pair && pair.getOperator().isLogical()) {
                open.push(pair.getLeft());
                open.push(pair.getRight());
            } else if (one instanceof SQLNotExpr not) {
                open.push(not.getExpr());
            } else {
                items++;
            }
        }
        if (items > ITEMS) {
            throw AdbError.refused("WHERE has more than " + ITEMS + " items");
        }
    }
}
