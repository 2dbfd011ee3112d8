package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.statement.SQLReplaceStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlInsertStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.ValueRows;
import io.mysqlrelay.testkit.adb.sql.Word;
import io.mysqlrelay.testkit.adb.sql.Words;
import java.util.function.ToLongFunction;

/**
 * The text of an INSERT or REPLACE.
 *
 * @param sql without a semicolon at its end
 * @param rows null when it takes its rows from a query
 */
record InsertText(String sql, ValueRows rows) {
    static InsertText read(String sql) {
        String bare = sql.strip();
        if (bare.endsWith(";")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        Words words = new Words(bare);
        for (Word word = words.next(); word != null; word = words.next()) {
            if (word.is("VALUES") || word.is("VALUE")) {
                return new InsertText(bare, ValueRows.read(bare, word.end()));
            }
            if (word.is("SELECT") || word.is("SET")) {
                break;
            }
        }
        return new InsertText(bare, null);
    }

    /** The statement as the grammar has it; of many rows of literals with the first alone. */
    SQLStatement parsed() {
        boolean first = rows != null && rows.isPlain() && rows.count() > 1;
        SQLStatement statement = Grammar.one(first ? sql.substring(0, rows.end(0)) + sql.substring(rows.end()) : sql);
        boolean query = false;
        if (statement instanceof MySqlInsertStatement insert) {
            query = insert.getQuery() != null;
        } else if (statement instanceof SQLReplaceStatement replace) {
            query = replace.getQuery() != null;
        } else {
            throw AdbError.unsupported("this form of INSERT or REPLACE");
        }
        if (rows == null && !query) {
            // INSERT .. SET is in no document.
            throw AdbError.unsupported("this form of INSERT or REPLACE");
        }
        return statement;
    }

    /**
     * The statement with the first half of its query's rows.
     *
     * @param counting counts the rows of a query
     * @return null when there are fewer than two, or when they are limited already
     */
    static String halfOfQuery(String sql, ToLongFunction<String> counting) {
        Words words = new Words(sql);
        int select = -1;
        for (Word word = words.next(); word != null; word = words.next()) {
            if (word.is("SELECT") && select < 0) {
                select = word.start();
            } else if (word.is("LIMIT")) {
                return null;
            }
        }
        long rows = counting.applyAsLong(sql.substring(select));
        return rows < 2 ? null : sql + " LIMIT " + rows / 2;
    }

    /** IGNORE is what every INSERT does; to MySQL it would forgive bad values too. */
    static String withoutIgnore(String sql) {
        Words words = new Words(sql);
        words.next();
        Word second = words.next();
        return second.is("IGNORE") ? sql.substring(0, second.start()) + sql.substring(second.end()) : sql;
    }
}
