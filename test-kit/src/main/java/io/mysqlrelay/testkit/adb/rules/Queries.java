package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.statement.SQLSelectStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.MetadataViews;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.Literal;
import io.mysqlrelay.testkit.adb.sql.Word;
import io.mysqlrelay.testkit.adb.sql.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** SELECT: what names the server itself is answered in AnalyticDB's form, the rest runs as it is. */
final class Queries {
    /** What the driver asks a server of this version for and the backing server no longer has. */
    private static final Map<String, String> VARIABLES = Map.of(
            "QUERY_CACHE_SIZE", "0",
            "QUERY_CACHE_TYPE", "'OFF'",
            "TX_ISOLATION", "@@transaction_isolation",
            "TX_READ_ONLY", "@@transaction_read_only",
            "VERSION", "'" + Versions.SERVER + "'",
            "VERSION_COMMENT", "'AnalyticDB for MySQL'");

    private static final Set<String> HIDDEN =
            Set.of("MYSQL", "SYS", "PERFORMANCE_SCHEMA", MetadataViews.DATABASE_UPPER);

    private final String sql;
    private final List<Word> words;
    private final StringBuilder out = new StringBuilder();
    private int copied;

    private Queries(String sql) {
        this.sql = sql;
        this.words = Words.of(sql);
    }

    static Plan plan(String sql) {
        SQLSelectStatement select = Grammar.one(sql, SQLSelectStatement.class);
        Conditions.check(select);
        return Plan.read(rewritten(sql));
    }

    /** The statement for the backing server. */
    static String rewritten(String sql) {
        return new Queries(sql).rewrite();
    }

    private String rewrite() {
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            depth += word.isSymbol('(') ? 1 : word.isSymbol(')') ? -1 : 0;
            if (depth == 0 && isLock(i)) {
                // "Transactional and locking statements are unsupported": without effect.
                return text(word.start());
            }
            if (word.is("OUTFILE") || word.is("DUMPFILE")) {
                throw AdbError.unsupported("SELECT INTO a file");
            }
            if (isBeforeDot(i)) {
                qualifier(word, words.get(i + 2));
            } else if (word.isSymbol('@') && at(i + 1, '@')) {
                variable(i);
            } else if (at(i + 1, '(') && at(i + 2, ')')) {
                function(word, words.get(i + 2));
            }
        }
        return text(sql.length());
    }

    private void qualifier(Word qualifier, Word name) {
        if (qualifier.upper().equals("INFORMATION_SCHEMA")) {
            String table = name.upper();
            if (MetadataViews.NAMES.contains(table)) {
                replace(qualifier, MetadataViews.QUOTED);
                replace(name, Literal.name(table));
            } else if (!MetadataViews.NATIVE.contains(table)) {
                throw AdbError.noTable(name.text());
            }
        } else if (HIDDEN.contains(qualifier.upper())) {
            throw AdbError.refused("database not exist => " + qualifier.text());
        }
    }

    private void variable(int at) {
        int name = at + 2;
        if (name + 2 < words.size() && at(name + 1, '.')) {
            name += 2;
        }
        if (name < words.size() && VARIABLES.containsKey(words.get(name).upper())) {
            out.append(sql, copied, words.get(at).start())
                    .append(VARIABLES.get(words.get(name).upper()));
            copied = words.get(name).end();
        }
    }

    private void function(Word name, Word close) {
        String value = switch (name.upper()) {
            case "ADB_VERSION" -> "'" + Versions.KERNEL + "'";
            case "VERSION" -> "'" + Versions.SERVER + "'";
            default -> null;
        };
        if (value != null && name.kind() == Word.Kind.WORD) {
            out.append(sql, copied, name.start()).append(value);
            copied = close.end();
        }
    }

    private boolean isBeforeDot(int at) {
        Word word = words.get(at);
        boolean name = word.kind() == Word.Kind.WORD || word.kind() == Word.Kind.QUOTED;
        return name && at + 2 < words.size() && at(at + 1, '.') && !(at > 0 && at(at - 1, '@'));
    }

    private boolean isLock(int at) {
        Word word = words.get(at);
        if (at + 1 >= words.size()) {
            return false;
        }
        String next = words.get(at + 1).upper().toUpperCase(Locale.ROOT);
        boolean lock = word.is("LOCK") && next.equals("IN");
        return lock || (word.is("FOR") && (next.equals("UPDATE") || next.equals("SHARE")));
    }

    private boolean at(int index, char symbol) {
        return index < words.size() && words.get(index).isSymbol(symbol);
    }

    private void replace(Word word, String text) {
        out.append(sql, copied, word.start()).append(text);
        copied = word.end();
    }

    private String text(int end) {
        return out.append(sql, copied, end).toString();
    }
}
