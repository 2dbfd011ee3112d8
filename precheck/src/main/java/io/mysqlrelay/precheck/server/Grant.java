package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.TableName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of SHOW GRANTS that concerns databases or tables.
 *
 * @param revoked true for a partial revoke (MySQL manual, "Privilege Restriction Using Partial Revokes")
 * @param privileges in upper case; those on single columns are left out
 * @param database pattern with the wildcards of LIKE, or null for all
 * @param table name, or null for all
 */
public record Grant(boolean revoked, Set<String> privileges, String database, String table) {
    private static final String NAME = "\\*|`(?:[^`]|``)*`";
    private static final Pattern LINE =
            Pattern.compile("(GRANT|REVOKE) (.+?) ON (?:TABLE )?(" + NAME + ")\\.(" + NAME + ") (?:TO|FROM) .*");
    private static final Pattern COLUMNS = Pattern.compile("[A-Z ]+ \\([^)]*\\)");

    /** @return empty for roles, proxies and routines */
    static Optional<Grant> parse(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            return Optional.empty();
        }
        Set<String> privileges = Arrays.stream(
                        COLUMNS.matcher(m.group(2)).replaceAll("").split(","))
                .map(p -> p.trim().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Optional.of(new Grant(m.group(1).equals("REVOKE"), privileges, name(m.group(3)), name(m.group(4))));
    }

    private static String name(String quoted) {
        return quoted.equals("*")
                ? null
                : quoted.substring(1, quoted.length() - 1).replace("``", "`");
    }

    boolean gives(String privilege) {
        return privileges.contains(privilege) || privileges.contains("ALL PRIVILEGES") || privileges.contains("ALL");
    }

    boolean isGlobal() {
        return database == null;
    }

    /** Without a table in the grant, all tables of the database are covered. */
    boolean covers(TableName object) {
        return coversDatabase(object.database()) && (table == null || table.equalsIgnoreCase(object.table()));
    }

    boolean coversDatabase(String name) {
        return database == null || like(database, name);
    }

    /** In the database of a grant, {@code _} and {@code %} are wildcards unless a backslash stands before them. */
    private static boolean like(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(pattern.substring(i + 1, i + 2)));
                i++;
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }
}
