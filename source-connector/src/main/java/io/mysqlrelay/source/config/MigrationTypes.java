package io.mysqlrelay.source.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a migration moves.
 *
 * @param schema the definitions, before anything else
 * @param full the rows that exist
 * @param incremental the changes, from the moment the migration began or from a given position
 */
public record MigrationTypes(boolean schema, boolean full, boolean incremental) {
    /** The combinations; schema and incremental without full would lose every row that exists. */
    public static final String ALLOWED =
            "schema | schema,full | schema,full,incremental | full | full,incremental | incremental";

    private static final Set<String> NAMES = Set.of("schema", "full", "incremental");

    /** @throws IllegalArgumentException for an unknown name or a combination that is not allowed */
    public static MigrationTypes parse(List<String> names) {
        List<String> given =
                names.stream().map(n -> n.trim().toLowerCase(Locale.ROOT)).toList();
        if (!NAMES.containsAll(given) || given.size() != Set.copyOf(given).size() || given.isEmpty()) {
            throw new IllegalArgumentException("must be one of " + ALLOWED);
        }
        MigrationTypes types =
                new MigrationTypes(given.contains("schema"), given.contains("full"), given.contains("incremental"));
        if (types.schema && types.incremental && !types.full) {
            throw new IllegalArgumentException("must not be schema,incremental, because the rows that exist would be"
                    + " missing: add full, or create the tables yourself and use incremental");
        }
        return types;
    }

    /** @return the setting's text, in order */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(text, schema, "schema");
        append(text, full, "full");
        append(text, incremental, "incremental");
        return text.toString();
    }

    private static void append(StringBuilder text, boolean chosen, String name) {
        if (chosen) {
            text.append(text.isEmpty() ? "" : ",").append(name);
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
