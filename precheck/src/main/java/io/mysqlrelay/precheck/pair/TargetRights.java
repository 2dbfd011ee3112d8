package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.Grants;
import io.mysqlrelay.precheck.server.ObjectFact;
import io.mysqlrelay.precheck.server.Variables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the target's account needs for this source. */
public final class TargetRights {
    /** On every migrated database. */
    public static final List<String> ON_DATA =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES");
    /** In front of instructions that are statements. */
    static final String ON_TARGET = "on the target: ";

    /** Session variables that a statement may bring along and that need a privilege. */
    public static final List<String> VARIABLES = List.of(
            "explicit_defaults_for_timestamp",
            "auto_increment_increment",
            "auto_increment_offset",
            "default_collation_for_utf8mb4");

    private static final Map<ObjectFact.Kind, List<String>> ON_OBJECTS = Map.of(
            ObjectFact.Kind.VIEW, List.of("CREATE VIEW", "SHOW VIEW"),
            ObjectFact.Kind.ROUTINE, List.of("CREATE ROUTINE", "ALTER ROUTINE"),
            ObjectFact.Kind.TRIGGER, List.of("TRIGGER"),
            ObjectFact.Kind.EVENT, List.of("EVENT"));

    private final Pair pair;

    TargetRights(Pair pair) {
        this.pair = pair;
    }

    List<Finding> privileges() throws SQLException {
        return privileges(pair, ON_DATA, ON_OBJECTS);
    }

    /**
     * @param onData needed on every migrated database
     * @param onObjects needed where there are such objects; empty when none is carried over
     */
    public static List<Finding> privileges(Pair pair, List<String> onData, Map<ObjectFact.Kind, List<String>> onObjects)
            throws SQLException {
        Map<String, Set<String>> needed = new LinkedHashMap<>();
        for (String database : pair.source().databases()) {
            if (pair.source().scope().database(database)) {
                needed.put(database, new LinkedHashSet<>(onData));
            }
        }
        if (pair.schema() && !onObjects.isEmpty()) {
            for (ObjectFact object : pair.source().objects()) {
                needed.computeIfAbsent(object.name().database(), db -> new LinkedHashSet<>(onData))
                        .addAll(onObjects.get(object.kind()));
            }
        }
        Grants grants = pair.target().grants();
        List<String> fixes = new ArrayList<>();
        Set<String> lacking = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (Map.Entry<String, Set<String>> entry : needed.entrySet()) {
            String database = pair.inTarget(entry.getKey());
            List<String> here = entry.getValue().stream()
                    .filter(p -> !grants.onDatabase(p, database))
                    .toList();
            if (!here.isEmpty()) {
                lacking.add(database);
                missing.addAll(here);
                fixes.add("GRANT " + String.join(", ", here) + " ON " + TableName.quote(database) + ".* TO "
                        + pair.target().account());
            }
        }
        return lacking.isEmpty()
                ? List.of()
                : List.of(Finding.error(
                                "account " + pair.target().account() + " lacks " + String.join(", ", missing)
                                        + " on databases of the migration",
                                ON_TARGET + String.join("; ", fixes))
                        .of(lacking)
                        .code(ErrorCode.TARGET_PRIVILEGE));
    }

    /** What lets an account set such variables for its session. */
    public static String onVariables(ServerVersion version) {
        return version.atLeast(8, 0, 14) ? "SESSION_VARIABLES_ADMIN" : "SYSTEM_VARIABLES_ADMIN";
    }

    List<Finding> sessionVariables() throws SQLException {
        Variables source = pair.source().variables();
        Variables target = pair.target().variables();
        List<String> closed = new ArrayList<>();
        for (String name : VARIABLES) {
            boolean both = source.find(name).isPresent() && target.find(name).isPresent();
            if (both
                    && !source.text(name).equals(target.text(name))
                    && !pair.target().maySet(name)) {
                closed.add(name);
            }
        }
        List<Finding> findings = new ArrayList<>();
        String privilege = onVariables(pair.target().version());
        String grant =
                ON_TARGET + "GRANT " + privilege + " ON *.* TO " + pair.target().account();
        if (!closed.isEmpty()) {
            findings.add(Finding.alert(
                            "variables differ on both servers, and the target's account may not set them for its session:"
                                    + " statements that depend on them stop",
                            grant + "; or the variables globally as on the source")
                    .of(closed)
                    .code(ErrorCode.SESSION_VARIABLE));
        }
        for (String name : List.of("sql_require_primary_key", "sql_generate_invisible_primary_key")) {
            if (target.is(name, "ON")
                    && !source.is(name, "ON")
                    && !pair.target().maySet(name)) {
                findings.add(Finding.alert(
                        name
                                + " is ON in the target, and the account may not switch it off for its session: tables without"
                                + " primary key are refused or get another one",
                        grant + "; or SET GLOBAL " + name + " = OFF"));
            }
        }
        return findings;
    }

    List<Finding> functionCreators() throws SQLException {
        boolean any = pair.schema()
                && pair.source().objects().stream()
                        .anyMatch(o -> o.kind() == ObjectFact.Kind.ROUTINE || o.kind() == ObjectFact.Kind.TRIGGER);
        return FunctionCreators.look(pair.target(), any);
    }
}
