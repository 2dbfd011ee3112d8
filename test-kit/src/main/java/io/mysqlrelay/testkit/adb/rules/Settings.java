package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.statement.SQLAssignItem;
import com.alibaba.druid.sql.ast.statement.SQLSetStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlSetTransactionStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.Word;
import io.mysqlrelay.testkit.adb.sql.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** SET. */
final class Settings {
    private static final Set<String> EFFECTIVE = Set.of(
            "NAMES",
            "CHARACTER SET",
            "CHARACTER_SET_CLIENT",
            "CHARACTER_SET_CONNECTION",
            "CHARACTER_SET_RESULTS",
            "COLLATION_CONNECTION",
            "TIME_ZONE",
            "NET_WRITE_TIMEOUT",
            "NET_READ_TIMEOUT",
            "WAIT_TIMEOUT",
            "INTERACTIVE_TIMEOUT",
            "GROUP_CONCAT_MAX_LEN");

    /** Accepted, since drivers send them; each statement commits by itself and values are checked in one way whatever they say. */
    private static final Set<String> IGNORED = Set.of(
            "AUTOCOMMIT",
            "SQL_MODE",
            "TRANSACTION_ISOLATION",
            "TX_ISOLATION",
            "TRANSACTION_READ_ONLY",
            "TX_READ_ONLY",
            "SQL_SAFE_UPDATES",
            "QUERY_TIMEOUT");

    private Settings() {}

    static Plan plan(String sql) {
        List<Word> words = Words.of(sql);
        // "Multi-statement needs SET ADB_CONFIG ALLOW_MULTI_QUERIES=true, kernel 3.1.9.3+ and ..": never here.
        if (words.size() > 1 && words.get(1).is("ADB_CONFIG")) {
            return Plan.ignored();
        }
        if (words.stream().anyMatch(word -> word.is("GLOBAL") || word.is("PERSIST") || word.is("PASSWORD"))) {
            throw AdbError.unsupported("SET GLOBAL");
        }
        SQLStatement statement = Grammar.one(sql);
        if (statement instanceof MySqlSetTransactionStatement) {
            return Plan.ignored();
        }
        boolean effective = false;
        boolean ignored = false;
        for (SQLAssignItem item : Grammar.one(sql, SQLSetStatement.class).getItems()) {
            String name =
                    item.getTarget().toString().toUpperCase(Locale.ROOT).replaceAll("^@@((SESSION|LOCAL)\\.)?", "");
            effective |= EFFECTIVE.contains(name);
            ignored |= IGNORED.contains(name);
            if (!EFFECTIVE.contains(name) && !IGNORED.contains(name)) {
                throw new AdbError(1193, "HY000", "Unknown system variable '" + name.toLowerCase(Locale.ROOT) + "'");
            }
        }
        if (effective && ignored) {
            return Plan.session(onlyEffective(sql));
        }
        return effective ? Plan.session(sql) : Plan.ignored();
    }

    /** The driver sets several at once. */
    private static String onlyEffective(String sql) {
        StringBuilder kept = new StringBuilder("SET ");
        for (SQLAssignItem item : Grammar.one(sql, SQLSetStatement.class).getItems()) {
            String text = item.toString();
            if (IGNORED.stream().noneMatch(name -> text.toUpperCase(Locale.ROOT).contains(name))) {
                kept.append(kept.length() > 4 ? ", " : "").append(text);
            }
        }
        return kept.toString();
    }
}
