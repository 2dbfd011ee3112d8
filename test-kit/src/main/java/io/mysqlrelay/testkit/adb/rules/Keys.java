package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.expr.SQLMethodInvokeExpr;
import com.alibaba.druid.sql.ast.statement.SQLColumnConstraint;
import com.alibaba.druid.sql.ast.statement.SQLColumnPrimaryKey;
import com.alibaba.druid.sql.ast.statement.SQLSelectOrderByItem;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.AdbType;
import io.mysqlrelay.testkit.adb.model.ColumnFacts;
import io.mysqlrelay.testkit.adb.model.TableProperties.Index;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rules for keys and indexes. */
final class Keys {
    private Keys() {}

    static boolean isInline(SQLColumnConstraint constraint) {
        return constraint instanceof SQLColumnPrimaryKey;
    }

    /** The columns of a key or index: existing, whole and none twice. */
    static List<String> columns(List<SQLSelectOrderByItem> items, List<ColumnFacts> columns) {
        List<String> names = new ArrayList<>();
        for (SQLSelectOrderByItem item : items) {
            SQLExpr expression = item.getExpr();
            if (expression instanceof SQLMethodInvokeExpr prefix) {
                throw AdbError.unsupported("prefix of index column " + prefix.getMethodName());
            }
            names.add(find(Grammar.name(expression), columns).name());
        }
        if (names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count() < names.size()) {
            throw AdbError.refused("duplicate column in a key");
        }
        return names;
    }

    static ColumnFacts find(String name, List<ColumnFacts> columns) {
        return columns.stream()
                .filter(column -> column.isNamed(name))
                .findFirst()
                .orElseThrow(() -> AdbError.refused("column not exist => " + name));
    }

    static void primary(List<String> names, List<ColumnFacts> columns) {
        for (String name : names) {
            AdbType.Kind kind = find(name, columns).type().kind();
            if (kind == AdbType.Kind.JSON || kind == AdbType.Kind.POINT) {
                throw AdbError.unsupported("primary key column " + name + " of type " + kind);
            }
        }
    }

    /** "No unique, multi-column, prefix or spatial index". */
    static Index index(String kind, String name, List<String> columns) {
        String known = kind == null ? "" : kind.toUpperCase(Locale.ROOT);
        if (!known.isEmpty() && !known.equals("FULLTEXT")) {
            throw AdbError.unsupported(known + " index");
        }
        if (columns.size() != 1) {
            throw AdbError.unsupported("index of several columns");
        }
        String given = name == null ? columns.get(0) + "_0_idx" : Names.index(name);
        return new Index(known.isEmpty() ? "KEY" : "FULLTEXT INDEX", given, columns);
    }
}
