package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.table.AlterClause;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.DefaultValue;
import io.mysqlrelay.core.ddl.table.KeyDefinition;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.ddl.Step.Kind;
import io.mysqlrelay.sink.adb.sql.SessionZone;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.adb.table.Columns;
import io.mysqlrelay.sink.adb.table.Defaults;
import io.mysqlrelay.sink.adb.table.Names;
import io.mysqlrelay.sink.adb.table.RowId;
import io.mysqlrelay.sink.adb.table.SourceKeys;
import io.mysqlrelay.sink.adb.table.TableRule;
import io.mysqlrelay.sink.adb.table.TypeRules;
import io.mysqlrelay.sink.change.DdlChange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * ALTER TABLE, clause by clause: AnalyticDB takes one clause per statement. What is as wanted already needs no step, so a
 * statement that somebody has carried out by hand is done. One object per statement.
 */
final class AlterTranslation {
    private static final String PARKED = "relay_renamed_";

    private final DdlChange change;
    private final String identity;
    private final DdlRules rules;
    private final ZoneId zone;
    private final TypeRules types;
    private final TableRule rule;
    private final List<Step> steps = new ArrayList<>();
    /** Columns whose new name is another's until later clauses have been carried out. */
    private final List<Step> lastSteps = new ArrayList<>();

    private final List<String> report = new ArrayList<>();
    /** The table as it is behind the steps so far. */
    private AdbTable table;

    private final List<RelayException> refusals = new ArrayList<>();
    private RelayException ending;
    private Redefinitions redefinitions;

    /** @param identity name of the source's key that the table's is made of; null if there is none, or it is not known */
    AlterTranslation(DdlChange change, AdbTable table, String identity, DdlRules rules) {
        this.change = change;
        this.table = table;
        this.identity = identity;
        this.rules = rules;
        this.zone = SessionZone.of(change.session());
        this.types = rules.types().in(zone);
        this.rule = rules.tables().of(table.name());
    }

    StatementPlan translate(List<AlterClause> clauses) {
        TableName renamed = null;
        requireKey(clauses);
        redefinitions = new Redefinitions(change, clauses, rule, types);
        for (AlterClause clause : clauses) {
            try {
                if (clause instanceof AlterClause.RenameTable rename) {
                    renamed = newName(rename);
                } else {
                    clause(clause);
                }
            } catch (RelayException e) {
                boolean ends = e.code() == ErrorCode.ADB_TYPE_CHANGE || clause instanceof AlterClause.RenameTable;
                refuse(e.at("table " + table.name()), ends);
            }
        }
        steps.addAll(lastSteps);
        if (renamed != null && !renamed.equals(table.name())) {
            steps.add(Rebuild.rename(table.name(), renamed));
        }
        // Rows that went without a trace, and columns of another type, are nothing to go on with.
        return new StatementPlan(ending == null ? steps : List.of(), refusal(), ending != null, report);
    }

    private void clause(AlterClause clause) {
        if (clause instanceof AlterClause.AddColumn add) {
            add(add.column());
        } else if (clause instanceof AlterClause.DropColumn drop) {
            drop(drop.column());
        } else if (clause instanceof AlterClause.ModifyColumn modify) {
            redefine(modify.column().name(), modify.column());
        } else if (clause instanceof AlterClause.ChangeColumn changed) {
            redefine(changed.from(), changed.column().renamed(changed.from()));
            rename(changed.from(), changed.column().name());
        } else if (clause instanceof AlterClause.RenameColumn rename) {
            rename(rename.from(), rename.to());
        } else if (clause instanceof AlterClause.SetDefault set) {
            setDefault(set);
        } else if (clause instanceof AlterClause.Comment comment) {
            String text = Columns.comment(comment.text());
            step(Kind.COMMENT, "", "COMMENT " + SqlLiterals.text(text));
            // A rebuild further on makes the table anew.
            table = new AdbTable(
                    table.name(), table.columns(), table.key(), table.distribution(), table.options(), text);
        } else if (clause instanceof AlterClause.AddKey key) {
            addKey(key.key());
        } else if (clause instanceof AlterClause.DropPrimaryKey) {
            report.add("DROP PRIMARY KEY: the key in the target stays as it is");
        } else if (clause instanceof AlterClause.DropKey key) {
            report.add("DROP INDEX " + key.name() + " has no counterpart and needs none");
        } else if (clause instanceof AlterClause.RenameKey key) {
            report.add("RENAME INDEX " + key.from() + " has no counterpart and needs none");
        } else if (clause instanceof AlterClause.PartitionRows partition) {
            stopIf(partition.what() + ": removes or moves rows that the binlog does not hold");
        } else if (clause instanceof AlterClause.Convert convert) {
            stopIf(redefinitions.lost(convert));
            report.add("CONVERT TO CHARACTER SET has no counterpart and needs none");
        } else if (clause instanceof AlterClause.Other other) {
            report.add(other.what() + " has no counterpart and needs none");
        } else if (clause instanceof AlterClause.Unknown unknown) {
            throw unsupported("a clause that begins with " + unknown.what() + " is not known");
        }
    }

    /** Without the source's key two of its rows can be one in the target, and nothing would tell. */
    private void requireKey(List<AlterClause> clauses) {
        boolean own = table.inKey(RowId.ID) || !rule.primaryKey().isEmpty();
        String key = identity == null ? SourceKeys.PRIMARY : identity;
        if (!own && SourceKeys.lost(clauses, key, table.key())) {
            stopIf("the key " + key + " is dropped: AnalyticDB's primary key is made of it and cannot be changed");
        }
    }

    private TableName newName(AlterClause.RenameTable rename) {
        TableName to = new TableName(rename.database() == null ? defaultDatabase() : rename.database(), rename.to());
        return requireRenamable(table.name(), to);
    }

    private String defaultDatabase() {
        return change.database() == null ? table.name().database() : change.database();
    }

    /** @throws RelayException RELAY-4060 or 4066 */
    static TableName requireRenamable(TableName from, TableName to) {
        if (!from.database().equalsIgnoreCase(to.database())) {
            throw unsupported("RENAME of " + from + " to " + to + ": a table cannot go to another database");
        }
        String wrong = Names.table(to.table());
        if (wrong != null) {
            throw new RelayException(ErrorCode.ADB_NAME, wrong);
        }
        return to;
    }

    private void add(ColumnDefinition column) {
        String wrong = RowId.isOne(column.name())
                ? "column name " + column.name() + " is taken by the target"
                : Names.column(column.name());
        if (wrong != null) {
            throw new RelayException(ErrorCode.ADB_NAME, wrong);
        }
        AdbColumn made = Columns.translate(column, false, rule, types);
        if (table.column(column.name())
                .filter(c -> c.type().equals(made.type()))
                .isPresent()) {
            report.add("column " + column.name() + " is there already");
            return;
        }
        AdbColumn filled = NewColumns.filled(column, made, change);
        steps.add(new Step(
                Kind.ADD_COLUMN,
                table.name(),
                filled.byDefault() == null ? "NULL" : filled.byDefault(),
                made.name(),
                "ALTER TABLE " + table.name().quoted() + " ADD COLUMN " + filled.sql()));
        DefaultValue.Kind kind = column.byDefault().kind();
        boolean forOldRows = kind == DefaultValue.Kind.NOW || kind == DefaultValue.Kind.NONE;
        if (forOldRows && !Objects.equals(filled.byDefault(), made.byDefault())) {
            step(Kind.MODIFY_COLUMN, made.name(), "MODIFY COLUMN " + made.sql());
        }
        List<AdbColumn> columns = new ArrayList<>(table.columns());
        columns.add(forOldRows ? made : filled);
        become(columns);
    }

    private void drop(String column) {
        AdbColumn dropped = table.column(column).orElse(null);
        if (dropped == null) {
            report.add("column " + column + " is gone already");
            return;
        }
        requireNotInKey(column, "DROP COLUMN");
        step(Kind.DROP_COLUMN, dropped.name(), "DROP COLUMN " + TableName.quote(dropped.name()));
        become(table.columns().stream().filter(c -> !c.equals(dropped)).toList());
    }

    private void requireNotInKey(String column, String what) {
        if (table.inKey(column)) {
            throw unsupported(what + " " + column + ": a column of AnalyticDB's primary key cannot be changed");
        }
        String quoted = TableName.quote(column).toLowerCase(Locale.ROOT);
        if (table.distribution().stream().anyMatch(column::equalsIgnoreCase)
                || table.options().toLowerCase(Locale.ROOT).contains(quoted)) {
            throw unsupported(what + " " + column + ": the table is distributed or partitioned by it");
        }
    }

    private AdbColumn existing(String column) {
        return table.column(column)
                .orElseThrow(() -> new RelayException(
                        ErrorCode.COLUMN_MISSING, "there is no column " + column + " in the target"));
    }

    private void redefine(String name, ColumnDefinition to) {
        if (to.generated()) {
            stopIf("MODIFY " + name
                    + ": the column is generated, so rows that are there get values that only the source can compute");
            return;
        }
        AdbColumn now = existing(name);
        boolean inKey = table.inKey(name);
        AdbColumn wanted = renamedAs(Columns.translate(to, inKey, rule, types), now.name());
        if (stopIf(redefinitions.lost(name, to, wanted.type(), inKey))) {
            return;
        }
        if (!now.notNull() && wanted.notNull()) {
            // AnalyticDB cannot take NULL away; the source sees to it that there are none.
            report.add("column " + name + ": NOT NULL is not carried over");
            wanted = wanted.withNotNull(false);
        }
        if (wanted.type().equals(now.type())) {
            if (!wanted.equals(now) && inKey) {
                report.add("column " + name + ": the definition of a column of the key stays as it is");
            } else if (!wanted.equals(now)) {
                modify(wanted);
            }
        } else if (rules.widening() && wanted.type().widens(now.type()) && !inKey) {
            modify(wanted);
        } else {
            retype(now, wanted);
        }
    }

    /** @param why null for nothing */
    private boolean stopIf(String why) {
        if (why != null) {
            refuse(unsupported(why).at("table " + table.name()), true);
        }
        return why != null;
    }

    private static AdbColumn renamedAs(AdbColumn column, String name) {
        return new AdbColumn(name, column.type(), column.notNull(), column.byDefault(), column.comment());
    }

    private void modify(AdbColumn wanted) {
        boolean sameType = existing(wanted.name()).type().equals(wanted.type());
        steps.add(new Step(
                Kind.MODIFY_COLUMN,
                table.name(),
                sameType ? "" : wanted.type().sql(),
                wanted.name(),
                "ALTER TABLE " + table.name().quoted() + " MODIFY COLUMN " + wanted.sql()));
        table = table.with(wanted.name(), wanted);
    }

    private void retype(AdbColumn now, AdbColumn wanted) {
        AdbTable after = table.with(now.name(), wanted);
        boolean byClock =
                (now.type().base() == Base.TIMESTAMP) != (wanted.type().base() == Base.TIMESTAMP);
        String what = "column " + now.name() + " changes from " + now.type() + " to " + wanted.type();
        if (rules.typeChange() == TypeChangeMode.STOP) {
            throw new RelayException(
                    ErrorCode.ADB_TYPE_CHANGE,
                    what + (byClock ? ", by the clock of the source's session" : "") + "; "
                            + new Rebuild(table, after, "").manualSteps());
        }
        if (byClock && zone == null) {
            throw new RelayException(
                    ErrorCode.ADB_TYPE_CHANGE, what + " by the clock of the source's machine, which is not known here");
        }
        steps.addAll(new Rebuild(table, after, byClock ? SessionZone.name(change.session()) : "").steps());
        table = after;
    }

    private void rename(String from, String to) {
        if (from.equals(to)) {
            return;
        }
        String wrong = Names.column(to);
        if (wrong != null) {
            throw new RelayException(ErrorCode.ADB_NAME, wrong);
        }
        if (table.column(from).isEmpty() && table.column(to).isPresent()) {
            report.add("column " + from + " is called " + to + " already");
            return;
        }
        AdbColumn now = existing(from);
        requireNotInKey(from, "RENAME COLUMN");
        boolean taken = !from.equalsIgnoreCase(to) && table.column(to).isPresent();
        String first = taken ? PARKED + lastSteps.size() : to;
        steps.add(renameColumn(now.name(), first));
        if (taken) {
            lastSteps.add(renameColumn(first, to));
        }
        table = table.with(from, renamedAs(now, first));
    }

    private Step renameColumn(String from, String to) {
        return new Step(
                Kind.RENAME_COLUMN,
                table.name(),
                from,
                to,
                "ALTER TABLE " + table.name().quoted() + " RENAME COLUMN " + TableName.quote(from) + " TO "
                        + TableName.quote(to));
    }

    private void setDefault(AlterClause.SetDefault set) {
        AdbColumn now = existing(set.column());
        Defaults.Translated value = Defaults.of(set.value(), now.type(), zone);
        if (!value.kept()) {
            report.add("column " + set.column() + ": its default is dropped");
        }
        AdbColumn wanted = now.withDefault(value.sql());
        if (wanted.equals(now)) {
            return;
        }
        if (table.inKey(set.column())) {
            report.add("column " + set.column() + ": a default of the key is not carried over");
            return;
        }
        modify(wanted);
    }

    private void addKey(KeyDefinition key) {
        if (key.kind() == KeyDefinition.Kind.PRIMARY) {
            report.add("ADD PRIMARY KEY: the key in the target stays as it is");
            return;
        }
        report.add(key.kind() + " key " + key.name() + " is not made: AnalyticDB indexes every column by itself");
    }

    private void step(Kind kind, String column, String clause) {
        steps.add(Step.of(
                kind, table.name(), column, "ALTER TABLE " + table.name().quoted() + " " + clause));
    }

    private void become(List<AdbColumn> columns) {
        table = new AdbTable(
                table.name(), columns, table.key(), table.distribution(), table.options(), table.comment());
    }

    private void refuse(RelayException e, boolean ends) {
        refusals.add(e);
        if (ends && ending == null) {
            ending = e;
        }
    }

    /** The one that ends the task, or the first; the others behind it, because the log has one line per statement. */
    private RelayException refusal() {
        if (refusals.size() < 2) {
            return refusals.isEmpty() ? null : refusals.get(0);
        }
        RelayException first = ending == null ? refusals.get(0) : ending;
        return new RelayException(
                first.code(),
                refusals.stream()
                        .sorted(Comparator.comparing(e -> e != first))
                        .map(RelayException::detail)
                        .collect(Collectors.joining("; and ")));
    }

    static RelayException typeChange(AdbColumn now, AdbColumn wanted, Rebuild rebuild) {
        return new RelayException(
                ErrorCode.ADB_TYPE_CHANGE,
                "column " + now.name() + " changes from " + now.type() + " to " + wanted.type() + "; "
                        + rebuild.manualSteps());
    }

    static RelayException unsupported(String what) {
        return new RelayException(ErrorCode.ADB_DDL_UNSUPPORTED, what);
    }
}
