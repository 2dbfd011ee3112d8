package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLDataType;
import com.alibaba.druid.sql.ast.SQLDataTypeImpl;
import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.expr.SQLIntegerExpr;
import com.alibaba.druid.sql.ast.expr.SQLTextLiteralExpr;
import com.alibaba.druid.sql.ast.statement.SQLCharacterDataType;
import com.alibaba.druid.sql.ast.statement.SQLColumnConstraint;
import com.alibaba.druid.sql.ast.statement.SQLColumnDefinition;
import com.alibaba.druid.sql.ast.statement.SQLNotNullConstraint;
import com.alibaba.druid.sql.ast.statement.SQLNullConstraint;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.AdbType;
import io.mysqlrelay.testkit.adb.model.ColumnFacts;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import java.util.List;
import java.util.Locale;

/** {@code col type [DEFAULT ..] [AUTO_INCREMENT] [NOT NULL | NULL] [PRIMARY KEY] [COMMENT 's']} and nothing else. */
final class Columns {
    private static final int MOST_DIGITS = 38;

    private Columns() {}

    static ColumnFacts of(SQLColumnDefinition column) {
        String name = Names.column(Grammar.name(column.getName()));
        refuseExtras(column, name);
        AdbType type = type(column.getDataType(), name);
        boolean nullable = true;
        for (SQLColumnConstraint constraint : column.getConstraints()) {
            if (constraint instanceof SQLNotNullConstraint) {
                nullable = false;
            } else if (!(constraint instanceof SQLNullConstraint) && !Keys.isInline(constraint)) {
                // "No unique index, no foreign keys enforced, no CHECK."
                throw AdbError.unsupported("constraint of column " + name);
            }
        }
        // "AUTO_INCREMENT: BIGINT only".
        if (column.isAutoIncrement() && type.kind() != AdbType.Kind.BIGINT) {
            throw AdbError.refused("auto_increment column must be bigint, col=" + name);
        }
        SQLExpr given = column.getDefaultExpr();
        boolean now = Defaults.isNow(given, type);
        String constant = now ? null : Defaults.constant(given, name, type);
        String comment = column.getComment() == null ? "" : Names.comment(text(column.getComment()));
        return new ColumnFacts(name, type, nullable, constant, now, column.isAutoIncrement(), comment);
    }

    static String text(SQLExpr literal) {
        if (literal instanceof SQLTextLiteralExpr text) {
            return text.getText();
        }
        throw AdbError.refused("syntax error, a string was expected");
    }

    private static void refuseExtras(SQLColumnDefinition column, String name) {
        // "ON UPDATE CURRENT_TIMESTAMP: not in the grammar"; "no generated columns"; "charset: never".
        refuse(column.getOnUpdate() != null, "ON UPDATE", name);
        refuse(column.getGeneratedAlwaysAs() != null || column.getAsExpr() != null, "generated column", name);
        refuse(column.getCharsetExpr() != null || column.getCollateExpr() != null, "CHARACTER SET or COLLATE", name);
        boolean charset = column.getDataType() instanceof SQLCharacterDataType text
                && (text.getCharSetName() != null || text.getCollate() != null || text.getCharType() != null);
        refuse(charset, "CHARACTER SET or COLLATE", name);
        refuse(column.getStorage() != null || column.getFormat() != null, "STORAGE or COLUMN_FORMAT", name);
    }

    private static void refuse(boolean present, String what, String column) {
        if (present) {
            throw AdbError.unsupported(what + " of column " + column);
        }
    }

    /**
     * "No UNSIGNED, ENUM, SET, BIT, MEDIUMBLOB/LONGBLOB, geometry except POINT"; "{@code DEC} is not accepted"; of
     * aliases: "do not rely on aliases, emit the base types".
     */
    private static AdbType type(SQLDataType type, String column) {
        List<SQLExpr> sizes = type.getArguments();
        if (type instanceof SQLDataTypeImpl signed && (signed.isUnsigned() || signed.isZerofill())) {
            throw AdbError.unsupported("type " + type.getName() + " unsigned of column " + column);
        }
        AdbType.Kind kind;
        try {
            kind = AdbType.Kind.valueOf(type.getName().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw AdbError.unsupported("type " + type.getName() + " of column " + column);
        }
        if (kind == AdbType.Kind.DECIMAL) {
            return decimal(sizes, column);
        }
        boolean sized = kind == AdbType.Kind.VARCHAR ? sizes.size() > 1 : !sizes.isEmpty();
        if (sized) {
            throw AdbError.unsupported("length or precision of type " + type.getName() + " of column " + column);
        }
        return AdbType.of(kind);
    }

    /** "DECIMAL(M,D) if M <= 38: default maximum 38, raised only by support". */
    private static AdbType decimal(List<SQLExpr> sizes, String column) {
        int precision = sizes.isEmpty() ? 10 : number(sizes.get(0));
        int scale = sizes.size() < 2 ? 0 : number(sizes.get(1));
        if (precision < 1 || precision > MOST_DIGITS || scale > precision) {
            throw AdbError.refused(
                    "decimal precision " + precision + " scale " + scale + " out of range, col=" + column);
        }
        return new AdbType(AdbType.Kind.DECIMAL, precision, scale);
    }

    static int number(SQLExpr literal) {
        if (literal instanceof SQLIntegerExpr integer) {
            return integer.getNumber().intValue();
        }
        throw AdbError.refused("syntax error, a number was expected");
    }
}
