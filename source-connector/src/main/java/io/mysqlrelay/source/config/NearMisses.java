package io.mysqlrelay.source.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Settings that are probably misspelled. Connect accepts any name, since transforms, converters and client overrides
 * share the name space, so a misspelled setting would silently be its default.
 */
public final class NearMisses {
    private static final int MOST_EDITS = 2;

    private NearMisses() {}

    /**
     * @param given names that the user set
     * @param known names that exist
     * @return one sentence per suspicious name
     */
    public static List<String> of(Collection<String> given, Collection<String> known) {
        List<String> warnings = new ArrayList<>();
        for (String name : given) {
            if (!known.contains(name)) {
                nearest(name, known).ifPresent(k -> warnings.add(name + " is not a setting; did you mean " + k + "?"));
            }
        }
        return warnings;
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        String bare = bare(name);
        return known.stream()
                .filter(k -> bare(k).equals(bare) || edits(name, k) <= MOST_EDITS)
                .findFirst();
    }

    /** camelCase, underscores and hyphens are other people's conventions for the same name. */
    private static String bare(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** @return the number of letters to insert, delete or replace to get from a to b (Levenshtein) */
    private static int edits(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MOST_EDITS) {
            return MOST_EDITS + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
