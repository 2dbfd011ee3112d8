package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlLexer;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.ddl.TokenKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What the table model's parser is given instead of a statement that it would misread. The parser takes every backslash
 * for an escape, cannot read an empty X'', leaves doubled quotes in double-quoted names, takes some table names for keywords, and renames columns one
 * after another, where the server renames them all at once.
 */
final class ModelText {
    /** Newer than any server: code in versioned comments is code, as the source has executed the statement. */
    private static final int ANY_VERSION = 99_999;

    /** Literals that the parser's grammar does not have. */
    private static final Set<String> EMPTY_BYTES = Set.of("x''", "b''");

    private static final String TEMPORARY = "relay_renamed_";

    private final List<Token> tokens;
    private final String sql;
    private final StringJoiner second;
    private final StringBuilder text = new StringBuilder();
    private int copied;

    private ModelText(String sql, TableName result, SqlModes modes) {
        this.sql = sql;
        this.tokens = SqlLexer.tokens(sql, modes, ANY_VERSION).stream()
                .filter(Token::significant)
                .toList();
        this.second = new StringJoiner(", ", "ALTER TABLE " + result.quoted() + " ", "").setEmptyValue("");
    }

    /**
     * @param result the table that the statement defines, under the name it then has
     * @return one statement, or two of which the second gives columns that take each other's names their final ones
     */
    static List<String> of(String sql, TableName result, SqlModes modes) {
        ModelText model = new ModelText(sql, result, modes);
        model.rewrite(modes.noBackslashEscapes());
        String first = model.text.toString();
        String names = model.second.toString();
        return names.isEmpty() ? List.of(first) : List.of(first, names);
    }

    private void rewrite(boolean doubleBackslashes) {
        Map<Integer, String> replaced = temporaryNames();
        quoteTableName(replaced);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (EMPTY_BYTES.contains(token.text().toLowerCase(Locale.ROOT)) && token.kind() == TokenKind.STRING) {
                replace(token, "''");
            } else if (doubleBackslashes && token.kind() == TokenKind.STRING) {
                replace(token, token.text().replace("\\", "\\\\"));
            } else if (replaced.containsKey(i)) {
                replace(token, replaced.get(i));
            } else if (token.kind() == TokenKind.QUOTED_NAME && sql.charAt(token.start()) == '"') {
                replace(token, TableName.quote(token.text()));
            }
        }
        text.append(sql, copied, sql.length());
    }

    /** @return by token, names that stand for those that the statement takes from other columns */
    private Map<Integer, String> temporaryNames() {
        Map<Integer, String> renamed = new LinkedHashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            int to = newNameAt(i);
            if (to > 0) {
                renamed.put(to, folded(oldNameBefore(to)));
            }
        }
        boolean exchanged = renamed.keySet().stream()
                .anyMatch(to ->
                        renamed.containsValue(folded(to)) && !renamed.get(to).equals(folded(to)));
        Map<Integer, String> replaced = new HashMap<>();
        for (int to : exchanged ? renamed.keySet() : Set.<Integer>of()) {
            String name = TEMPORARY + to;
            replaced.put(to, name);
            second.add("RENAME COLUMN " + name + " TO "
                    + TableName.quote(tokens.get(to).text()));
        }
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).is("AFTER")) {
                nameAsOfThen(i, renamed.keySet(), replaced);
            }
        }
        return replaced;
    }

    /** AFTER names a column as the statement leaves it; the parser knows it as it is called at that place. */
    private void nameAsOfThen(int named, Set<Integer> renamed, Map<Integer, String> replaced) {
        for (int to : renamed) {
            if (folded(to).equals(folded(named))) {
                String before = TableName.quote(tokens.get(oldNameBefore(to)).text());
                String behind =
                        replaced.getOrDefault(to, TableName.quote(tokens.get(to).text()));
                replaced.put(named, to > named ? before : behind);
            }
        }
    }

    private String folded(int token) {
        return tokens.get(token).text().toLowerCase(Locale.ROOT);
    }

    /** Words such as auto are names for the server and keywords for the parser. */
    private void quoteTableName(Map<Integer, String> replaced) {
        int i = 0;
        while (i < tokens.size() && !tokens.get(i).is("TABLE")) {
            i++;
        }
        i++;
        while (i < tokens.size()
                && (tokens.get(i).is("IF")
                        || tokens.get(i).is("NOT")
                        || tokens.get(i).is("EXISTS"))) {
            i++;
        }
        for (; i < tokens.size() && tokens.get(i).kind() == TokenKind.WORD; i += 2) {
            replaced.put(i, TableName.quote(tokens.get(i).text()));
            if (i + 1 == tokens.size() || !tokens.get(i + 1).is('.')) {
                return;
            }
        }
    }

    private int oldNameBefore(int newName) {
        return tokens.get(newName - 1).is("TO") ? newName - 2 : newName - 1;
    }

    /** Where the new name stands if {@code RENAME COLUMN a TO b} or {@code CHANGE [COLUMN] a b} begins here; else 0. */
    private int newNameAt(int i) {
        if (names(i, "RENAME", "COLUMN", null, "TO", null)) {
            return i + 4;
        }
        // A column may be called column.
        if (names(i, "CHANGE", "COLUMN", null, null) && tokens.get(i + 1).kind() != TokenKind.QUOTED_NAME) {
            return i + 3;
        }
        return names(i, "CHANGE", null, null) ? i + 2 : 0;
    }

    /** @param words null stands for any name */
    private boolean names(int i, String... words) {
        if (i + words.length > tokens.size()) {
            return false;
        }
        for (int k = 0; k < words.length; k++) {
            Token token = tokens.get(i + k);
            if (words[k] == null ? !token.name() : !token.is(words[k])) {
                return false;
            }
        }
        return true;
    }

    private void replace(Token token, String by) {
        text.append(sql, copied, token.start()).append(by);
        copied = token.end();
    }
}
