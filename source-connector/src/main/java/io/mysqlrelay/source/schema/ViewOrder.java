package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlLexer;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.ddl.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts views behind the views that they are made of. The server prints every name as {@code `database`.`name`}; that such
 * a pair may also be an alias and its column puts a view too late at worst.
 */
public final class ViewOrder {
    private final Map<TableName, List<TableName>> uses = new LinkedHashMap<>();
    private final Set<TableName> ordered = new LinkedHashSet<>();

    private ViewOrder() {}

    /**
     * @param definitions text of each view, in any order
     * @return the views, each once
     */
    public static List<TableName> of(Map<TableName, String> definitions) {
        ViewOrder order = new ViewOrder();
        definitions.forEach((view, text) -> order.uses.put(view, named(text, definitions.keySet())));
        order.uses.keySet().forEach(view -> order.visit(view, new LinkedHashSet<>()));
        return List.copyOf(order.ordered);
    }

    private void visit(TableName view, Set<TableName> path) {
        if (ordered.contains(view) || !path.add(view)) {
            return;
        }
        uses.get(view).forEach(used -> visit(used, path));
        ordered.add(view);
    }

    private static List<TableName> named(String text, Set<TableName> views) {
        List<Token> tokens = SqlLexer.tokens(text, SqlModes.DEFAULT, 0);
        List<TableName> named = new ArrayList<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).kind() == TokenKind.QUOTED_NAME
                    && tokens.get(i + 1).is('.')
                    && tokens.get(i + 2).kind() == TokenKind.QUOTED_NAME) {
                TableName name =
                        new TableName(tokens.get(i).text(), tokens.get(i + 2).text());
                if (views.contains(name)) {
                    named.add(name);
                }
            }
        }
        return named;
    }
}
