package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlLexer;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.ddl.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What the table model's parser is given instead of a statement that it would misread. The parser takes every backslash
 * for an escape, leaves doubled quotes in double-quoted names, and renames columns one after another, where the server
 * renames them all at once.
 */
final class ModelText {
    /** Newer than any server: code in versioned comments is code, as the source has executed the statement. */
    private static final int ANY_VERSION = 99_999;

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
        boolean renames = namesAreExchanged();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (doubleBackslashes && token.kind() == TokenKind.STRING) {
                replace(token, token.text().replace("\\", "\\\\"));
            } else if (renames && isRenamed(i - 4)) {
                String temporary = TEMPORARY + i;
                replace(token, temporary);
                second.add("RENAME COLUMN " + temporary + " TO " + TableName.quote(token.text()));
            } else if (token.kind() == TokenKind.QUOTED_NAME && sql.charAt(token.start()) == '"') {
                replace(token, TableName.quote(token.text()));
            }
        }
        text.append(sql, copied, sql.length());
    }

    private boolean namesAreExchanged() {
        Set<String> from = new HashSet<>();
        List<String> to = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isRenamed(i)) {
                from.add(tokens.get(i + 2).text().toLowerCase(Locale.ROOT));
                to.add(tokens.get(i + 4).text().toLowerCase(Locale.ROOT));
            }
        }
        return to.stream().anyMatch(from::contains);
    }

    /** Whether RENAME COLUMN a TO b begins here. */
    private boolean isRenamed(int i) {
        return i >= 0
                && i + 4 < tokens.size()
                && tokens.get(i).is("RENAME")
                && tokens.get(i + 1).is("COLUMN")
                && tokens.get(i + 2).name()
                && tokens.get(i + 3).is("TO")
                && tokens.get(i + 4).name();
    }

    private void replace(Token token, String by) {
        text.append(sql, copied, token.start()).append(by);
        copied = token.end();
    }
}
