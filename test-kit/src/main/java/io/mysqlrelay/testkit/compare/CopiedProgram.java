package io.mysqlrelay.testkit.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a view, routine, trigger or event of a source looks like in a copy: docs/ddl.md lists four differences, which are
 * made here to what the source prints, or taken from what the copy prints, and nothing else is.
 *
 * @param user of the account that copies belong to
 * @param host of that account
 */
record CopiedProgram(String user, String host) {
    private static final Pattern DEFINER =
            Pattern.compile("DEFINER=(?<quote>[`\"])[^`\"]*\\k<quote>@\\k<quote>[^`\"]*\\k<quote>");
    private static final Pattern DEFINERS_VIEW = Pattern.compile("(" + DEFINER + " SQL SECURITY )DEFINER VIEW ");
    private static final Pattern ENABLED = Pattern.compile("( ON COMPLETION (?:NOT )?PRESERVE) ENABLE");
    private static final String INVOKER = "    SQL SECURITY INVOKER\n";
    private static final String GUARD = "IF @mysql_relay_writer IS NULL THEN ";
    private static final String GUARD_END = "\n; END IF";

    /** @param original definition as the source prints it */
    String expected(String kind, String original) {
        String own = Matcher.quoteReplacement(user) + "${quote}@${quote}" + Matcher.quoteReplacement(host);
        String text = DEFINER.matcher(original).replaceFirst("DEFINER=${quote}" + own + "${quote}");
        return switch (kind) {
            case "view" -> DEFINERS_VIEW.matcher(text).replaceFirst("$1INVOKER VIEW ");
            case "event" -> ENABLED.matcher(text).replaceFirst("$1 DISABLE ON SLAVE");
            default -> text;
        };
    }

    /**
     * @param found definition as the copy prints it
     * @param original the source's
     */
    String undone(String kind, String found, String original) {
        return switch (kind) {
            case "procedure", "function" ->
                original.contains(INVOKER) ? found : without(found, found.indexOf(INVOKER), INVOKER);
            case "trigger" ->
                without(without(found, found.lastIndexOf(GUARD_END), GUARD_END), found.indexOf(GUARD), GUARD);
            default -> found;
        };
    }

    private static String without(String text, int at, String part) {
        return at < 0
                ? "without '" + part.strip() + "': " + text
                : text.substring(0, at) + text.substring(at + part.length());
    }
}
