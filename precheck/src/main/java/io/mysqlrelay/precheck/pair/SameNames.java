package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ObjectFact;
import io.mysqlrelay.precheck.server.TableFact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What of the migration is in the target already. The sink decides the same when the migration begins. */
public final class SameNames {
    private static final Finding BEGUN = Finding.skipped("the migration has begun, so what is there is its own");

    private final Pair pair;
    private final ExistingTables target;

    public SameNames(Pair pair, ExistingTables target) {
        this.pair = pair;
        this.target = target;
    }

    /** Tables and other objects that the migration would make, or write into. */
    public List<Finding> tables() throws SQLException {
        if (pair.begun()) {
            return List.of(BEGUN);
        }
        Set<TableName> existing = existing();
        List<Finding> findings = new ArrayList<>();
        if (!pair.schema()) {
            missing(existing, findings);
            if (pair.full() && !pair.proceed()) {
                refuse(
                        target.filled(existing),
                        ErrorCode.TABLES_NOT_EMPTY,
                        "tables that are to be loaded hold rows",
                        "DELETE FROM them in the target, or set target.existing.tables=proceed",
                        findings);
            }
        } else if (pair.proceed()) {
            accept(existing, findings);
        } else {
            refuse(
                    existing,
                    ErrorCode.TABLES_EXIST,
                    "tables of the migration exist in the target",
                    "DROP or RENAME them in the target, or set target.existing.tables=proceed to keep their rows and write"
                            + " into them",
                    findings);
            objects(findings);
        }
        return findings;
    }

    private void missing(Set<TableName> existing, List<Finding> findings) throws SQLException {
        Set<TableName> missing = new TreeSet<>();
        for (TableFact table : pair.source().tables()) {
            if (!existing.contains(table.name())) {
                missing.add(table.name());
            }
        }
        refuse(
                missing,
                ErrorCode.TABLES_MISSING,
                "tables are missing in the target, and the migration does not create them",
                "create them in the target, or add schema to migration.types",
                findings);
    }

    private void accept(Set<TableName> existing, List<Finding> findings) throws SQLException {
        if (!existing.isEmpty()) {
            findings.add(Finding.alert(
                            "tables of the migration exist in the target; their rows stay, and rows of the same key are"
                                    + " overwritten by later changes",
                            "DROP or RENAME them in the target if they are not meant to be merged")
                    .of(existing)
                    .code(ErrorCode.TABLES_EXIST));
        }
        if (pair.full()) {
            refuse(
                    target.filled(target.keyless(existing)),
                    ErrorCode.KEYLESS_EXISTING,
                    "existing tables with rows have no key that tells their rows from the migration's",
                    "DELETE FROM them in the target, or give them a primary key",
                    findings);
        }
    }

    private void objects(List<Finding> findings) throws SQLException {
        Set<String> there = new HashSet<>();
        for (ObjectFact object : target.objects()) {
            there.add(object.kind() + " " + pair.inTarget(object.name()));
        }
        List<String> same = new ArrayList<>();
        for (ObjectFact object : pair.source().objects()) {
            if (there.contains(object.kind() + " " + pair.inTarget(object.name()))) {
                same.add(object.name() + " " + object.kind().name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        if (!same.isEmpty()) {
            findings.add(Finding.error(
                            "objects of the migration exist in the target",
                            "DROP them in the target, or set target.existing.tables=proceed to keep them as they are")
                    .of(same)
                    .code(ErrorCode.OBJECT_EXISTS));
        }
    }

    /** Triggers of the target that would fire for what the relay writes. */
    List<Finding> triggers() throws SQLException {
        if (pair.begun()) {
            return List.of(BEGUN);
        }
        Set<TableName> source = new HashSet<>();
        for (TableFact table : pair.source().tables()) {
            source.add(pair.inTarget(table.name()));
        }
        List<String> triggers = new ArrayList<>();
        for (ObjectFact object : target.objects()) {
            if (object.kind() == ObjectFact.Kind.TRIGGER && source.contains(pair.inTarget(object.table()))) {
                triggers.add(object.table() + " " + object.name().table());
            }
        }
        return triggers.isEmpty()
                ? List.of()
                : List.of(Finding.alert(
                                "tables of the target have triggers, which fire for what the relay writes",
                                "DROP TRIGGER in the target until the cut-over")
                        .of(triggers));
    }

    /** @return tables of the source that are in the target, by the source's names */
    public Set<TableName> existing() throws SQLException {
        Set<TableName> there = new HashSet<>();
        for (TableName table : target.tables()) {
            there.add(pair.inTarget(table));
        }
        Set<TableName> existing = new TreeSet<>();
        for (TableFact table : pair.source().tables()) {
            if (there.contains(pair.inTarget(table.name()))) {
                existing.add(table.name());
            }
        }
        return existing;
    }

    private static void refuse(
            Collection<TableName> tables, ErrorCode code, String found, String fix, List<Finding> findings) {
        if (!tables.isEmpty()) {
            findings.add(Finding.error(found, fix).of(tables).code(code));
        }
    }
}
