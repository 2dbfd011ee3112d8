package io.mysqlrelay.testkit.adb.sql;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.SQLName;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.expr.SQLIdentifierExpr;
import com.alibaba.druid.sql.ast.expr.SQLPropertyExpr;
import com.alibaba.druid.sql.parser.ParserException;
import com.alibaba.druid.sql.parser.SQLParserUtils;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.TableName;
import java.util.List;

/** AnalyticDB's grammar as {@code com.alibaba:druid} has it in its MySQL dialect. */
public final class Grammar {
    private Grammar() {}

    /**
     * "One statement per request by default."
     *
     * @throws AdbError for no statement, for several, and for what the grammar does not know
     */
    public static SQLStatement one(String sql) {
        List<SQLStatement> statements;
        try {
            statements =
                    SQLParserUtils.createSQLStatementParser(sql, DbType.mysql).parseStatementList();
        } catch (ParserException e) {
            throw AdbError.refused("syntax error, " + e.getMessage());
        } catch (NullPointerException | ClassCastException | IndexOutOfBoundsException e) {
            // How the parser fails at some statements that it does not know.
            throw AdbError.refused("syntax error, " + e.getClass().getSimpleName() + " in the parser");
        }
        if (statements.size() > 1) {
            throw AdbError.refused("syntax error, multi-statement queries are not allowed (ALLOW_MULTI_QUERIES=false)");
        }
        if (statements.isEmpty()) {
            throw new AdbError(1065, "42000", "Query was empty");
        }
        return statements.get(0);
    }

    /** A statement of one kind only. */
    public static <T extends SQLStatement> T one(String sql, Class<T> kind) {
        SQLStatement statement = one(sql);
        if (!kind.isInstance(statement)) {
            throw AdbError.unsupported("this form of the statement");
        }
        return kind.cast(statement);
    }

    /** A name without its backticks. */
    public static String name(SQLExpr name) {
        if (name instanceof SQLName bare && !(name instanceof SQLPropertyExpr)) {
            return name(bare.getSimpleName());
        }
        throw AdbError.refused("syntax error, a bare name was expected");
    }

    public static String name(String name) {
        // The grammar's own normalize leaves the quotes of a name that is a keyword: `tables`, `key`, `order`.
        boolean quoted = name.length() > 1 && name.startsWith("`") && name.endsWith("`");
        return quoted ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }

    /**
     * @param name with or without a database
     * @param database the session's, empty for none
     */
    public static TableName table(SQLExpr name, String database) {
        if (name instanceof SQLPropertyExpr qualified && qualified.getOwner() instanceof SQLIdentifierExpr owner) {
            return new TableName(name(owner.getName()), name(qualified.getName()));
        }
        if (database.isEmpty()) {
            throw AdbError.refused("No database selected");
        }
        return new TableName(database, name(name));
    }
}
