package io.mysqlrelay.core.ddl;

import io.mysqlrelay.core.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what the readers of one statement find. */
final class StatementDraft {
    private final String defaultDatabase;
    private final List<TableName> changed = new ArrayList<>();
    private final List<TableName> read = new ArrayList<>();
    private final List<WrittenName> parents = new ArrayList<>();
    private final List<WrittenName> actingParents = new ArrayList<>();
    private final List<Statement.Rename> renames = new ArrayList<>();
    private final List<String> unresolved = new ArrayList<>();
    private final List<String> databases = new ArrayList<>();
    boolean temporary;
    boolean ifExists;
    boolean ifNotExists;
    int startTransactionAt = -1;

    /** @param defaultDatabase null or empty when the session has none */
    StatementDraft(String defaultDatabase) {
        this.defaultDatabase = defaultDatabase == null || defaultDatabase.isEmpty() ? null : defaultDatabase;
    }

    void change(WrittenName name) {
        resolve(name, defaultDatabase).ifPresent(changed::add);
    }

    void read(WrittenName name) {
        resolve(name, defaultDatabase).ifPresent(read::add);
    }

    /**
     * A foreign key's parent without a database is in the child's database, or in the one that the statement moves the
     * child to, whatever the default database is (MySQL sources, PT_foreign_key_definition).
     */
    void readParent(WrittenName name) {
        parents.add(name);
    }

    /** In addition to {@link #readParent}. */
    void actingParent(WrittenName name) {
        actingParents.add(name);
    }

    void rename(WrittenName from, WrittenName to) {
        Optional<TableName> before = resolve(from, defaultDatabase);
        Optional<TableName> after = resolve(to, defaultDatabase);
        before.ifPresent(changed::add);
        after.ifPresent(changed::add);
        if (before.isPresent() && after.isPresent()) {
            renames.add(new Statement.Rename(before.get(), after.get()));
        }
    }

    void database(String name) {
        databases.add(name);
    }

    void defaultDatabase() {
        if (defaultDatabase != null) {
            databases.add(defaultDatabase);
        }
    }

    /** The database that holds a routine, trigger or event of this name. */
    void databaseOf(WrittenName name) {
        if (name.database() == null) {
            defaultDatabase();
        } else {
            databases.add(name.database());
        }
    }

    private Optional<TableName> resolve(WrittenName name, String database) {
        String of = name.database() == null ? database : name.database();
        if (of == null) {
            unresolved.add(name.object());
            return Optional.empty();
        }
        return Optional.of(new TableName(of, name.object()));
    }

    private String databaseOfParents() {
        String database = changed.isEmpty() ? null : changed.get(0).database();
        for (Statement.Rename rename : renames) {
            database = rename.to().database();
        }
        return database;
    }

    Statement finish(StatementKind kind) {
        String database = databaseOfParents();
        parents.forEach(parent -> resolve(parent, database).ifPresent(read::add));
        return new Statement(
                kind,
                changed.stream().distinct().toList(),
                read.stream().distinct().toList(),
                renames,
                unresolved.stream().distinct().toList(),
                databases.stream().distinct().toList(),
                temporary,
                ifExists,
                ifNotExists,
                actingParents.stream()
                        .flatMap(parent -> resolve(parent, database).stream())
                        .distinct()
                        .toList(),
                startTransactionAt);
    }
}
