package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.expr.SQLBooleanExpr;
import com.alibaba.druid.sql.ast.expr.SQLCharExpr;
import com.alibaba.druid.sql.ast.expr.SQLIntegerExpr;
import com.alibaba.druid.sql.ast.expr.SQLMethodInvokeExpr;
import com.alibaba.druid.sql.ast.expr.SQLNullExpr;
import com.alibaba.druid.sql.ast.expr.SQLNumberExpr;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.AdbType;

/** "DEFAULT: constant or CURRENT_TIMESTAMP only; omitted = NULL." */
final class Defaults {
    /** "Column default: <= 127 characters". */
    private static final int LENGTH = 127;

    private Defaults() {}

    /** Without a precision: {@code CURRENT_TIMESTAMP(n)} is in no document. */
    static boolean isNow(SQLExpr given, AdbType type) {
        if (given == null || given instanceof SQLMethodInvokeExpr) {
            return false;
        }
        boolean now = given.toString().equalsIgnoreCase("CURRENT_TIMESTAMP") && !(given instanceof SQLCharExpr);
        if (now && type.kind() != AdbType.Kind.DATETIME && type.kind() != AdbType.Kind.TIMESTAMP) {
            throw AdbError.refused("invalid default value, CURRENT_TIMESTAMP for type " + type.text());
        }
        return now;
    }

    /** @return null for none and for NULL */
    static String constant(SQLExpr given, String column, AdbType type) {
        if (given == null || given instanceof SQLNullExpr) {
            return null;
        }
        String text = text(given, column);
        boolean fits = type.kind() != AdbType.Kind.JSON
                && type.kind() != AdbType.Kind.BINARY
                && type.kind() != AdbType.Kind.POINT
                && text.length() <= LENGTH
                && !(type.kind().isDated() && Dates.isIllegalDate(text))
                && !(type.kind() == AdbType.Kind.TIME && Dates.isIllegalTime(text));
        if (!fits) {
            throw AdbError.refused("invalid default value, col=" + column);
        }
        return text;
    }

    private static String text(SQLExpr given, String column) {
        if (given instanceof SQLCharExpr text) {
            return text.getText();
        }
        if (given instanceof SQLIntegerExpr || given instanceof SQLNumberExpr) {
            return given.toString();
        }
        if (given instanceof SQLBooleanExpr truth) {
            return truth.getBooleanValue() ? "1" : "0";
        }
        throw AdbError.refused("default value must be a constant or CURRENT_TIMESTAMP, col=" + column);
    }
}
