package io.mysqlrelay.testkit.adb.rules;

import io.mysqlrelay.testkit.adb.sql.Word;
import io.mysqlrelay.testkit.adb.sql.Words;
import java.util.ArrayList;
import java.util.List;

/** A DELETE with the first half of its IN list, or of the conditions that OR joins. */
final class DeleteHalf {
    private DeleteHalf() {}

    /** @return null when there is no list of two values or more and no OR */
    static String of(String sql) {
        List<Word> words = Words.of(sql);
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).is("IN") && words.get(i + 1).isSymbol('(')) {
                return half(sql, words, i + 1);
            }
        }
        return alternatives(sql, words);
    }

    private static String alternatives(String sql, List<Word> words) {
        List<Integer> ors = new ArrayList<>();
        int depth = 0;
        for (Word word : words) {
            depth += word.isSymbol('(') ? 1 : word.isSymbol(')') ? -1 : 0;
            if (depth == 0 && word.is("OR")) {
                ors.add(word.start());
            }
        }
        return ors.isEmpty() ? null : sql.substring(0, ors.get(ors.size() / 2));
    }

    private static String half(String sql, List<Word> words, int open) {
        List<Integer> commas = new ArrayList<>();
        int depth = 0;
        for (Word word : words.subList(open, words.size())) {
            if (word.isSymbol('(')) {
                depth++;
            } else if (word.isSymbol(')')) {
                depth--;
                if (depth == 0) {
                    return commas.isEmpty()
                            ? null
                            : sql.substring(0, commas.get(commas.size() / 2)) + sql.substring(word.start());
                }
            } else if (depth == 1 && word.isSymbol(',')) {
                commas.add(word.start());
            }
        }
        return null;
    }
}
