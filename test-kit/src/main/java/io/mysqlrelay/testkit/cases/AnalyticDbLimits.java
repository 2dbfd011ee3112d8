package io.mysqlrelay.testkit.cases;

import java.util.Map;
import java.util.TreeMap;

/**
 * What of a case AnalyticDB cannot represent.
 *
 * @param skipReason why none of it is run there, or empty
 * @param leftOut statements that are not run there, as a regular expression of which each has a part, and why
 * @param viewsLeftOut views that are not there, by their names, and why
 * @param differs how the end differs from what the source's definitions say, in the words of the comparison, and why
 */
public record AnalyticDbLimits(
        String skipReason, Map<String, String> leftOut, Map<String, String> viewsLeftOut, Map<String, String> differs) {
    static final AnalyticDbLimits NONE = new AnalyticDbLimits("", Map.of(), Map.of(), Map.of());

    public AnalyticDbLimits {
        skipReason = skipReason == null ? "" : skipReason;
        leftOut = leftOut == null ? Map.of() : new TreeMap<>(leftOut);
        viewsLeftOut = viewsLeftOut == null ? Map.of() : new TreeMap<>(viewsLeftOut);
        differs = differs == null ? Map.of() : new TreeMap<>(differs);
    }
}
