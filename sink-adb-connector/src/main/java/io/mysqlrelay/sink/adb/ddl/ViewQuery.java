package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.Span;
import io.mysqlrelay.core.ddl.SqlLexer;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.ddl.TokenKind;
import io.mysqlrelay.core.ddl.table.SqlText;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.change.DdlChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The query of a view, without what AnalyticDB's CREATE VIEW does not have: a list of columns (its names go into the query),
 * WITH CHECK OPTION, quotes and escapes of other modes, introducers of character sets. What AnalyticDB might take for
 * something else is refused. Expressions and bare names stay as they are written. One object per statement.
 */
final class ViewQuery {
    private static final Set<String> ENDS_OF_LIST = Set.of(
            "FROM",
            "WHERE",
            "GROUP",
            "HAVING",
            "WINDOW",
            "ORDER",
            "LIMIT",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "FOR",
            "LOCK",
            "INTO");
    private static final Set<String> BEFORE_COLUMNS = Set.of(
            "SELECT",
            "ALL",
            "DISTINCT",
            "DISTINCTROW",
            "HIGH_PRIORITY",
            "STRAIGHT_JOIN",
            "SQL_SMALL_RESULT",
            "SQL_BIG_RESULT",
            "SQL_BUFFER_RESULT",
            "SQL_NO_CACHE",
            "SQL_CALC_FOUND_ROWS");
    private static final Set<String> SIDES = Set.of("JOIN", "INNER", "LEFT", "RIGHT");
    private static final Set<String> UNICODE = Set.of("utf8mb4", "utf8mb3", "utf8", "ascii");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private final DdlChange change;
    private final SqlModes modes;
    private final TargetTables tables;
    private final List<Token> tokens;
    /** What each token becomes. */
    private final List<String> words = new ArrayList<>();

    private final List<String> columns = new ArrayList<>();

    /** @param definition null when nothing follows the view's name */
    ViewQuery(DdlChange change, Span definition, TargetTables tables) {
        this.change = change;
        this.modes = Translation.modes(change);
        this.tables = tables;
        this.tokens = new ArrayList<>(SqlLexer.tokens(change.text(), modes, Translation.SERVER_VERSION).stream()
                .filter(t -> definition != null && t.start() >= definition.start() && t.end() <= definition.end())
                .filter(Token::significant)
                .toList());
    }

    /** @throws RelayException RELAY-4070 if AnalyticDB would not have it, or could show something else */
    String translate() throws SQLException {
        takeColumns();
        takeCheckOption();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(word(i));
        }
        if (!columns.isEmpty()) {
            nameColumns();
        }
        StringBuilder query = new StringBuilder(words.get(0));
        for (int i = 1; i < words.size(); i++) {
            // "a"'b' are two texts, and would become one that holds a quote.
            boolean quotes = quoted(i - 1) && quoted(i);
            boolean apart = quotes || tokens.get(i - 1).end() < tokens.get(i).start();
            query.append(apart ? " " : "").append(words.get(i));
        }
        return query.toString();
    }

    private void takeColumns() {
        if (is(0, '(')) {
            tokens.remove(0);
            while (!tokens.isEmpty() && !is(0, ')')) {
                if (!is(0, ',')) {
                    columns.add(tokens.get(0).text());
                }
                tokens.remove(0);
            }
            tokens.subList(0, Math.min(1, tokens.size())).clear();
        }
        if (!is(0, "AS") || tokens.size() == 1) {
            throw ViewTranslation.leftOut("its definition is of an unknown form");
        }
        tokens.remove(0);
    }

    /** It is about writing through the view, which nobody does in the target. */
    private void takeCheckOption() {
        int end = tokens.size();
        if (end < 4 || !is(end - 1, "OPTION") || !is(end - 2, "CHECK")) {
            return;
        }
        int with = is(end - 3, "WITH") ? end - 3 : end - 4;
        if (is(with, "WITH")) {
            tokens.subList(with, end).clear();
        }
    }

    private String word(int at) throws SQLException {
        Token token = tokens.get(at);
        return switch (token.kind()) {
            case QUOTED_NAME -> TableName.quote(token.text());
            case STRING -> string(token.text());
            case WORD -> {
                requireKnown(at);
                yield token.text();
            }
            case SYMBOL -> symbol(at);
            default -> token.text();
        };
    }

    private void requireKnown(int at) {
        Token token = tokens.get(at);
        if (token.is("NATURAL") && isAny(at + 1, SIDES)) {
            throw ViewTranslation.leftOut("NATURAL JOIN goes by all columns, and AnalyticDB's tables may have others");
        }
        boolean literal = at + 1 < tokens.size()
                && (tokens.get(at + 1).kind() == TokenKind.STRING
                        || tokens.get(at + 1).kind() == TokenKind.NUMBER);
        if (token.text().startsWith("_") && literal) {
            throw ViewTranslation.leftOut(
                    "it has a text in the character set " + token.text().substring(1));
        }
    }

    private String symbol(int at) throws SQLException {
        Token token = tokens.get(at);
        if (token.is('|')
                && is(at + 1, '|')
                && token.end() == tokens.get(at + 1).start()) {
            throw ViewTranslation.leftOut("|| means OR to some servers, and CONCAT to others");
        }
        if (!token.is('*') || !standsForColumns(at)) {
            return token.text();
        }
        if (at > 2 && is(at - 1, "SELECT") && is(at - 2, '(') && is(at - 3, "EXISTS")) {
            return token.text();
        }
        if (at == 1 && is(0, "SELECT") && columns.isEmpty()) {
            return all();
        }
        throw star();
    }

    private boolean standsForColumns(int at) {
        return at > 0 && (is(at - 1, '.') || is(at - 1, ',') || (isAny(at - 1, BEFORE_COLUMNS) && !is(at - 2, '.')));
    }

    /** The columns of the one table of a query that takes all of its columns in no certain order. */
    private String all() throws SQLException {
        int at = 3;
        String database = change.database();
        if (!is(2, "FROM") || at >= tokens.size() || !tokens.get(at).name()) {
            throw star();
        }
        String table = tokens.get(at).text();
        if (is(at + 1, '.') && at + 2 < tokens.size()) {
            database = table;
            table = tokens.get(at + 2).text();
            at += 2;
        }
        at++;
        if (is(at, "AS")) {
            at += 2;
        } else if (at < tokens.size() && tokens.get(at).name() && !isAny(at, ENDS_OF_LIST)) {
            at++;
        }
        if (at < tokens.size() && !is(at, "WHERE")) {
            throw star();
        }
        int end = endOfList(at + 1, Set.of());
        if (end < tokens.size()) {
            throw star();
        }
        TableName of = new TableName(database == null ? "" : database, table);
        List<String> all = tables.columns(of);
        if (all.isEmpty()) {
            throw ViewTranslation.leftOut("AnalyticDB does not have " + of);
        }
        return String.join(", ", all.stream().map(TableName::quote).toList());
    }

    private static RelayException star() {
        return ViewTranslation.leftOut("it has * in place of columns, whose order and number are not the source's");
    }

    /** @return place of the next word outside of parentheses that ends a list of columns; the number of tokens if none does */
    private int endOfList(int from, Set<Integer> commas) {
        int depth = 0;
        int at = from;
        while (at < tokens.size()) {
            depth += is(at, '(') ? 1 : is(at, ')') ? -1 : 0;
            if (depth == 0 && is(at, ',')) {
                commas.add(at);
            } else if (depth == 0 && isAny(at, ENDS_OF_LIST) && !is(at - 1, '.')) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** The first query of a UNION gives the columns their names. */
    private void nameColumns() {
        int select = 0;
        int depth = 0;
        while (select < tokens.size() && !(depth == 0 && is(select, "SELECT"))) {
            depth += is(select, '(') ? 1 : is(select, ')') ? -1 : 0;
            select++;
        }
        Set<Integer> ends = new TreeSet<>();
        ends.add(endOfList(select + 1, ends));
        if (select >= tokens.size() || ends.size() != columns.size() || !(is(0, "SELECT") || is(0, "WITH"))) {
            throw ViewTranslation.leftOut("the columns that its list names are not to be seen in the query");
        }
        int column = 0;
        for (int end : ends) {
            int last = end - 1;
            String name = TableName.quote(columns.get(column));
            boolean named = is(last - 1, "AS") && !is(last - 2, '.');
            words.set(last, named ? name : words.get(last) + " AS " + name);
            column++;
        }
    }

    /** @param literal with quotes, and perhaps with an introducer that touches it */
    private String string(String literal) {
        char first = literal.charAt(0);
        if ("xXbB".indexOf(first) >= 0) {
            return literal;
        }
        String value = SqlText.value(literal, modes);
        if (first == '_') {
            String charset = literal.split("['\"]", 2)[0].substring(1);
            boolean plain = ASCII.matcher(value).matches();
            if (!UNICODE.contains(charset.toLowerCase(Locale.ROOT)) || !(plain || UNICODE.contains(change.charset()))) {
                throw ViewTranslation.leftOut("it has a text in the character set " + charset);
            }
        }
        return SqlLiterals.text(value);
    }

    private boolean quoted(int at) {
        TokenKind kind = tokens.get(at).kind();
        return kind == TokenKind.STRING || kind == TokenKind.QUOTED_NAME;
    }

    private boolean is(int at, char symbol) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(symbol);
    }

    private boolean is(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean isAny(int at, Set<String> words) {
        return words.stream().anyMatch(w -> is(at, w));
    }
}
