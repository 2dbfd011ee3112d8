package io.mysqlrelay.source.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A list of regular expressions that each match a whole name, in any case. Commas separate; {@code \,} is a comma inside
 * an expression. The same rules as Debezium's lists, since both read the same setting.
 */
record PatternList(List<Pattern> patterns) {
    private static final Pattern SEPARATOR = Pattern.compile("((?:\\\\.|[^,\\\\])*)(?:,|$)", Pattern.DOTALL);

    /** @throws java.util.regex.PatternSyntaxException for an invalid expression */
    static PatternList parse(String text) {
        List<Pattern> patterns = new ArrayList<>();
        for (var part = SEPARATOR.matcher(text); part.find(); ) {
            String expression = part.group(1).trim().replace("\\,", ",");
            if (!expression.isEmpty()) {
                patterns.add(Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
            }
        }
        return new PatternList(List.copyOf(patterns));
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    boolean matches(String name) {
        return patterns.stream().anyMatch(p -> p.matcher(name).matches());
    }
}
