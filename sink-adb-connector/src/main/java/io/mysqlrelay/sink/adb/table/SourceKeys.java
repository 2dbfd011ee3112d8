package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.ddl.table.AlterClause;
import io.mysqlrelay.core.ddl.table.KeyDefinition;
import io.mysqlrelay.core.ddl.table.KeyDefinition.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a statement does to the source's key that the target's primary key is made of. AnalyticDB's cannot be changed, and
 * takes the later of two rows of one key for both: when the source no longer sees to it that they differ, rows are lost.
 */
public final class SourceKeys {
    /** MySQL's name for a primary key. */
    public static final String PRIMARY = "PRIMARY";

    private SourceKeys() {}

    /**
     * A key without a name gets that of its first column, with {@code _2} and so on behind it if another has that
     * (MySQL sources, make_unique_key_name).
     *
     * @param all the table's keys, in the order of the definition
     * @return the name by which the server knows the key
     */
    static String name(KeyDefinition key, List<KeyDefinition> all) {
        if (key.kind() == Kind.PRIMARY) {
            return PRIMARY;
        }
        if (!key.name().isEmpty()) {
            return key.name();
        }
        Set<String> taken = new HashSet<>(Set.of(PRIMARY.toLowerCase(Locale.ROOT)));
        all.forEach(k -> taken.add(k.name().toLowerCase(Locale.ROOT)));
        for (KeyDefinition other : all) {
            if (other.name().isEmpty() && other.kind() != Kind.PRIMARY) {
                String column = other.parts().get(0).column();
                String base = column == null ? "functional_index" : column;
                String name = base;
                for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                    name = base + "_" + n;
                }
                if (other.equals(key)) {
                    return name;
                }
            }
        }
        throw new IllegalArgumentException("not a key of the table");
    }

    /**
     * @param identity name of the key, null for none
     * @param target the target's key
     * @return true if rows may come that are one in the target
     */
    public static boolean lost(List<AlterClause> clauses, String identity, List<String> target) {
        return identity != null
                && clauses.stream().anyMatch(c -> drops(c, identity))
                && clauses.stream().noneMatch(c -> replaces(c, target));
    }

    /** @return the key's name behind the statement */
    public static String after(List<AlterClause> clauses, String identity, List<String> target) {
        String name = identity;
        for (AlterClause clause : clauses) {
            if (name != null
                    && clause instanceof AlterClause.RenameKey rename
                    && rename.from().equalsIgnoreCase(name)) {
                name = rename.to();
            }
        }
        String found = name;
        if (found == null || clauses.stream().noneMatch(c -> drops(c, found))) {
            return found;
        }
        return clauses.stream()
                .filter(c -> replaces(c, target))
                .map(c -> ((AlterClause.AddKey) c).key())
                .map(k -> k.kind() == Kind.PRIMARY ? PRIMARY : k.name())
                .findFirst()
                .orElse(found);
    }

    private static boolean drops(AlterClause clause, String identity) {
        return clause instanceof AlterClause.DropPrimaryKey
                ? identity.equalsIgnoreCase(PRIMARY)
                : clause instanceof AlterClause.DropKey key && key.name().equalsIgnoreCase(identity);
    }

    /** A key over some of the columns of the target's tells rows apart that differ in it. */
    private static boolean replaces(AlterClause clause, List<String> target) {
        if (!(clause instanceof AlterClause.AddKey add)) {
            return false;
        }
        KeyDefinition key = add.key();
        return (key.kind() == Kind.PRIMARY || key.kind() == Kind.UNIQUE)
                && key.whole()
                && key.parts().stream().allMatch(p -> target.stream().anyMatch(p.column()::equalsIgnoreCase));
    }
}
