package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.KeyDefinition;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.adb.table.Remark.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a table of the source becomes.
 *
 * @param table the target's
 * @param keyless true if rows are told apart by {@link RowId} alone
 * @param identity name of the source's key that the target's is made of; null if none is, or the user has chosen it
 * @param remarks what the target does not have or holds in another way
 */
public record TableTranslation(AdbTable table, boolean keyless, String identity, List<Remark> remarks) {
    /**
     * What a try has given.
     *
     * @param made null if there is a problem
     * @param problems all of them: RELAY-4060 to 4063, without the table's name
     * @param remarks about what is no problem, also when there is one beside it
     */
    public record Attempt(TableTranslation made, List<RelayException> problems, List<Remark> remarks) {}

    /** @param keylessAllowed a table without a key gets one of its own */
    public static Attempt attempt(
            TableName name, TableDefinition source, TableRule rule, TypeRules rules, boolean keylessAllowed) {
        return new Work(name, source, rule, rules, keylessAllowed).attempt();
    }

    /**
     * @param keylessAllowed a table without a key gets one of its own
     * @throws RelayException the first of the problems, naming the table
     */
    public static TableTranslation of(
            TableName name, TableDefinition source, TableRule rule, TypeRules rules, boolean keylessAllowed) {
        Attempt attempt = attempt(name, source, rule, rules, keylessAllowed);
        if (!attempt.problems().isEmpty()) {
            throw attempt.problems().get(0).at("table " + name);
        }
        return attempt.made();
    }

    /** @return the remarks, a line each */
    public List<String> report() {
        return remarks.stream().map(Remark::text).toList();
    }

    /** One translation. */
    private static final class Work {
        private final TableName name;
        private final TableDefinition source;
        private final TableRule rule;
        private final TypeRules rules;
        private final boolean keylessAllowed;
        private final List<Remark> remarks = new ArrayList<>();
        private final List<RelayException> problems = new ArrayList<>();

        Work(TableName name, TableDefinition source, TableRule rule, TypeRules rules, boolean keylessAllowed) {
            this.name = name;
            this.source = source;
            this.rule = rule;
            this.rules = rules;
            this.keylessAllowed = keylessAllowed;
        }

        Attempt attempt() {
            checkNames();
            List<String> key = key();
            boolean keyless = ownKey().isEmpty();
            if (keyless && !keylessAllowed) {
                problems.add(new RelayException(ErrorCode.ADB_KEYLESS, "adb.keyless.mode is refuse"));
            }
            List<AdbColumn> columns = new ArrayList<>();
            if (keyless) {
                columns.add(new AdbColumn(RowId.ID, AdbType.of(Base.VARCHAR), true, null, ""));
                columns.add(new AdbColumn(RowId.IMAGE, AdbType.of(Base.VARCHAR), true, null, ""));
                key = List.of(RowId.ID);
                remark(
                        Kind.KEY,
                        "has no key: rows are told apart by the added columns " + RowId.ID + " and " + RowId.IMAGE);
                if (rule.partitioning() != null) {
                    problems.add(new RelayException(
                            ErrorCode.ADB_KEY, "a table without a key cannot be partitioned: name a primary.key too"));
                }
            }
            for (ColumnDefinition column : source.columns()) {
                try {
                    columns.add(column(column, contains(key, column.name())));
                } catch (RelayException e) {
                    problems.add(e);
                }
            }
            reportDropped();
            TableTranslation made = problems.isEmpty()
                    ? new TableTranslation(
                            new AdbTable(
                                    name,
                                    columns,
                                    key,
                                    distribution(key),
                                    options(),
                                    Columns.comment(source.comment())),
                            keyless,
                            identity(),
                            List.copyOf(remarks))
                    : null;
            return new Attempt(made, List.copyOf(problems), List.copyOf(remarks));
        }

        private void remark(Kind kind, String text) {
            remarks.add(new Remark(kind, text));
        }

        private String identity() {
            return rule.primaryKey().isEmpty()
                    ? source.identity()
                            .map(k -> SourceKeys.name(k, source.keys()))
                            .orElse(null)
                    : null;
        }

        private void checkNames() {
            List<String> wrong = new ArrayList<>(Names.problems(
                    name, source.columns().stream().map(ColumnDefinition::name).toList()));
            source.columns().stream()
                    .filter(c -> RowId.isOne(c.name()) || c.name().equalsIgnoreCase("__adb_auto_id__"))
                    .forEach(c -> wrong.add("column name " + c.name() + " is taken by the target"));
            if (!wrong.isEmpty()) {
                problems.add(new RelayException(ErrorCode.ADB_NAME, String.join("; ", wrong)));
            }
        }

        /** @return columns of the source's order of the key, then those that the target's rules add; empty without a key */
        private List<String> key() {
            Set<String> key = new LinkedHashSet<>();
            try {
                ownKey().forEach(c -> key.add(existing(c, "primary.key")));
                if (key.isEmpty()) {
                    return List.of();
                }
                rule.distributionKey().forEach(c -> requireInKey(key, c, "distribution.key"));
                if (rule.partitioning() != null
                        && key.add(existing(rule.partitioning().column(), "partition.key"))) {
                    // AnalyticDB wants it there; that a change of it is a change of the key is taken care of.
                    remark(
                            Kind.KEY,
                            "partition column " + rule.partitioning().column() + " is added to the primary key");
                }
            } catch (RelayException e) {
                problems.add(e);
            }
            return List.copyOf(key);
        }

        private String existing(String column, String where) {
            return source.column(column)
                    .map(ColumnDefinition::name)
                    .orElseThrow(() -> new RelayException(
                            ErrorCode.ADB_KEY,
                            where + " names the column " + column + ", which the table does not have"));
        }

        private void requireInKey(Set<String> key, String column, String setting) {
            if (!contains(key, existing(column, setting))) {
                throw new RelayException(
                        ErrorCode.ADB_KEY,
                        setting + " names " + column + ", which is not in the primary key " + key
                                + "; AnalyticDB's primary key must contain it");
            }
        }

        private AdbColumn column(ColumnDefinition column, boolean inKey) {
            MappedType mapped = TypeMapping.map(column, inKey, rule.type(column.name()), rules);
            String called = "column " + column.name() + ": ";
            if (inKey && mapped.ambiguous() != null && !addedForPartitions(column.name())) {
                throw new RelayException(
                        ErrorCode.ADB_KEY, "column " + column.name() + " of the key " + mapped.ambiguous());
            }
            requirePartitions(column, mapped.type());
            if (addedForPartitions(column.name()) && !column.notNull()) {
                throw new RelayException(
                        ErrorCode.ADB_KEY,
                        "partition column " + column.name()
                                + " may be NULL at the source, and AnalyticDB's primary key cannot hold NULL");
            }
            if (mapped.loss() != null) {
                remark(
                        mapped.kind(),
                        called + column.type() + " becomes " + mapped.type() + ", which loses or changes: "
                                + mapped.loss());
            }
            if (!Defaults.of(column, column.byDefault(), mapped.type(), rules.zone())
                    .kept()) {
                remark(Kind.FORM, called + "its default is dropped");
            }
            if (column.generated()) {
                remark(Kind.FORM, called + "is generated on the source and a plain column here");
            }
            if (column.autoIncrement()) {
                remark(Kind.FORM, called + "AUTO_INCREMENT is dropped");
            }
            AdbColumn made = Columns.translate(column, inKey, rule, rules);
            if (column.notNull() && !made.notNull()) {
                remark(Kind.FORM, called + "is made nullable for zero dates");
            }
            return made;
        }

        /** DATE_FORMAT wants a date, FROM_UNIXTIME a number of seconds. */
        private void requirePartitions(ColumnDefinition column, AdbType type) {
            Partitioning by = rule.partitioning();
            if (by != null
                    && by.column().equalsIgnoreCase(column.name())
                    && !by.rule().takes(type)) {
                throw new RelayException(
                        ErrorCode.ADB_KEY,
                        "partition.rule " + by.rule().setting() + " does not go with column " + column.name()
                                + ", which is " + type);
            }
        }

        /** Rows are told apart by the other columns of the key, so this one may lose what it likes. */
        private boolean addedForPartitions(String column) {
            return rule.partitioning() != null
                    && rule.partitioning().column().equalsIgnoreCase(column)
                    && !contains(ownKey(), column);
        }

        private List<String> ownKey() {
            return !rule.primaryKey().isEmpty()
                    ? rule.primaryKey()
                    : source.identity().map(KeyDefinition::parts).orElse(List.of()).stream()
                            .map(KeyDefinition.Part::column)
                            .toList();
        }

        private List<String> distribution(List<String> key) {
            if (rule.broadcast()) {
                return List.of();
            }
            if (!rule.distributionKey().isEmpty()) {
                return rule.distributionKey().stream()
                        .map(c -> existing(c, "distribution.key"))
                        .toList();
            }
            // Without the partition column, that is added to the key: the partitions of a row's key stay on one node.
            return key.stream().filter(c -> !addedForPartitions(c)).toList();
        }

        private String options() {
            List<String> options = new ArrayList<>();
            if (rule.partitioning() != null) {
                options.add(rule.partitioning().sql());
            }
            if (!rule.storage().isEmpty()) {
                options.add(rule.storage());
            }
            return String.join(" ", options);
        }

        private void reportDropped() {
            KeyDefinition identity = source.identity().orElse(null);
            for (KeyDefinition key : source.keys()) {
                if (key.equals(identity)) {
                    continue;
                }
                String what = key.kind().name().toLowerCase(Locale.ROOT) + " key " + key.name();
                remark(
                        Kind.DROPPED,
                        key.kind() == KeyDefinition.Kind.UNIQUE
                                ? what + " is dropped: uniqueness is not enforced"
                                : what + (key.whole() ? "" : " with a prefix or expression")
                                        + " is dropped: AnalyticDB indexes every column by itself");
            }
            if (source.foreignKeys() > 0) {
                remark(Kind.DROPPED, source.foreignKeys() + " foreign keys are dropped");
            }
            if (source.checks() > 0) {
                remark(Kind.DROPPED, source.checks() + " CHECK constraints are dropped");
            }
            if (source.partitioned()) {
                remark(Kind.DROPPED, "the source's partitions are dropped");
            }
        }

        private static boolean contains(Iterable<String> names, String name) {
            for (String n : names) {
                if (n.equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
